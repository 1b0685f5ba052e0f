import test from 'ava';
import { bearingOf } from '../../../../agents/risk/findings/bearing.ts';
import type { DocumentRisks } from '../../../../agents/risk/overview/view.ts';
import { openOffice } from '../../../support/risk-office.ts';
import { supply } from '../texts.ts';

const parties = ['Hollow Oak', 'Mira Lund'].map((name) => ({ name, aliases: [] }));

test('what is against the reader falls on them, what is against all on either side, and who is not known may be the reader', (t) => {
  const reader = { name: 'Mira Lund', aliases: [] };
  t.is(bearingOf(['Mira Lund'], parties, reader), 'you');
  t.is(bearingOf(['Hollow Oak'], parties, reader), 'others');
  t.is(bearingOf(['Hollow Oak', 'Somebody'], parties, reader), 'others');
  t.is(bearingOf(['Mira Lund', 'Hollow Oak'], parties, reader), 'either');
  t.is(bearingOf([], parties, reader), 'either');
  t.is(bearingOf(['Somebody'], parties, reader), 'unclear');
});

test('a finding says on whom it falls for the reader that was named, and is as severe as for that one', async (t) => {
  const { call, take } = await openOffice(t);
  const id = await take('supply.txt', supply);
  const risksFor = (party?: string) => call<DocumentRisks>('risks', { document_ids: [id], party });
  const anybody = await risksFor();
  t.true([...anybody.findings, ...anybody.missing].every(({ falls_on: on }) => on === null));
  t.is(anybody.summary.falls_on_reader, 0);

  const customer = await risksFor('customer');
  const [liability, notice] = customer.findings;
  t.like(liability, { detector: 'toy-unlimited', severity: 'critical', falls_on: 'you' });
  t.regex(liability?.reasons[0] ?? '', /^Falls on you:/);
  t.like(notice, { detector: 'toy-notice', falls_on: 'either' });
  t.regex(notice?.reasons[0] ?? '', /^Falls on either side/);
  t.is(customer.missing[0]?.falls_on, 'either');
  t.is(customer.summary.falls_on_reader, 1);
  t.regex(customer.summary.text, /1 falls on your side/);

  const supplier = await risksFor('supplier');
  t.deepEqual([supplier.summary.by_severity.critical, supplier.summary.falls_on_reader], [0, 0]);
  t.is(supplier.summary.hurts_others, 1);
});
