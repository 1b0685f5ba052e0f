import test from 'ava';
import {
  afterQuietHours,
  deadlineOf,
  leadInstant,
  overdueInstant,
} from '../../../../agents/obligation/reminders/instants.ts';
import { preferencesOf } from '../../../support/recorded-notifications.ts';
import { dueOn } from './rig.ts';

const berlin = preferencesOf('anna');
const at = (instant: Temporal.Instant) => instant.toString();

test('a day ends with its last moment where the document is, also on the day of a clock change', (t) => {
  t.is(at(deadlineOf(dueOn('2027-03-28'))), '2027-03-28T22:00:00Z');
  t.is(at(deadlineOf(dueOn('2027-10-31'))), '2027-10-31T23:00:00Z');
  t.is(at(deadlineOf(dueOn('2027-07-01', { time: '17:00', timezone: 'America/New_York' }))), '2027-07-01T21:00:00Z');
});

test('lead times are days of the calendar at the hour of the person: a clock change moves the instant and not the hour', (t) => {
  // Summer time begins in Berlin on 28 March 2027.
  t.is(at(leadInstant(dueOn('2027-03-29'), 7, berlin)), '2027-03-22T08:00:00Z');
  t.is(at(leadInstant(dueOn('2027-03-29'), 0, berlin)), '2027-03-29T07:00:00Z');
  t.is(at(overdueInstant(dueOn('2027-03-27'), 1, berlin)), '2027-03-28T07:00:00Z');
});

test('the last day is the one that it is where the person is', (t) => {
  // The end of 1 July in Tokyo is eight in the morning of 1 July in Los Angeles (UTC-7 in summer).
  const tokyo = dueOn('2027-07-01', { timezone: 'Asia/Tokyo' });
  const angeles = preferencesOf('bo', { timezone: 'America/Los_Angeles' });
  t.is(at(deadlineOf(tokyo)), '2027-07-01T15:00:00Z');
  t.is(at(leadInstant(tokyo, 1, angeles)), '2027-06-30T16:00:00Z');
  // At nine of the day itself it would be too late; two hours ahead lies in the quiet hours, so it comes before them.
  t.is(at(leadInstant(tokyo, 0, angeles)), '2027-07-01T04:59:00Z');
});

test('a day that ends after midnight where the person is counts as it is written, and is not overdue before it ends', (t) => {
  // The end of 20 January in UTC is one in the morning of 21 January in Berlin.
  const utc = dueOn('2027-01-20', { timezone: 'UTC' });
  t.is(at(leadInstant(utc, 7, berlin)), '2027-01-13T08:00:00Z');
  t.is(at(leadInstant(utc, 0, berlin)), '2027-01-20T08:00:00Z');
  t.is(at(overdueInstant(utc, 1, berlin)), '2027-01-21T08:00:00Z');
  // In Honolulu it ends when it is eleven at night of the next day in Auckland.
  const honolulu = dueOn('2027-01-20', { timezone: 'Pacific/Honolulu' });
  const auckland = preferencesOf('cy', { timezone: 'Pacific/Auckland' });
  t.is(at(leadInstant(honolulu, 0, auckland)), '2027-01-19T20:00:00Z');
  t.is(at(overdueInstant(honolulu, 1, auckland)), '2027-01-21T20:00:00Z');
});

test('a reminder on the day comes before the hour of the deadline', (t) => {
  const early = dueOn('2027-05-10', { time: '08:30' });
  t.is(at(leadInstant(early, 0, preferencesOf('anna', { quietHours: undefined }))), '2027-05-10T04:30:00Z');
  t.is(at(leadInstant(early, 0, berlin)), '2027-05-09T19:59:00Z');
});

test('what falls into quiet hours waits for their end, over midnight, by day, and over a clock change', (t) => {
  const end = (instant: string, quietHours: { from: string; to: string }) =>
    at(afterQuietHours(Temporal.Instant.from(instant), preferencesOf('anna', { quietHours })));
  const night = { from: '22:00', to: '07:00' };
  t.is(end('2027-05-10T20:00:00Z', night), '2027-05-11T05:00:00Z');
  t.is(end('2027-05-10T03:00:00Z', night), '2027-05-10T05:00:00Z');
  t.is(end('2027-05-10T05:00:00Z', night), '2027-05-10T05:00:00Z');
  t.is(end('2027-05-10T11:30:00Z', { from: '13:00', to: '14:00' }), '2027-05-10T12:00:00Z');
  t.is(end('2027-05-10T12:30:00Z', { from: '13:00', to: '14:00' }), '2027-05-10T12:30:00Z');
  // The night in which the clock goes back is an hour longer.
  t.is(end('2027-10-30T20:30:00Z', night), '2027-10-31T06:00:00Z');
});
