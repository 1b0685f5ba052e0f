import test from 'ava';
import ICAL from 'ical.js';
import { lateFrom, occurrences } from '../../../../agents/obligation/deadlines/occurrences.ts';
import {
  businessDayOfEach,
  dayOfEach,
  daysOfYear,
  every,
  weekdayOfEach,
} from '../../../../agents/obligation/deadlines/read/rules.ts';
import { countFrom } from '../../../../agents/obligation/deadlines/resolve/count.ts';
import { isBusinessDay } from '../../../../agents/obligation/deadlines/resolve/holidays.ts';
import { ruleProblem } from '../../../../agents/obligation/deadlines/resolve/recurrence.ts';
import { type Deadline, noDeadline, type Offset } from '../../../../agents/obligation/model/deadline.ts';
import { holidays } from './phrase.ts';

/** Days spread over thirty years by a fixed step, which falls on every day of the week and of the month. */
const days = Array.from({ length: 300 }, (_, at) =>
  Temporal.PlainDate.from('2020-01-01')
    .add({ days: at * 37 })
    .toString(),
);
const offset = (value: number, unit: Offset['unit'], direction: Offset['direction']): Offset => ({
  value,
  unit,
  direction,
  bound: 'exact',
});
const day = (iso: string, by: Offset, calendar = 'weekdays'): string => countFrom(iso, by, calendar, holidays).day;

test('days before and as many after come back to the same day', (t) => {
  for (const [at, from] of days.entries()) {
    const value = (at % 400) + 1;
    for (const unit of ['day', 'week'] as const) {
      t.is(day(day(from, offset(value, unit, 'before')), offset(value, unit, 'after')), from);
    }
  }
});

test('months end in the month that is so many further, never in the next', (t) => {
  for (const [at, from] of days.entries()) {
    const months = (at % 30) + 1;
    const landed = Temporal.PlainDate.from(day(from, offset(months, 'month', 'after')));
    const expected = Temporal.PlainDate.from(from).toPlainYearMonth().add({ months });
    t.is(landed.toPlainYearMonth().toString(), expected.toString());
    t.true(landed.day === Temporal.PlainDate.from(from).day || landed.day === expected.daysInMonth);
  }
});

test('business days land on no weekend and no holiday, and come back from a business day', (t) => {
  for (const calendar of ['US', 'GB-ENG', 'DE-HE', 'TARGET', 'GB-ENG+US']) {
    for (const [at, from] of days.filter((_, each) => each % 5 === 0).entries()) {
      const value = (at % 25) + 1;
      const landed = day(from, offset(value, 'business-day', 'after'), calendar);
      t.true(isBusinessDay(holidays, calendar, Temporal.PlainDate.from(landed)), `${calendar} ${landed}`);
      if (isBusinessDay(holidays, calendar, Temporal.PlainDate.from(from))) {
        t.is(day(landed, offset(value, 'business-day', 'before'), calendar), from);
      }
    }
  }
});

test('leap days, year ends and the 31st', (t) => {
  t.is(day('2028-02-29', offset(1, 'year', 'after')), '2029-02-28');
  t.is(day('2028-02-29', offset(4, 'year', 'after')), '2032-02-29');
  t.is(day('2026-08-31', offset(6, 'month', 'before')), '2026-02-28');
  t.is(day('2026-12-31', offset(1, 'day', 'after')), '2027-01-01');
  t.is(day('2026-11-30', offset(1, 'quarter', 'after')), '2027-02-28');
  t.deepEqual(countFrom('2026-01-31', offset(1, 'month', 'after'), null, holidays).notes, [
    'that month has no such day: its last',
  ]);
});

test('holidays between are left out, and named', (t) => {
  const { day: landed, notes } = countFrom('2026-12-23', offset(3, 'business-day', 'after'), 'GB-ENG', holidays);
  t.is(landed, '2026-12-30');
  t.regex(notes[0] ?? '', /GB-ENG, without Christmas Day 2026-12-25/);
  t.is(day('2026-04-02', offset(1, 'business-day', 'after'), 'TARGET'), '2026-04-07');
  t.is(day('2026-07-02', offset(1, 'business-day', 'after'), 'US'), '2026-07-06');
});

const rules = [
  ...([1, 5, 28, 29, 30, 31, -1, -2] as const).flatMap((n) => [
    dayOfEach('month', n),
    dayOfEach('quarter', n),
    dayOfEach('year', n),
  ]),
  dayOfEach('quarter', -1, 3),
  dayOfEach('half-year', -1, 6),
  ...([1, 3, -1] as const).flatMap((n) => [businessDayOfEach('month', n), businessDayOfEach('quarter', n)]),
  ...([1, 4, -1] as const).flatMap((n) => [weekdayOfEach('month', n, 'Monday'), weekdayOfEach('quarter', n, 'Friday')]),
  daysOfYear([
    { month: 1, day: 15 },
    { month: 7, day: 15 },
  ]),
  daysOfYear([{ month: 2, day: 29 }]),
  daysOfYear([
    { month: 6, day: 30 },
    { month: 12, day: 31 },
  ]),
  every('week', 2, ';BYDAY=TU'),
  every('day', 1),
].flatMap((rule) => (rule === undefined ? [] : [rule.rrule]));

const recurring = (rrule: string, rest: Partial<Deadline> = {}): Deadline => ({
  ...noDeadline('UTC'),
  kind: 'recurring',
  rrule,
  ...rest,
});

test('rules are read by others as we read them: the same first fifty days', (t) => {
  t.true(rules.length > 30);
  for (const rrule of rules) t.is(ruleProblem(rrule), undefined, rrule);
  // ical.js takes no heed of BYSETPOS beside BYMONTHDAY alone; what such rules come to is told below.
  for (const rrule of rules.filter((each) => !/BYMONTHDAY=.*BYSETPOS/.test(each))) {
    const ours = occurrences(recurring(rrule, { starts: '2026-01-01' }), '2026-01-01', '2090-12-31').slice(0, 50);
    // DTSTART is the first day, as in a calendar that is handed out.
    const iterator = ICAL.Recur.fromString(rrule).iterator(ICAL.Time.fromDateString(ours[0] ?? ''));
    const theirs = Array.from({ length: 50 }, () => iterator.next()?.toString());
    t.deepEqual(ours, theirs, rrule);
  }
});

test('the 30th of each month is the last day of February, the 29th too but in leap years', (t) => {
  for (const n of [29, 30, 31]) {
    const found = occurrences(recurring(dayOfEach('month', n)?.rrule ?? ''), '2026-01-01', '2029-12-31');
    const months = Array.from({ length: 48 }, (_, at) => Temporal.PlainYearMonth.from('2026-01').add({ months: at }));
    t.deepEqual(
      found,
      months.map((month) => month.toPlainDate({ day: Math.min(n, month.daysInMonth) }).toString()),
    );
  }
});

test('a clock that changes loses no day and has none twice', (t) => {
  const zones = [
    ['Europe/Berlin', '2026-03-29', '2026-10-25', '02:30', 1],
    ['America/New_York', '2026-03-08', '2026-11-01', '02:30', 1],
    ['Australia/Lord_Howe', '2026-10-04', '2026-04-05', '02:15', 0.5],
  ] as const;
  for (const [timezone, forward, back, time, hours] of zones) {
    for (const change of [forward, back]) {
      const from = Temporal.PlainDate.from(change).subtract({ days: 3 }).toString();
      const to = Temporal.PlainDate.from(change).add({ days: 3 }).toString();
      const found = occurrences(recurring('FREQ=DAILY', { timezone, time }), from, to);
      t.is(found.length, 7);
      const instants = found.map((each) => lateFrom({ timezone, time }, each));
      t.true(
        instants.every((instant, at) => at === 0 || instant > (instants[at - 1] ?? 0)),
        `${timezone} ${change}`,
      );
    }
    const noon = (on: Temporal.PlainDate): number => lateFrom({ timezone, time: '12:00' }, on.toString());
    const length = (on: string): number => {
      const date = Temporal.PlainDate.from(on);
      return (noon(date) - noon(date.subtract({ days: 1 }))) / 3_600_000;
    };
    t.is(length(forward), 24 - hours);
    t.is(length(back), 24 + hours);
  }
  t.is(lateFrom({ timezone: 'Europe/Berlin', time: null }, '2026-03-29'), Date.parse('2026-03-29T22:00:00Z'));
  t.is(lateFrom({ timezone: 'Europe/Berlin', time: '02:30' }, '2026-03-29'), Date.parse('2026-03-29T00:30:00Z'));
  t.is(lateFrom({ timezone: 'Europe/Berlin', time: '02:30' }, '2026-10-25'), Date.parse('2026-10-25T00:30:00Z'));
});

test('the third business day of a month is counted by its calendar', (t) => {
  const rrule = businessDayOfEach('month', 3)?.rrule ?? '';
  const found = (calendar: string): readonly string[] =>
    occurrences(recurring(rrule, { calendar }), '2026-01-01', '2026-01-31', holidays);
  t.deepEqual(found('weekdays'), ['2026-01-05']);
  t.deepEqual(found('US'), ['2026-01-06']);
});

test('a rule that a person wrote is refused where it cannot be reckoned with', (t) => {
  t.is(ruleProblem('FREQ=MONTHLY;BYMONTHDAY=5'), undefined);
  for (const bad of [
    '',
    'FREQ=HOURLY',
    'FREQ=MONTHLY;COUNT=3',
    'FREQ=DAILY;BYHOUR=9',
    'every month',
    'FREQ=YEARLY;BYMONTH=13',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  ]) {
    t.not(ruleProblem(bad), undefined, bad);
  }
});
