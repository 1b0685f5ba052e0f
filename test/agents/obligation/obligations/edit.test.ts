import test from 'ava';
import { duesOf } from '../../../../agents/obligation/obligations/dues.ts';
import type { DossierError } from '../../../../core/errors/error.ts';
import { localPrincipal } from '../../../../core/identity/principal.ts';
import { openObligations } from '../../../support/obligation-office.ts';
import { act, codeOf, edit, listed, named } from './acts.ts';
import { lease } from './texts.ts';

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

test('nobody is reminded in the name of somebody whom nobody knows', async (t) => {
  const office = await openObligations(t);
  await office.take('lease.txt', lease);
  const before = await named(office, /certificate/);
  office.told.strangers.add('bne');
  const error = await t.throwsAsync<DossierError>(() => edit(office, before.id, { person: 'bne', date: '2026-03-13' }));
  t.is(error?.code, 'invalid_input');
  t.regex(
    error?.message ?? '',
    /person: nobody here is called bne; name them first: dossier notifications preferences set --person bne/,
  );
  const after = await named(office, /certificate/);
  t.deepEqual([after.person, after.deadline.date], [before.person, '2026-03-20'], 'nothing of it is set');
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
