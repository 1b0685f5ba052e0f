import { createHash } from 'node:crypto';
import { foldQuote } from '../../../core/document/locate.ts';
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
  hash([documentId, detector, ...evidence.map(({ quote }) => withoutNumber(foldQuote(quote))).sort()], 32);

/** A clause that has only moved to another number is the same clause: "12.3", "(b)", "Section 4.", "IV.". */
const withoutNumber = (quote: string): string => {
  let rest = quote;
  for (let at = 0; at < 3; at++) rest = rest.replace(leadingNumber, '');
  return rest === '' ? quote : rest;
};
const leadingNumber =
  /^(?:(?:section|article|clause|paragraph|§§?)\s?)?(?:\d{1,3}(?:\.\d{1,3}){0,5}[.):]?|[ivxlc]{1,7}[.)]|[a-z][.)]|\((?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,7})\))(?:\s|$)/i;

const placeOf = ({ evidence }: Seen): number => evidence[0]?.start ?? Number.MAX_SAFE_INTEGER;

const hash = (parts: readonly (string | number)[], length: number): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, length);
