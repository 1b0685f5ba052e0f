import test from 'ava';
import { localPrincipal } from '../../../../core/identity/principal.ts';
import { openObligations } from '../../../support/obligation-office.ts';
import { act, type Changed, codeOf, edit, listed, named, until } from './acts.ts';
import { lease } from './texts.ts';

test('a notice of non-renewal follows from the terms, with its arithmetic, and comes again in the next period', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const { id, deadline, evidence } = await named(office, /non-renewal/);
  t.regex(deadline.explanation, /2027-02-28 − 90 days = 2026-11-30/);
  t.true(evidence.some(({ quote }) => quote.includes('until 28 February 2027')));
  await act(office, 'confirm', id);
  until(office, '2026-11-01T09:00:00Z');
  const after = await act(office, 'done', id, { reason: 'We stay.' });
  t.is(after.status, 'confirmed');
  t.is(after.deadline.date, '2027-11-30');
  t.deepEqual(after.done, ['2026-11-30']);
});

test('proposed, confirmed, overdue, done and reopened: each step is kept with who, when and why', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const { id, revision } = await named(office, /certificate/);
  t.is(revision, 0);
  const { obligations } = await office.call<Changed>(
    'obligations.confirm',
    { ids: [id] },
    { ...localPrincipal, user: 'ann' },
  );
  t.is(obligations[0]?.status, 'confirmed');
  t.is(obligations[0]?.person, 'ann');
  until(office, '2026-03-23T12:00:00Z');
  const late = await named(office, /certificate/);
  t.deepEqual([late.status, late.days_left], ['overdue', -3]);
  const done = await act(office, 'done', id, { reason: 'Sent by post.' });
  t.is(done.status, 'done');
  t.false((await listed(office)).obligations.some((each) => each.id === id));
  const again = await act(office, 'reopen', id);
  t.is(again.status, 'overdue');
  t.deepEqual(
    again.history.map(({ change, by, reason }) => [change, by, reason]),
    [
      ['confirmed', 'ann', null],
      ['done', 'local', 'Sent by post.'],
      ['reopened', 'local', null],
    ],
  );
  t.true(again.history.every(({ changed_at: at }, index) => at >= (again.history[index - 1]?.changed_at ?? '')));
});

test('what nobody confirmed is not overdue: once its day is over it is out of the way', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  until(office, '2026-03-23T12:00:00Z');
  const { obligations, summary } = await listed(office);
  t.false(obligations.some(({ title }) => /certificate/.test(title)));
  t.is(summary['past'], 1);
  t.is((await named(office, /certificate/, { deadline: ['past'] })).status, 'proposed');
});

test('it is overdue when the day ends where it is due, not elsewhere', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const { id } = await named(office, /certificate/);
  await act(office, 'confirm', id);
  // In Berlin 20 March ends at 23:00 UTC, in Honolulu at 10:00 UTC of the day after.
  until(office, '2026-03-20T22:59:00Z');
  t.is((await named(office, /certificate/)).status, 'confirmed');
  until(office, '2026-03-20T23:00:00Z');
  t.is((await named(office, /certificate/)).status, 'overdue');
  const moved = await edit(office, id, { timezone: 'Pacific/Honolulu' });
  t.deepEqual([moved.status, moved.days_left], ['confirmed', 0]);
  until(office, '2026-03-21T10:00:00Z');
  t.is((await named(office, /certificate/)).status, 'overdue');
});

test('a recurring obligation is done an occurrence at a time, also out of order, and one that was missed stays', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const { id } = await named(office, /rent/);
  await act(office, 'confirm', id);
  const january = await act(office, 'done', id);
  t.deepEqual([january.status, january.deadline.date], ['confirmed', '2026-02-05']);
  const march = await act(office, 'done', id, { occurrence: '2026-03-05' });
  t.is(march.deadline.date, '2026-02-05');
  until(office, '2026-04-10T12:00:00Z');
  const late = await named(office, /rent/);
  t.deepEqual([late.status, late.deadline.date], ['overdue', '2026-02-05']);
  const february = await act(office, 'done', id);
  t.deepEqual([february.status, february.deadline.date], ['overdue', '2026-04-05']);
  const back = await act(office, 'reopen', id, { occurrence: '2026-03-05' });
  t.is(back.deadline.date, '2026-03-05');
  t.is(await codeOf(() => act(office, 'done', id, { occurrence: '2026-03-06' })), 'no_such_occurrence');
});

test('one that recurs counts from the day on which it was confirmed, or from the day that is said', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  until(office, '2026-03-10T12:00:00Z');
  const { id } = await named(office, /rent/);
  t.is((await act(office, 'confirm', id)).deadline.date, '2026-04-05');
  const earlier = await act(office, 'confirm', id, { from: '2026-03-01' });
  t.deepEqual([earlier.status, earlier.deadline.date], ['overdue', '2026-03-05']);
});

test('a snoozed one sleeps until its day begins where it is due, and not past its last day', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const { id } = await named(office, /certificate/);
  await act(office, 'confirm', id);
  t.is(await codeOf(() => act(office, 'snooze', id, { until: '2026-03-21' })), 'snoozed_too_long');
  t.is(await codeOf(() => act(office, 'snooze', id, { until: '2026-01-01' })), 'invalid_input');
  const asleep = await act(office, 'snooze', id, { until: '2026-03-10' });
  t.deepEqual([asleep.status, asleep.snoozed_until], ['snoozed', '2026-03-09T23:00:00.000Z']);
  until(office, '2026-03-09T23:00:00Z');
  t.is((await named(office, /certificate/)).status, 'confirmed');
  until(office, '2026-03-25T12:00:00Z');
  // It is too late already: then it may be put off.
  t.is((await act(office, 'snooze', id, { until: '2026-03-30' })).status, 'snoozed');
  t.is((await act(office, 'reopen', id)).status, 'overdue');
});
