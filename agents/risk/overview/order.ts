import { severities } from '../../../core/ports/detector.ts';
import type { Summary } from './summary.ts';

/** The worst first; documents that are alike stay in their order. */
export const worstFirst = <T extends { readonly summary: Summary }>(documents: readonly T[]): readonly T[] =>
  documents.toSorted((a, b) => compare(weightOf(b.summary), weightOf(a.summary)));

const weightOf = ({ by_severity: count }: Summary): readonly number[] =>
  severities.toReversed().map((severity) => count[severity]);

const compare = (a: readonly number[], b: readonly number[]): number => {
  for (const [index, value] of a.entries()) if (value !== b[index]) return value - (b[index] ?? 0);
  return 0;
};
