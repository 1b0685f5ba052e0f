import type { ReadDocument } from '../../core/ports/detector.ts';
import { type Case, type Half, halfOf, halves, readCases } from './cases.ts';
import { type DeadlineReader, type DeadlineScores, type ReadDeadline, scoreDeadlines } from './deadlines.ts';
import { documentOf, type ReadDuty } from './read.ts';
import { type DutyScores, type Judgement, judge, scoreDuties } from './score.ts';

/** Who reads duties: the obligation agent, which eval does not know. */
export type DutyReader<D extends ReadDuty> = { dutiesOf(document: ReadDocument): readonly D[] };

export type HalfScores = DutyScores & { readonly deadlines: DeadlineScores };
export type ObligationScores = Readonly<Record<Half, HalfScores>>;

export type Measured = { readonly judged: readonly Judgement[]; readonly scores: ObligationScores };

/** Reads every case; each half is scored by itself, as the code was written with an eye on one of them. */
export const measureObligations = <D extends ReadDuty, L extends ReadDeadline>(
  reader: DutyReader<D> & DeadlineReader<D, L>,
  cases: readonly Case[] = readCases(),
): Measured => {
  const judged = cases.map((each) => judge(each, reader.dutiesOf(documentOf(each))));
  const scores = halves.map((half) => {
    const own = judged.filter((each) => halfOf(each.case) === half);
    return [half, { ...scoreDuties(own), deadlines: scoreDeadlines(own, documentOf, reader) }] as const;
  });
  return { judged, scores: Object.fromEntries(scores) as ObligationScores };
};
