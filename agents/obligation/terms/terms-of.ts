import type { ReadDocument } from '../../../core/ports/detector.ts';
import { unbroken } from '../../../core/reading/unbroken.ts';
import type { DocumentTerms, Facts } from '../model/terms.ts';
import { readEffectiveDate } from './read/effect/effective-date.ts';
import { readEnding } from './read/ending/ending.ts';
import { readGoverningLaw } from './read/law/law.ts';
import { readAgreementDate } from './read/made/agreement-date.ts';
import { readNotice, readNoticeDay } from './read/notice/notice.ts';
import { readRenewal } from './read/renewal/renewal.ts';
import { reckon } from './reckon/reckon.ts';
import type { StatedTerms } from './stated.ts';

/** It rises when the same document would be read otherwise. */
export const TERMS_VERSION = 4;

/** What a document says of its terms, nothing reckoned yet. Pure. */
export const statedTerms = (read: ReadDocument): StatedTerms => {
  const document = unbroken(read);
  const agreementDate = readAgreementDate(document);
  const ending = readEnding(document);
  const renewal = readRenewal(document, ending);
  return {
    documentId: document.documentId,
    agreementDate,
    effectiveDate: readEffectiveDate(document, agreementDate, ending),
    ending,
    renewal,
    notice: readNotice(document, renewal),
    noticeDay: readNoticeDay(document),
    governingLaw: readGoverningLaw(document),
    parties: document.parties,
    changes: [],
  };
};

/**
 * The terms of one document by itself. `facts`: what the user said of events that it does not date, by name in lower case.
 * `asOf`: the day for which renewals and deadlines are reckoned; without one, the first term. Pure.
 */
export const termsOf = (
  document: ReadDocument,
  { facts = new Map(), asOf = null }: { readonly facts?: Facts; readonly asOf?: string | null } = {},
): DocumentTerms => reckon(statedTerms(document), facts, asOf);
