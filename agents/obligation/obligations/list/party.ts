import { findParty, unknownParty } from '../../../../core/reading/find-party.ts';
import type { Analysed } from '../analysis/current.ts';

/** Names that stand for every party of a contract. */
const everybody = new Set(['either party', 'all parties', 'each party', 'both parties', 'the parties', 'parties']);

/** Says whether an obligation binds the party that was asked for. */
export type PartyFilter = (documentId: string, party: string) => boolean;

/** Throws `unknown_party` where none of the documents has it and no obligation was given to it by hand. */
export const partyFilter = (
  wanted: string | undefined,
  analysed: readonly Analysed[],
  given: readonly string[],
): PartyFilter => {
  if (wanted === undefined) return () => true;
  const own = fold(wanted);
  const names = new Map(
    analysed.map(({ document, analysis }) => {
      const party = findParty(analysis.parties, wanted);
      return [document.id, new Set(party === undefined ? [] : [party.name, ...party.aliases].map(fold))];
    }),
  );
  if ([...names.values()].every(({ size }) => size === 0) && !given.some((each) => fold(each) === own)) {
    throw unknownParty(
      wanted,
      analysed.flatMap(({ analysis }) => analysis.parties),
    );
  }
  return (documentId, party) => {
    const folded = fold(party);
    if (folded === own) return true;
    const called = names.get(documentId);
    return called !== undefined && called.size > 0 && (called.has(folded) || everybody.has(folded));
  };
};

const fold = (name: string): string =>
  name
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^the\s+/i, '')
    .toLowerCase();
