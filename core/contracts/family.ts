import { relates } from '../reading/related.ts';
import { compareText } from '../text/order.ts';
import type { OpeningRecord } from './records.ts';

/** Which documents belong together: says of one the others of the same contract, oldest first. */
export type Contracts = (documentId: string) => readonly OpeningRecord[];

/** A contract is what is amended, and all that amends it. Two documents neither of which amends anything are never compared. */
export const contractsIn = (openings: ReadonlyMap<string, OpeningRecord>): Contracts => {
  // Each is compared with many, and remembered by what compares them.
  const described = new Map([...openings].map(([id, opening]) => [id, describedBy(opening)]));
  const all = [...described.values()];
  const amending = all.filter(({ amends }) => amends);
  return (documentId) => {
    const own = described.get(documentId);
    if (own === undefined) return [];
    return (own.amends ? all : amending)
      .filter((other) => other !== own && relates(own, other))
      .map((other) => other.opening)
      .sort((a, b) => compareText(a.day, b.day) || compareText(a.documentId, b.documentId));
  };
};

const describedBy = (opening: OpeningRecord) => {
  const { title, text, parties, kind, amends } = opening;
  return { title: title ?? undefined, text, parties, kind, amends, opening };
};
