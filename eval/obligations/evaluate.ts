import type { ReadDocument } from '../../core/ports/detector.ts';
import { type Case, halfOf, halves, readCases } from './cases.ts';
import { documentOf, type ReadDuty } from './read.ts';
import { type DutyScores, type Judgement, judge, scoreDuties } from './score.ts';

/** Who reads duties: the obligation agent, which eval does not know. */
export type DutyReader = { dutiesOf(document: ReadDocument): readonly ReadDuty[] };

export type ObligationScores = Readonly<Record<(typeof halves)[number], DutyScores>>;

export const judgeCases = ({ dutiesOf }: DutyReader, cases: readonly Case[] = readCases()): readonly Judgement[] =>
  cases.map((each) => judge(each, dutiesOf(documentOf(each))));

/** Each half by itself: the code was written with an eye on one of them. */
export const scoreHalves = (judged: readonly Judgement[]): ObligationScores =>
  Object.fromEntries(
    halves.map((half) => [half, scoreDuties(judged.filter((each) => halfOf(each.case) === half))]),
  ) as ObligationScores;
