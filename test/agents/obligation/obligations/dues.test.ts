import test from 'ava';
import { duesOf } from '../../../../agents/obligation/obligations/dues.ts';
import { localPrincipal } from '../../../../core/identity/principal.ts';
import { openObligations } from '../../../support/obligation-office.ts';
import { act, edit, named } from './acts.ts';
import { lease } from './texts.ts';

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
  t.is(dues.filter(({ person }) => person === 'ben').length, 1);
  await act(office, 'dismiss', rent.id, { reason: 'Paid by the group.' });
  t.is((await duesOf(office.ports, localPrincipal, range)).length, 1);
});
