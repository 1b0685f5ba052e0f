import type { Principal } from '../identity/principal.ts';
import type { ClauseAccess, ClauseReading } from '../ports/clauses.ts';
import type { PassageLabel } from '../ports/passages.ts';

/** A type that is less likely than this says nothing about a unit, and would fill the index. */
const LEAST_PROBABILITY = 0.02;

/**
 * What the clause model says of a version's units, as the index keeps it. undefined without a model, and where the
 * version is gone. Throws what the model throws.
 */
export const readLabels = async (
  clauses: ClauseAccess,
  principal: Principal,
  documentId: string,
  version: number,
  signal: AbortSignal,
): Promise<readonly PassageLabel[] | undefined> => {
  const reading = await clauses.read(principal, documentId, version, signal);
  return reading && labelsIn(reading);
};

/** What a reading says of its units, as the index keeps it. */
export const labelsIn = ({ units }: Pick<ClauseReading, 'units'>): PassageLabel[] =>
  units.flatMap(({ passageId, start, end, types }) =>
    types
      .filter(({ probability }) => probability >= LEAST_PROBABILITY)
      .map(({ type, probability }) => ({ passageId, start, end, label: type, score: probability })),
  );
