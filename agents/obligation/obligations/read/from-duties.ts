import type { ReadDocument } from '../../../../core/ports/detector.ts';
import { conventionsOf } from '../../deadlines/read/conventions.ts';
import { readDeadline } from '../../deadlines/read/read-deadline.ts';
import { type Resolving, resolveDeadline } from '../../deadlines/resolve/resolve-deadline.ts';
import { dutiesOf } from '../../duties/index.ts';
import type { Source } from '../../model/terms.ts';
import type { Found } from './found.ts';

/** What the sentences of a document oblige somebody to, each with its deadline as far as terms and answers date it. */
export const obligationsFromDuties = (document: ReadDocument, resolving: Resolving): readonly Found[] => {
  const law = resolving.terms?.terms.governingLaw.value ?? null;
  const conventions = conventionsOf(document, law);
  return dutiesOf(document).map((duty) => {
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
  });
};

/**
 * Without the sentences that say what was found among the terms already: the notice that stops a renewal, and the end of
 * the contract, have their day in each of its periods there.
 */
export const withoutTold = (duties: readonly Found[], fromTerms: readonly Found[]): readonly Found[] => {
  const told = fromTerms.flatMap(({ places, deadline }) => (deadline.date === null ? [] : places.slice(0, 1)));
  return duties.filter(
    ({ places, stated, action }) =>
      !(
        stated?.anchor?.term === 'expirationDate' &&
        /\b(?:notice|notif\w*|terminat\w*|renew\w*|cancel\w*)\b/i.test(action) &&
        places.some((place) => told.some((each) => overlap(place, each)))
      ),
  );
};

const overlap = (a: Source, b: Source): boolean => a.documentId === b.documentId && a.start < b.end && b.start < a.end;
