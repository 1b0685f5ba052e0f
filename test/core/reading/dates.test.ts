import test from 'ava';
import { namedDays } from '../../../core/reading/dates.ts';

const daysIn = (text: string) => namedDays(text).map(({ start, end, iso }) => `${iso} ${text.slice(start, end)}`);

test('days are read as contracts write them', (t) => {
  t.deepEqual(daysIn('dated May 12, 2025 and 3 March 2024'), ['2025-05-12 May 12, 2025', '2024-03-03 3 March 2024']);
  t.deepEqual(daysIn('effective October 1,1996'), ['1996-10-01 October 1,1996']);
  t.deepEqual(daysIn('made this 22nd day of June, 2018'), ['2018-06-22 22nd day of June, 2018']);
  t.deepEqual(daysIn('on 2026-02-28 or Sept. 9, 2026'), ['2026-02-28 2026-02-28', '2026-09-09 Sept. 9, 2026']);
});

test('what is no day, or could be two, is left out', (t) => {
  t.deepEqual(daysIn('February 30, 2024; 03/04/2024; May 2024; 12 may 24; 2024-13-01'), []);
});

test('offsets are those of the whole text', (t) => {
  const text = 'from 1 May 2024 to 2 June 2024';
  t.deepEqual(namedDays(text, 10), [{ start: 19, end: 30, iso: '2024-06-02' }]);
});
