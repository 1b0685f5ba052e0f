import { stem } from '../../core/text/stem.ts';
import { wordsOf } from '../../core/text/words.ts';
import { type Counts, type PrecisionRecall, precisionRecall, sumOf } from '../score/ratios.ts';
import type { Case, ExpectedDuty } from './cases.ts';
import type { ReadDuty } from './read.ts';

/** An expected duty beside the reading that was taken for it. */
export type Pair<D extends ReadDuty = ReadDuty> = { readonly expected: ExpectedDuty; readonly read: D };

/** What was read of one case. */
export type Judgement<D extends ReadDuty = ReadDuty> = {
  readonly case: Case;
  readonly pairs: readonly Pair<D>[];
  /** Expected and not read. */
  readonly missed: readonly ExpectedDuty[];
  /** Read and not expected. */
  readonly wrong: readonly D[];
};

/** A reading is right when party and modality agree and its action holds every expected word, in any form. */
export const judge = <D extends ReadDuty>(asked: Case, read: readonly D[]): Judgement<D> => {
  const left = [...read];
  const pairs: Pair<D>[] = [];
  const missed: ExpectedDuty[] = [];
  for (const expected of asked.expected) {
    const at = left.findIndex((one) => isRight(expected, one));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (found) pairs.push({ expected, read: found });
    else missed.push(expected);
  }
  return { case: asked, pairs, missed, wrong: left };
};

const isRight = (expected: ExpectedDuty, { party, modality, action }: ReadDuty): boolean =>
  party === expected.party && modality === expected.modality && holds(action, expected.action);

/** Whether the text has every word, in any form. */
export const holds = (text: string | undefined, words: readonly string[]): boolean => {
  const said = new Set(wordsOf(text ?? '').map(({ form }) => stem(form)));
  return words.every((word) => wordsOf(word).every(({ form }) => said.has(stem(form))));
};

export type Share = { readonly right: number; readonly of: number };

export type DutyScores = {
  readonly cases: number;
  readonly duties: PrecisionRecall & Counts;
  /** Of the readings that are right and should name one. */
  readonly counterparty: Share;
  readonly condition: Share;
  readonly trigger: Share;
  readonly kinds: Readonly<Record<string, Counts>>;
};

export const scoreDuties = (judged: readonly Judgement[]): DutyScores => {
  const counts = sumOf(judged.map(countsOf));
  const pairs = judged.flatMap((each) => each.pairs);
  const share = (asks: (one: ExpectedDuty) => boolean, right: (pair: Pair) => boolean): Share => {
    const asking = pairs.filter(({ expected }) => asks(expected));
    return { right: asking.filter(right).length, of: asking.length };
  };
  return {
    cases: judged.length,
    duties: { ...precisionRecall(counts), ...counts },
    counterparty: share(
      ({ counterparty }) => counterparty !== undefined,
      ({ expected, read }) => read.counterparty === expected.counterparty,
    ),
    condition: share(
      ({ condition }) => condition !== undefined,
      ({ expected, read }) => holds(read.condition, expected.condition ?? []),
    ),
    trigger: share(
      ({ trigger }) => trigger !== undefined,
      ({ expected, read }) => holds(read.trigger, expected.trigger ?? []),
    ),
    kinds: Object.fromEntries(
      [...new Set(judged.map((each) => each.case.kind))].map((kind) => [
        kind,
        sumOf(judged.filter((each) => each.case.kind === kind).map(countsOf)),
      ]),
    ),
  };
};

const countsOf = ({ pairs, missed, wrong }: Judgement): Counts => ({
  right: pairs.length,
  wrong: wrong.length,
  missed: missed.length,
});
