import { createHash } from 'node:crypto';
import { clauseWords } from '../../../core/evidence/clause-words.ts';
import type { Reading } from './records.ts';

type Read = Omit<Reading, 'obligation' | 'key' | 'words' | 'ordinal'>;
type Identity = Pick<Reading, 'obligation' | 'key' | 'words' | 'ordinal' | 'action'>;

/**
 * Names for what was read in one version of a document. The party, the modality and the words of the evidence decide, not
 * where they stand; what has all of that in common is told apart by its order. One on which somebody decided (`decided`)
 * keeps its name even where the same words are read otherwise by now: where there are more or fewer duties in them, the
 * action tells which is which, and where the party is called otherwise, the words do.
 */
export const identify = (found: readonly Read[], decided: readonly Identity[] = []): readonly Reading[] => {
  /** Many duties may stand in one sentence. */
  const folded = new Map<string, string>();
  const wordsOf = (quote: string): string => {
    const words = folded.get(quote) ?? clauseWords(quote);
    folded.set(quote, words);
    return words;
  };
  const placed = found
    .map((each) => {
      const quotes = each.evidence.map(({ quote }) => wordsOf(quote)).sort();
      return { each, words: hash(quotes, 32), key: keyOf(each, quotes) };
    })
    .sort((a, b) => placeOf(a.each) - placeOf(b.each));
  const named = new Map<number, Identity>();
  const free = new Set(decided.toSorted((a, b) => a.ordinal - b.ordinal));
  const give = (matches: (read: (typeof placed)[number], before: Identity) => boolean): void => {
    for (const [index, read] of placed.entries()) {
      if (named.has(index)) continue;
      const before = free.values().find((each) => matches(read, each));
      if (before === undefined) continue;
      named.set(index, before);
      free.delete(before);
    }
  };
  const sameAction = ({ each }: (typeof placed)[number], before: Identity): boolean =>
    clauseWords(each.action) === clauseWords(before.action);
  give((read, before) => read.key === before.key && sameAction(read, before));
  give((read, before) => read.words === before.words && sameAction(read, before));
  // Read otherwise, and nothing else can be meant.
  const alone = (key: string): boolean =>
    placed.filter((each) => each.key === key).length === 1 && decided.filter((each) => each.key === key).length === 1;
  give((read, before) => read.key === before.key && alone(read.key));
  const taken = new Set(decided.map(({ obligation }) => obligation));
  /** Lower ordinals of a key are taken. */
  const next = new Map<string, number>();
  return placed.map(({ each, words, key }, index) => {
    const before = named.get(index);
    if (before !== undefined)
      return { ...each, words, key: before.key, ordinal: before.ordinal, obligation: before.obligation };
    for (let ordinal = next.get(key) ?? 0; ; ordinal++) {
      const obligation = `obl_${hash([key, ordinal], 16)}`;
      if (taken.has(obligation)) continue;
      taken.add(obligation);
      next.set(key, ordinal + 1);
      return { ...each, words, key, ordinal, obligation };
    }
  });
};

/** What follows from the terms is told apart by what is to be done: one clause may say both when it ends and how. */
const keyOf = ({ documentId, party, modality, origin, action }: Read, quotes: readonly string[]): string =>
  hash([documentId, party, modality, ...(origin === 'terms' ? [action] : []), ...quotes], 32);

const placeOf = ({ evidence }: Read): number => evidence[0]?.start ?? Number.MAX_SAFE_INTEGER;

const hash = (parts: readonly (string | number)[], length: number): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, length);
