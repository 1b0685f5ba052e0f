import type { BoxedWord } from './engines.ts';

/** Words as white space parts them, ligatures and width variants folded, case and punctuation kept. */
export const wordsOf = (text: string): string[] => text.normalize('NFKC').split(/\s+/u).filter(Boolean);

/** F1 of two bags. */
export function bagF1(found: readonly string[], wanted: readonly string[]): number {
  if (found.length === 0 || wanted.length === 0) return found.length === wanted.length ? 1 : 0;
  const left = new Map<string, number>();
  for (const item of wanted) left.set(item, (left.get(item) ?? 0) + 1);
  let shared = 0;
  for (const item of found) {
    const count = left.get(item) ?? 0;
    if (count === 0) continue;
    left.set(item, count - 1);
    shared += 1;
  }
  return (2 * shared) / (found.length + wanted.length);
}

/** Agreement of order: F1 over pairs of neighbouring words. */
export const orderF1 = (found: readonly string[], wanted: readonly string[]): number =>
  bagF1(pairs(found), pairs(wanted));

const pairs = (words: readonly string[]): string[] => words.slice(1).map((word, index) => `${words[index]} ${word}`);

/** Mean, over the wanted words that were found on their page, of the best intersection over union. */
export function boxAgreement(
  found: readonly BoxedWord[],
  wanted: readonly BoxedWord[],
): { iou: number; matched: number } {
  const candidates = Map.groupBy(found, (word) => `${word.page} ${word.text}`);
  let sum = 0;
  let matched = 0;
  for (const word of wanted) {
    const same = candidates.get(`${word.page} ${word.text}`);
    if (same === undefined) continue;
    matched += 1;
    sum += Math.max(...same.map((other) => iou(other.box, word.box)));
  }
  return { iou: matched === 0 ? 0 : sum / matched, matched: wanted.length === 0 ? 1 : matched / wanted.length };
}

function iou(a: BoxedWord['box'], b: BoxedWord['box']): number {
  const width = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (a[2] * a[3] + b[2] * b[3] - shared);
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

export const quantile = (values: readonly number[], q: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
};
