import type { ReadDocument } from '../../../../core/ports/detector.ts';
import { amendedBy } from '../../../../core/reading/amendment.ts';
import { inSlices } from '../../../../core/reading/in-slices.ts';
import { readingLimit, withinTime } from '../../../../core/reading/within-time.ts';
import { loadHolidays } from '../../deadlines/resolve/holidays.ts';
import type { Facts } from '../../model/terms.ts';
import { amendedTerms } from '../../terms/amend.ts';
import { reckon } from '../../terms/reckon/reckon.ts';
import type { Found } from './found.ts';
import { obligationsFromDuties, together } from './from-duties.ts';
import { obligationsFromTerms } from './from-terms.ts';

export type Sources = {
  readonly document: ReadDocument;
  /** Other documents of the same contract. */
  readonly related: readonly ReadDocument[];
  /** What the user said of events. */
  readonly facts: Facts;
  /** The day at the clock, ISO 8601. */
  readonly today: string;
  /** IANA, where the document names none. */
  readonly timezone: string;
};

/**
 * What a document obliges somebody to, by its sentences and by the terms of the contract with all its amendments. Of an
 * amendment only the sentences where its contract is there: the terms are told with that. Throws `reading_timeout`.
 */
export const readObligations = async (
  { document, related, facts, today, timezone }: Sources,
  signal?: AbortSignal,
): Promise<readonly Found[]> => {
  const amends = amendedBy(document) !== undefined;
  const contract = amends ? related.find((each) => amendedBy(each) === undefined) : undefined;
  const amendments = related.filter((each) => amendedBy(each) !== undefined);
  // Also those that are not in force yet: what is reckoned here lies ahead.
  const changing = contract === undefined ? (amends ? [] : amendments) : [...amendments, document];
  const stated = withinTime(
    () => amendedTerms(contract ?? document, changing, facts, null),
    readingLimit([document, ...related].reduce((sum, { text }) => sum + text.length, 0)),
  );
  const termsAt = (asOf: string | null) => reckon(stated, facts, asOf);
  const fromTerms = contract === undefined ? obligationsFromTerms({ termsAt, today, timezone }) : [];
  const holidays = await loadHolidays();
  const resolving = { terms: termsAt(today), facts, asOf: today, timezone, holidays };
  const fromDuties = await inSlices(obligationsFromDuties(document, resolving), signal);
  return together(fromTerms, fromDuties.flat());
};
