import test from 'ava';
import type { RisksOutput } from '../../../agents/risk/overview/capability.ts';
import type { DocumentRisks } from '../../../agents/risk/overview/view.ts';
import { openOffice } from '../../support/risk-office.ts';
import { amendment, supply } from './texts.ts';

test('a finding says where an amendment speaks of its clause, and stays the same finding', async (t) => {
  const { call, take } = await openOffice(t);
  const id = await take('supply.txt', supply);
  const risks = () => call<DocumentRisks & RisksOutput>('risks', { document_ids: [id] });
  const before = (await risks()).findings.find(({ detector }) => detector === 'toy-unlimited');
  t.deepEqual(before?.amended, []);
  const words =
    '3. Liability. Section 3 of the Supply Agreement is replaced: no party is liable for more than EUR 1,000.';
  const other = await take('amendment.txt', `${amendment}\n\n${words}`);
  const after = (await risks()).findings.find(({ detector }) => detector === 'toy-unlimited');
  t.is(after?.id, before?.id);
  t.deepEqual(
    after?.amended.map(({ quote, document_id: of, document_name: name }) => [quote, of, name]),
    [[words, other, 'amendment.txt']],
  );
  for (const format of ['md', 'html']) {
    const { report } = await call<{ report: string }>('risks.report', { document_ids: [id], format });
    t.true(report.includes('An amendment speaks of this clause'), format);
  }
});
