import type { Party } from '../../../core/ports/detector.ts';
import type { Change, Source } from '../model/terms.ts';

/** A length of time as a document states it. */
export type Length = {
  readonly value: number;
  readonly unit: 'hour' | 'day' | 'business-day' | 'week' | 'month' | 'quarter' | 'year';
};

/** What a period counts from, or what dates a term. */
export type Anchor =
  /** `sum`: what it is reckoned from, where no words state it: "2002-01-14 + 1 day". */
  | { readonly kind: 'day'; readonly iso: string; readonly sum?: string }
  /** Another term of the same contract. */
  | { readonly kind: 'agreementDate' | 'effectiveDate' }
  /** Something that the document does not date, in its own words: "Closing Date". */
  | { readonly kind: 'event'; readonly name: string };

/**
 * How a contract ends. `dayBefore`: its last day is the one before: "through the day before the second anniversary", "to but
 * excluding 1 July", "the last day of the third Contract Year".
 */
export type Ending =
  | {
      readonly kind: 'at';
      readonly anchor: Anchor;
      readonly length?: Length;
      /** What names the day where the words do not state it: "end of the 2019-2020 School Year". */
      readonly named?: string;
      readonly dayBefore?: true;
    }
  /** `includes`: the words count the first day in ("commencing on"), so that the last day is the one before the anniversary. */
  | {
      readonly kind: 'after';
      readonly length: Length;
      /** What else is counted on top of it: the weeks of "five years, six weeks". */
      readonly plus?: Length;
      readonly from: Anchor;
      readonly includes: boolean;
      readonly dayBefore?: true;
      /** Another paper, or each of several, says when that is: no day of this one stands for it. */
      readonly elsewhere?: true;
    }
  /** The last day of the year or month in which something happens, or in which a length from it is over. */
  | {
      readonly kind: 'end-of';
      readonly unit: 'month' | 'year';
      readonly anchor: Anchor;
      readonly length: Length | undefined;
    }
  /** So much later than it would have ended: "the Term is extended for a further two years". */
  | { readonly kind: 'later'; readonly length: Length; readonly than: Statement<Ending> | undefined }
  | { readonly kind: 'perpetual' };

/** Something that a document states, where it does so, and how sure the reading is. */
export type Statement<T> = { readonly value: T; readonly evidence: readonly Source[]; readonly confidence: number };

export type StatedRenewal = {
  readonly automatic: boolean;
  readonly length: Length | undefined;
  readonly times: number | undefined;
  /** Goes on without end after the first term, until somebody ends it. */
  readonly endless: boolean;
};

/** A notice that stops the renewal, or ends what would otherwise go on; or one that is needed for a renewal. */
export type StatedNotice = {
  readonly purpose: 'stop' | 'renew';
  readonly length: Length;
  /** Whether it has to be given so long before the end of a period; else it may be given at any time. */
  readonly beforeEnd: boolean;
};

export type StatedNoticeDay = { readonly iso: string; readonly purpose: StatedNotice['purpose'] };

/** What a document says of its terms, nothing reckoned yet. */
export type StatedTerms = {
  readonly documentId: string;
  readonly agreementDate: Statement<Anchor> | undefined;
  readonly effectiveDate: Statement<Anchor> | undefined;
  readonly ending: Statement<Ending> | undefined;
  readonly renewal: Statement<StatedRenewal> | undefined;
  readonly notice: Statement<StatedNotice> | undefined;
  /** The last day for a notice, where it is stated as a day. */
  readonly noticeDay: Statement<StatedNoticeDay> | undefined;
  readonly governingLaw: Statement<string> | undefined;
  readonly parties: readonly Party[];
  /** What amendments changed in the above; empty for one document by itself. */
  readonly changes: readonly Change[];
};
