import type { Party } from '../../../core/ports/detector.ts';
import type { Span } from '../../../core/text/span.ts';

export const termNames = [
  'agreementDate',
  'effectiveDate',
  'expirationDate',
  'term',
  'renewalTerm',
  'noticePeriod',
  'noticeDeadline',
  'governingLaw',
] as const;
export type TermName = (typeof termNames)[number];

/** Where something stands: a span of one document's text. */
export type Source = Span & { readonly documentId: string };

/** A best estimate of what a document leaves open: never a fact, and nothing is reckoned on from it. */
export type Assumed = {
  readonly value: string;
  /** What it takes for granted: "if it counts from agreement 2024-03-01: 2029-03-01". */
  readonly explanation: string;
  /** Probability that whoever wrote the contract meant it so. */
  readonly confidence: number;
};

/**
 * One term of a contract. `value`: a day as ISO 8601 ("2027-03-01", or "perpetual"), a length as an ISO 8601 duration
 * ("P90D", "P1Y"), a law by its place ("New York"); null while something that the document does not say is missing, and
 * where it says nothing at all: then there is no evidence either.
 */
export type Term = {
  readonly name: TermName;
  readonly value: string | null;
  /** For people, with the arithmetic where it was computed: "effective 2024-03-01 + 3 years − 90 days". */
  readonly explanation: string;
  /** What must be known first: "Closing Date". It is the name under which the user gives it. */
  readonly needs: string | null;
  /** Only where `value` is open. */
  readonly assumed?: Assumed;
  /** Where each input stands. */
  readonly evidence: readonly Source[];
  readonly confidence: number;
};

/** How a contract goes on after its first term. */
export type Renewal = {
  readonly automatic: boolean;
  /** ISO 8601 duration of one renewal, null where it is not said. */
  readonly length: string | null;
  /** How many renewals, null for any number. */
  readonly times: number | null;
  readonly evidence: readonly Source[];
};

/** What the user said that the document does not: days of events, by the event's name in lower case. */
export type Facts = ReadonlyMap<string, string>;

/** The period that runs on a day: the first term, or one of its renewals. */
export type CurrentPeriod = {
  readonly asOf: string;
  /** 0 in the first term. */
  readonly renewals: number;
  /** The day on which it is over, and its last whole day. */
  readonly ends: string;
  readonly lastDay: string;
  /** Over on that day: nothing renews it further. */
  readonly over: boolean;
  readonly explanation: string;
};

/** A term that a later document of the same contract changed, with both quotes. */
export type Change = {
  readonly terms: readonly TermName[];
  /** The document that changes it, and the day from which it does, where one is known. */
  readonly by: string;
  readonly day: string | null;
  readonly evidence: readonly Source[];
  readonly replaced: readonly Source[];
};

/** All terms of a document, or of a contract with its amendments, as of a day. */
export type DocumentTerms = {
  readonly documentId: string;
  /** The day for which the current period and its deadline were reckoned, ISO 8601; null for the first term. */
  readonly asOf: string | null;
  readonly terms: Readonly<Record<TermName, Term>>;
  readonly renewal: Renewal | null;
  /** null where there is no day to reckon for, no end, or an end that is not known. */
  readonly current: CurrentPeriod | null;
  /** What amendments that are in force on the day changed, the earliest first. */
  readonly changes: readonly Change[];
  readonly parties: readonly Party[];
};
