import type { ReadDocument } from '../../../../core/ports/detector.ts';
import { conventionsOf } from '../../deadlines/read/conventions.ts';
import { readDeadline } from '../../deadlines/read/read-deadline.ts';
import { type Resolving, resolveDeadline } from '../../deadlines/resolve/resolve-deadline.ts';
import { dutiesIn } from '../../duties/index.ts';
import type { DutyReading } from '../../model/reading.ts';
import type { Source } from '../../model/terms.ts';
import type { Found } from './found.ts';

/** What the sentences of a document oblige somebody to, one after another, each with its deadline as far as terms and answers date it. */
export function* obligationsFromDuties(
  document: ReadDocument,
  resolving: Resolving,
): Generator<readonly Found[], void> {
  const law = resolving.terms?.terms.governingLaw.value ?? null;
  const conventions = conventionsOf(document, law);
  const found = (duty: DutyReading): Found => {
    const stated = readDeadline(document, duty, conventions);
    return {
      origin: 'sentence',
      party: duty.party,
      modality: duty.modality,
      action: duty.action,
      counterparty: duty.counterparty ?? null,
      condition: duty.condition ?? null,
      trigger: duty.trigger ?? null,
      deadline: resolveDeadline(stated, resolving),
      stated,
      periods: [],
      places: duty.evidence.map((span) => ({ ...span, documentId: document.documentId })),
      confidence: duty.confidence,
    };
  };
  for (const duties of dutiesIn(document)) yield duties.map(found);
}

/**
 * Both together. A sentence that says what was found among the terms already is told with them, where it has its day in each
 * period of the contract; who may give notice is known from the sentence.
 */
export const together = (fromTerms: readonly Found[], duties: readonly Found[]): readonly Found[] => {
  const told = new Map(fromTerms.map((each) => [each, duties.filter((duty) => tells(each, duty))]));
  const dropped = new Set([...told.values()].flat());
  const terms = fromTerms.map((each) => {
    const parties = new Set(told.get(each)?.map(({ party }) => party));
    const [party] = parties;
    return parties.size === 1 && party !== undefined ? { ...each, party } : each;
  });
  return [...terms, ...duties.filter((duty) => !dropped.has(duty))];
};

const tells = ({ places, deadline, modality }: Found, duty: Found): boolean => {
  const [stated] = places;
  if (stated === undefined || deadline.date === null || modality !== 'permission') return false;
  return (
    about.test(duty.action) &&
    (duty.deadline.date === deadline.date || duty.stated?.anchor?.term === 'expirationDate') &&
    duty.places.some((place) => overlap(place, stated))
  );
};

const about = /\b(?:notice|notif\w*|terminat\w*|renew\w*|cancel\w*|extend\w*)\b/i;

const overlap = (a: Source, b: Source): boolean => a.documentId === b.documentId && a.start < b.end && b.start < a.end;
