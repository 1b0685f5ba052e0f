import type { ReadDocument } from '../../core/ports/detector.ts';
import type { Case, ExpectedDeadline } from './cases.ts';
import type { ReadDuty } from './read.ts';
import { holds, type Judgement, type Share } from './score.ts';

type Offset = NonNullable<ExpectedDeadline['offset']>;

/** A deadline as it was read and reckoned; `Deadline` of the obligation agent is one. */
export type ReadDeadline = {
  readonly kind: string;
  readonly date: string | null;
  readonly time: string | null;
  readonly anchor: { readonly event: string; readonly term: string | null } | null;
  readonly offset: Offset | null;
  readonly rrule: string | null;
  readonly starts: string | null;
  readonly calendar: string | null;
  readonly timezone: string;
  readonly needs: string | null;
};

/** Who reads deadlines: the obligation agent, which eval does not know. */
export type DeadlineReader<D extends ReadDuty, L extends ReadDeadline> = {
  /** By when a duty is due, of a case with its terms, its known days and its day. */
  deadlineOf(asked: Case, document: ReadDocument, duty: D): L;
  /** Days on which it falls due between two days, with another rule and offset in place of its own, as if from `starts` on. */
  daysOf(
    deadline: L,
    rule: Pick<ReadDeadline, 'rrule' | 'offset' | 'starts'>,
    from: string,
    to: string,
  ): readonly string[];
};

type Days<L extends ReadDeadline> = DeadlineReader<never, L>['daysOf'];

/** What of a deadline is not as expected, by name; nothing where it is exactly right. What a case does not give is not held against it. */
export const mistakesOf = <L extends ReadDeadline>(
  expected: ExpectedDeadline,
  read: L,
  asOf: string,
  daysOf: Days<L>,
): readonly string[] => {
  const recurs = expected.kind === 'recurring';
  const { offset } = expected;
  const wrong: readonly (readonly [string, boolean])[] = [
    ['kind', expected.kind !== read.kind],
    ['date', expected.date !== undefined && expected.date !== read.date],
    ['time', expected.time !== undefined && expected.time !== read.time],
    ['timezone', expected.timezone !== undefined && expected.timezone !== read.timezone],
    ['calendar', expected.calendar !== undefined && expected.calendar !== read.calendar],
    ['starts', expected.starts !== undefined && expected.starts !== read.starts],
    ['term', expected.term !== undefined && expected.term !== read.anchor?.term],
    ['event', expected.event !== undefined && !recurs && !holds(read.anchor?.event, expected.event)],
    ['needs', expected.needs === true && read.needs === null],
    ['offset', offset !== undefined && !recurs && !sameOffset(offset, read.offset)],
    ['rule', recurs && expected.rrule !== undefined && !sameDays(expected, read, asOf, daysOf)],
  ];
  return wrong.flatMap(([name, isWrong]) => (isWrong ? [name] : []));
};

const sameOffset = (one: Offset, other: Offset | null): boolean =>
  other !== null &&
  one.value === other.value &&
  one.unit === other.unit &&
  one.direction === other.direction &&
  one.bound === other.bound;

/** Whether two rules come to the same days of the next three years, what is counted from their days with them. */
const sameDays = <L extends ReadDeadline>(
  wanted: ExpectedDeadline,
  read: L,
  asOf: string,
  daysOf: Days<L>,
): boolean => {
  const starts = read.starts ?? asOf;
  const until = Temporal.PlainDate.from(asOf).add({ years: 3 }).toString();
  const rule = { rrule: wanted.rrule ?? null, offset: wanted.offset ?? null, starts };
  const expected = daysOf(read, rule, asOf, until);
  const found = daysOf(read, { rrule: read.rrule, offset: read.offset, starts }, asOf, until);
  return found.length > 0 && expected.join() === found.join();
};

export type DeadlineScores = {
  /** Of the duties that were read right: how many have exactly their deadline, or none where there is none. */
  readonly all: Share;
  /** Of those that are due by some day. */
  readonly timed: Share;
};

export const scoreDeadlines = <D extends ReadDuty, L extends ReadDeadline>(
  judged: readonly Judgement<D>[],
  documentOf: (asked: Case) => ReadDocument,
  { deadlineOf, daysOf }: DeadlineReader<D, L>,
): DeadlineScores => {
  const read = judged.flatMap(({ case: asked, pairs }) => {
    const document = documentOf(asked);
    return pairs.map(({ expected: { deadline }, read: duty }) => ({
      timed: deadline.kind !== 'none',
      right: mistakesOf(deadline, deadlineOf(asked, document, duty), asked.asOf, daysOf).length === 0,
    }));
  });
  const share = (some: typeof read): Share => ({ right: some.filter(({ right }) => right).length, of: some.length });
  return { all: share(read), timed: share(read.filter(({ timed }) => timed)) };
};

/** What a case gives for reckoning its deadlines. */
export const givenOf = ({ asOf, timezone, terms, known }: Case) => ({
  asOf,
  timezone,
  terms,
  dayOf: (event: string): string | undefined => known?.find((each) => holds(event, each.event))?.date,
});
