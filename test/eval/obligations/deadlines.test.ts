import test from 'ava';
import { loadHolidays } from '../../../agents/obligation/deadlines/resolve/holidays.ts';
import { dutiesOf } from '../../../agents/obligation/duties/index.ts';
import { noDeadline } from '../../../agents/obligation/model/deadline.ts';
import { halfOf, readCases } from '../../../eval/obligations/cases.ts';
import { mistakesOf, scoreDeadlines } from '../../../eval/obligations/deadlines.ts';
import { documentOf } from '../../../eval/obligations/read.ts';
import { judge } from '../../../eval/obligations/score.ts';
import { deadlineReader } from './reader.ts';

test('deadlines of the development sentences are read exactly', async (t) => {
  const cases = readCases().filter((each) => halfOf(each) === 'development');
  const judged = cases.map((each) => judge(each, dutiesOf(documentOf(each))));
  const { all, timed } = scoreDeadlines(judged, documentOf, deadlineReader(await loadHolidays()));
  t.true(timed.of > 40);
  t.true(timed.right / timed.of >= 0.95, `${timed.right} of ${timed.of}`);
  t.true(all.right / all.of >= 0.95, `${all.right} of ${all.of}`);
});

test('rules are the same that come to the same days, however they are written', async (t) => {
  const { daysOf } = deadlineReader(await loadHolidays());
  const read = {
    ...noDeadline('UTC'),
    kind: 'recurring' as const,
    rrule: 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1',
  };
  const mistakes = (rrule: string): readonly string[] =>
    mistakesOf({ kind: 'recurring', rrule }, read, '2026-01-15', daysOf);
  t.deepEqual(mistakes('FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'), []);
  t.deepEqual(mistakes('FREQ=MONTHLY;BYMONTHDAY=-1'), ['rule']);
  t.deepEqual(mistakes('FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=30'), ['rule']);
});
