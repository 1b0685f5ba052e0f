import type { Principal } from '../../core/identity/principal.ts';
import type { LabelledUnit, PassageLabel, Passages, WantedLabel } from '../../core/ports/passages.ts';
import { ours } from './store.ts';

/** Who said what the labels say. */
export const model = 'words-1';

/** A label of a passage of `passage-samples.ts`, at so many characters of its text. */
export const label = (
  passageId: string,
  name: string,
  score: number,
  [start, end] = [0, 4] as [number, number],
): PassageLabel => {
  const from = 100 * Number(passageId.split('/').at(-1));
  return { passageId, start: from + start, end: from + end, label: name, score };
};

export const want = (...labels: readonly string[]): readonly WantedLabel[] =>
  labels.map((each) => ({ label: each, weight: 1 }));

export const found = (
  passages: Passages,
  wanted: readonly WantedLabel[],
  {
    limit = 100,
    documentIds,
    principal = ours,
  }: { limit?: number; documentIds?: readonly string[]; principal?: Principal } = {},
): Promise<readonly LabelledUnit[]> =>
  passages.labelled(principal, model, wanted, { limit, ...(documentIds ? { filter: { documentIds } } : {}) });
