import test from 'ava';
import { dayOfYearWords, dayWords, distance } from '../../../core/time/words.ts';

test('days and distances are said in the same words everywhere', (t) => {
  t.is(dayWords('2027-03-26'), 'Friday 26 March 2027');
  t.is(dayWords('2028-02-29'), 'Tuesday 29 February 2028');
  t.is(dayOfYearWords('2027-03-26'), 'Friday 26 March');
  t.deepEqual([-3, -1, 0, 1, 30].map(distance), ['3 days ago', 'yesterday', 'today', 'tomorrow', 'in 30 days']);
});
