import test from 'ava';
import { openObligations } from '../../../support/obligation-office.ts';
import { codeOf, type List, listed } from './acts.ts';
import { lease } from './texts.ts';

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
