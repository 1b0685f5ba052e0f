import test from 'ava';
import type { DossierError } from '../../../../core/errors/error.ts';
import { openObligations } from '../../../support/obligation-office.ts';
import { act, codeOf, named } from './acts.ts';
import { lease } from './texts.ts';

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
