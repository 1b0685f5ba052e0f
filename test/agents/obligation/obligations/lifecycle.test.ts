import test from 'ava';
import { duesOf } from '../../../../agents/obligation/obligations/dues.ts';
import type { ObligationDetail, ObligationView } from '../../../../agents/obligation/obligations/view.ts';
import type { DossierError } from '../../../../core/errors/error.ts';
import { localPrincipal } from '../../../../core/identity/principal.ts';
import { type ObligationOffice, openObligations } from '../../../support/obligation-office.ts';
import { lease } from './texts.ts';

type List = { obligations: ObligationView[]; total: number; summary: Record<string, unknown> };
type Changed = { obligations: ObligationDetail[] };

const listed = (office: ObligationOffice, input: Record<string, unknown> = {}) =>
  office.call<List>('obligations', input);
const named = async (office: ObligationOffice, words: RegExp, input: Record<string, unknown> = {}) => {
  const { obligations } = await listed(office, { limit: 500, ...input });
  const found = obligations.find(({ title }) => words.test(title));
  if (found === undefined)
    throw new Error(`no obligation is called ${words}: ${obligations.map((each) => each.title)}`);
  return found;
};
const act = async (office: ObligationOffice, verb: string, id: string, input: Record<string, unknown> = {}) => {
  const { obligations } = await office.call<Changed>(`obligations.${verb}`, { ids: [id], ...input });
  const [detail] = obligations;
  if (detail === undefined) throw new Error('nothing came back');
  return detail;
};
const edit = (office: ObligationOffice, id: string, input: Record<string, unknown>) =>
  office.call<ObligationDetail>('obligations.edit', { id, ...input });
const until = (office: ObligationOffice, instant: string): void =>
  office.clock.advance(Date.parse(instant) - office.clock.now());
const codeOf = async (run: () => Promise<unknown>): Promise<string | undefined> => {
  try {
    await run();
    return undefined;
  } catch (thrown) {
    return (thrown as DossierError).code;
  }
};

test('what has a day is proposed first, what waits for an event after it, and what has no deadline is out of the way', async (t) => {
  const office = await openObligations(t);
  const id = await office.take('lease.txt', lease);
  const { obligations, summary } = await listed(office);
  t.deepEqual(
    obligations.map(({ title, deadline, status }) => [title, deadline.date, status]),
    [
      ['Pay the rent', '2026-01-05', 'proposed'],
      ['Deliver the certificate of insurance to the Landlord', '2026-03-20', 'proposed'],
      ['Give notice of non-renewal', '2026-11-30', 'proposed'],
      ['Pay for repairs', null, 'proposed'],
    ],
  );
  t.deepEqual([summary['without_deadline'], summary['past']], [1, 0]);
  const undated = await listed(office, { deadline: ['none'] });
  t.deepEqual(
    undated.obligations.map(({ title, modality }) => [title, modality]),
    [['Must not sublet the premises', 'prohibition']],
  );
  for (const { evidence } of obligations) {
    for (const { quote, start, end, document_id } of evidence) {
      t.is(document_id, id);
      t.is(lease.slice(start, end), quote);
    }
  }
});

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

test('an event that happened gives the open deadline its day; other events cannot be given', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const { id, deadline } = await named(office, /repairs/);
  t.is(deadline.date, null);
  t.regex(deadline.needs ?? '', /invoice/);
  const dated = await edit(office, id, { anchor_date: '2026-03-01' });
  t.is(dated.deadline.date, '2026-03-31');
  t.regex(dated.deadline.explanation, /2026-03-01 \(as you said\).*30 days.*2026-03-31/);
  t.is(dated.read?.deadline.date, null);
  const certificate = await named(office, /certificate/);
  t.is(await codeOf(() => edit(office, certificate.id, { anchor_date: '2026-03-01' })), 'no_anchor');
});

test('edits stand beside what was read, keep the evidence and can be taken back', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const before = await named(office, /certificate/);
  const edited = await edit(office, before.id, {
    action: 'send the certificate to the broker',
    party: 'Olsen Foods Sverige AB',
    date: '2026-03-13',
    person: 'ben',
    lead_days: [7, 30],
    reason: 'The broker needs a week.',
  });
  t.is(edited.title, 'Send the certificate to the broker');
  t.deepEqual([edited.deadline.date, edited.person, edited.lead_days], ['2026-03-13', 'ben', [30, 7]]);
  t.deepEqual(edited.evidence, before.evidence);
  t.deepEqual(
    [edited.read?.action, edited.read?.party, edited.read?.deadline.date],
    [before.action, before.party, '2026-03-20'],
  );
  t.is(edited.history[0]?.reason, 'The broker needs a week.');
  t.true(edited.history[0]?.fields.some(({ field, after }) => field === 'date' && after === '2026-03-13'));
  const back = await edit(office, before.id, { reset: ['action', 'party', 'date', 'lead_days'] });
  t.deepEqual(
    [back.action, back.party, back.deadline.date, back.lead_days],
    [before.action, before.party, '2026-03-20', null],
  );
});

test('a rule can be given, and what is no rule is refused', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const { id } = await named(office, /certificate/);
  const yearly = await edit(office, id, { rrule: 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=20', starts: '2026-03-20' });
  t.is(yearly.occurrence, '2026-03-20');
  await act(office, 'confirm', id);
  t.is((await act(office, 'done', id)).deadline.date, '2027-03-20');
  for (const rrule of ['every year', 'FREQ=YEARLY;COUNT=3', 'FREQ=SECONDLY', 'FREQ=YEARLY;BYMONTH=13']) {
    t.is(await codeOf(() => edit(office, id, { rrule })), 'invalid_input', rrule);
  }
});

test('one occurrence can be moved, and keeps its name', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const { id } = await named(office, /rent/);
  await act(office, 'confirm', id);
  const moved = await edit(office, id, { date: '2026-01-08' });
  t.deepEqual([moved.deadline.date, moved.occurrence], ['2026-01-08', '2026-01-05']);
  const dues = await duesOf(office.ports, localPrincipal, { from: '2026-01-06', to: '2026-02-28' });
  t.deepEqual(
    dues.map(({ occurrence, date }) => [occurrence, date]),
    [
      ['2026-01-05', '2026-01-08'],
      ['2026-02-05', '2026-02-05'],
    ],
  );
  t.is((await act(office, 'done', id)).deadline.date, '2026-02-05');
});

test('what falls due is what was confirmed and is neither done nor dismissed', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const range = { from: '2026-01-01', to: '2026-04-30' };
  t.deepEqual(await duesOf(office.ports, localPrincipal, range), []);
  const rent = await named(office, /rent/);
  const certificate = await named(office, /certificate/);
  await office.call('obligations.confirm', { ids: [rent.id, certificate.id] });
  await edit(office, certificate.id, { person: 'ben', lead_days: [3] });
  await act(office, 'done', rent.id);
  await act(office, 'snooze', certificate.id, { until: '2026-03-01' });
  const dues = await duesOf(office.ports, localPrincipal, range);
  t.deepEqual(
    dues.map(({ title, date, person }) => [title, date, person]),
    [
      ['Pay the rent', '2026-02-05', 'local'],
      ['Pay the rent', '2026-03-05', 'local'],
      ['Deliver the certificate of insurance to the Landlord', '2026-03-20', 'ben'],
      ['Pay the rent', '2026-04-05', 'local'],
    ],
  );
  const own = dues.find(({ person }) => person === 'ben');
  t.deepEqual([own?.leadDays, own?.snoozedUntil, own?.timezone], [[3], '2026-02-28T23:00:00.000Z', 'Europe/Berlin']);
  t.deepEqual([own?.document.name, own?.page], ['lease.txt', 1]);
  t.is((await duesOf(office.ports, localPrincipal, { ...range, persons: ['ben'] })).length, 1);
  await act(office, 'dismiss', rent.id, { reason: 'Paid by the group.' });
  t.is((await duesOf(office.ports, localPrincipal, range)).length, 1);
});

test('whoever is slower is told, and of several none is changed', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const { id } = await named(office, /certificate/);
  const rent = await named(office, /rent/);
  await act(office, 'confirm', id);
  t.is(await codeOf(() => act(office, 'dismiss', id, { reason: 'No.', revision: 0 })), 'conflict');
  t.is((await act(office, 'dismiss', id, { reason: 'No.', revision: 1 })).status, 'dismissed');
  const both = office.call('obligations.snooze', { ids: [rent.id, id], until: '2026-01-03' });
  t.is((await t.throwsAsync<DossierError>(both))?.code, 'obligation_closed');
  t.is((await named(office, /rent/)).status, 'proposed');
  t.is(await codeOf(() => office.call('obligations.confirm', { ids: [rent.id, 'obl_none'] })), 'not_found');
  t.is((await named(office, /rent/)).status, 'proposed');
  // Both at once: one of them wins, and says so.
  const outcomes = await Promise.allSettled([
    act(office, 'confirm', rent.id),
    act(office, 'dismiss', rent.id, { reason: 'No.' }),
  ]);
  const refused = outcomes
    .filter((each) => each.status === 'rejected')
    .map(({ reason }) => (reason as DossierError).code);
  t.true(refused.length <= 1 && refused.every((code) => code === 'conflict'));
});

test('each change asks for the reminders to be looked at, before it is stored', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const { id } = await named(office, /certificate/);
  t.deepEqual(office.wakes, []);
  await act(office, 'confirm', id);
  t.deepEqual(office.wakes, ['reminders']);
  await act(office, 'confirm', id);
  t.is(office.wakes.length, 1);
  office.breakSchedule();
  await t.throwsAsync(act(office, 'done', id));
  t.is((await named(office, /certificate/)).status, 'confirmed');
});

test('the list is narrowed by party, modality, status and days, and paged', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const titles = async (input: Record<string, unknown>) =>
    (await listed(office, input)).obligations.map(({ title }) => title.split(' ').slice(0, 3).join(' '));
  t.deepEqual(await titles({ party: 'landlord' }), ['Give notice of']);
  t.deepEqual(await titles({ party: 'tenant', due_before: '2026-03-20', due_after: '2026-01-06' }), [
    'Deliver the certificate',
  ]);
  t.deepEqual(await titles({ modality: ['prohibition'], deadline: ['none'] }), ['Must not sublet']);
  t.deepEqual(await titles({ status: ['confirmed'] }), []);
  t.is(await codeOf(() => titles({ party: 'licensee' })), 'unknown_party');
  const first = await office.call<List & { next: string }>('obligations', { limit: 2 });
  t.deepEqual([first.obligations.length, first.total], [2, 4]);
  t.deepEqual(await titles({ limit: 2, after: first.next }), ['Give notice of', 'Pay for repairs']);
});

test('days that are none are refused', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const { id } = await named(office, /certificate/);
  for (const date of ['2026-02-30', 'tomorrow', '2026-3-1'])
    await t.throwsAsync(edit(office, id, { date }), undefined, date);
  await t.throwsAsync(edit(office, id, { timezone: 'Europe/Nowhere' }));
  await t.throwsAsync(edit(office, id, { lead_days: [-1] }));
  await t.throwsAsync(listed(office, { due_before: '2026-13-01' }));
  await t.throwsAsync(act(office, 'dismiss', id, { reason: '  ' }));
});
