import test from 'ava';
import { beginningOf, dayIn, daysBetween, isTimeZone, plusYears } from '../../../core/time/days.ts';

test('a time zone is a name, no offset and no timestamp that has a zone in it', (t) => {
  for (const zone of ['Europe/Berlin', 'UTC', 'America/Port-au-Prince', 'America/Argentina/Buenos_Aires', 'Etc/GMT+1'])
    t.true(isTimeZone(zone), zone);
  for (const none of ['', '+01:00', 'Mars/Base', 'T00:00[Europe/Berlin]', '2027-01-01[Europe/Berlin]', 'T00:00Z'])
    t.false(isTimeZone(none), none);
});

test('a day is that of the zone, and begins with its midnight, also when clocks change', (t) => {
  const now = Date.parse('2027-03-27T23:30Z');
  t.is(dayIn('UTC', now), '2027-03-27');
  t.is(dayIn('Europe/Berlin', now), '2027-03-28');
  t.is(beginningOf('2027-03-28', 'Europe/Berlin'), '2027-03-27T23:00:00.000Z');
  t.is(beginningOf('2027-03-29', 'Europe/Berlin'), '2027-03-28T22:00:00.000Z');
});

test('days are counted over a change of clocks and a leap year', (t) => {
  t.is(daysBetween('2027-03-27', '2027-03-29'), 2);
  t.is(daysBetween('2028-03-01', '2028-02-28'), -2);
  t.is(plusYears('2028-02-29', 1), '2029-02-28');
});
