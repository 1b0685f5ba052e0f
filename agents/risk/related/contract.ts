import { relates } from '../../../core/reading/related.ts';
import type { OpeningRecord } from './records.ts';

/** Other documents of the same contract, oldest first: what it amends, and what amends that or itself. */
export const relatedTo = (
  documentId: string,
  openings: ReadonlyMap<string, OpeningRecord>,
): readonly OpeningRecord[] => {
  const own = openings.get(documentId);
  if (own === undefined) return [];
  const described = describedBy(own);
  return [...openings.values()]
    .filter((other) => other.documentId !== documentId && (own.amends || other.amends))
    .filter((other) => relates(described, describedBy(other)))
    .sort((a, b) => compare(a.day, b.day) || compare(a.documentId, b.documentId));
};

const describedBy = ({ title, ...opening }: OpeningRecord) => ({ ...opening, title: title ?? undefined });

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
