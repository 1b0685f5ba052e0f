import { createHash } from 'node:crypto';
import { clauseWords } from '../../../core/evidence/clause-words.ts';
import type { FindingRecord } from './records.ts';

type Seen = Pick<FindingRecord, 'documentId' | 'detector' | 'evidence'>;
type Identity = Pick<FindingRecord, 'finding' | 'key' | 'ordinal' | 'of'>;

/**
 * Names for the findings of one document that outlive it being read again: the detector and the words of the evidence
 * decide, not where they stand. Findings with the same words are told apart by their order.
 */
export const identify = <T extends Seen>(found: readonly T[]): readonly (T & Identity)[] => {
  const placed = found.map((each) => ({ each, key: keyOf(each) })).sort((a, b) => placeOf(a.each) - placeOf(b.each));
  const totals = Map.groupBy(placed, ({ key }) => key);
  const seen = new Map<string, number>();
  return placed.map(({ each, key }) => {
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return { ...each, key, ordinal, of: totals.get(key)?.length ?? 1, finding: `fnd_${hash([key, ordinal], 16)}` };
  });
};

const keyOf = ({ documentId, detector, evidence }: Seen): string =>
  hash([documentId, detector, ...evidence.map(({ quote }) => clauseWords(quote)).sort()], 32);

const placeOf = ({ evidence }: Seen): number => evidence[0]?.start ?? Number.MAX_SAFE_INTEGER;

const hash = (parts: readonly (string | number)[], length: number): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, length);
