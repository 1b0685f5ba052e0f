import test from 'ava';
import type { RisksOutput } from '../../../agents/risk/overview/capability.ts';
import type { DocumentRisks } from '../../../agents/risk/overview/view.ts';
import type { DossierError } from '../../../core/errors/error.ts';
import { openOffice } from '../../support/risk-office.ts';
import { amendment, letter, supply } from './texts.ts';

test('a document’s risks come with severity, reasons, what to ask for, and quotes that stand in it', async (t) => {
  const { call, take } = await openOffice(t);
  const id = await take('supply.txt', supply);
  const risks = await call<DocumentRisks & RisksOutput>('risks', { document_ids: [id] });
  t.is(risks.document_id, id);
  t.is(risks.documents, undefined);
  t.deepEqual(
    risks.findings.map(({ severity, detector }) => [severity, detector]),
    [
      ['critical', 'toy-unlimited'],
      ['high', 'toy-notice'],
      ['medium', 'toy-notice'],
    ],
  );
  t.deepEqual(
    risks.missing.map(({ detector, evidence }) => [detector, evidence]),
    [['toy-no-law', []]],
  );
  for (const { evidence, status } of risks.findings) {
    t.is(status, 'open');
    for (const { quote, start, end, page, document_id: of } of evidence) {
      t.is(supply.slice(start, end), quote);
      t.is(page, 1);
      t.is(of, id);
    }
  }
  t.is(
    risks.findings[0]?.evidence[0]?.quote,
    "3. Liability. The Customer's liability under this agreement is unlimited.",
  );
  t.like(risks.summary, { findings: 3, missing: 1, by_severity: { critical: 1, high: 1, medium: 1, low: 1 } });
  t.deepEqual(
    risks.parties.map(({ name }) => name),
    ['Brightwater Tools GmbH', 'Olsen Foods AS'],
  );
});

test('without a document all come, the worst first, a page at a time', async (t) => {
  const { call, take } = await openOffice(t);
  await take('a-letter.txt', letter);
  const id = await take('supply.txt', supply);
  const first = await call<RisksOutput>('risks', { limit: 1 });
  t.deepEqual(
    first.documents?.map((each) => each.document_id),
    [id],
  );
  t.is(first.summary.documents, 2);
  const second = await call<RisksOutput>('risks', { limit: 1, after: first.next });
  t.deepEqual(
    second.documents?.map(({ name }) => name),
    ['a-letter.txt'],
  );
  t.is(second.next, null);
});

test('who the reader is decides what is left out, whatever word is used for the party', async (t) => {
  const { call, take } = await openOffice(t);
  const id = await take('supply.txt', supply);
  const risksFor = (party: string) => call<DocumentRisks & RisksOutput>('risks', { document_ids: [id], party });
  for (const party of ['Olsen Foods AS', 'customer', 'the Customer', 'Olsen', 'OLSEN FOODS']) {
    const { findings, reader, summary } = await risksFor(party);
    t.is(reader?.name, 'Olsen Foods AS', party);
    t.is(findings[0]?.detector, 'toy-unlimited');
    t.is(summary.hurts_others, 0);
  }
  const { findings, summary } = await risksFor('supplier');
  t.deepEqual([...new Set(findings.map(({ detector }) => detector))], ['toy-notice']);
  t.is(summary.hurts_others, 1);
  t.regex(summary.text, /1 left out that hurts only others/);
  const refused = await t.throwsAsync<DossierError>(risksFor('Licensee'));
  t.is(refused?.code, 'unknown_party');
  t.regex(refused?.hint ?? '', /Brightwater Tools GmbH \(Supplier\); Olsen Foods AS \(Customer\)/);
});

test('of several documents those without the party are shown whole, and say so', async (t) => {
  const { call, take } = await openOffice(t);
  await take('letter.txt', letter);
  await take('supply.txt', supply);
  const { documents = [] } = await call<RisksOutput>('risks', { party: 'supplier' });
  const [contract, neighbours] = documents;
  t.is(contract?.reader?.name, 'Brightwater Tools GmbH');
  t.is(neighbours?.reader, null);
  t.true(neighbours?.notes.some((note) => note.includes('none of this document')));
});

test('a contract and its amendment are read together, whichever came first', async (t) => {
  for (const order of [
    ['supply.txt', 'amendment.txt'],
    ['amendment.txt', 'supply.txt'],
  ]) {
    const { call, take, drop } = await openOffice(t);
    const ids = new Map<string, string>();
    for (const name of order) ids.set(name, await take(name, name === 'supply.txt' ? supply : amendment));
    const id = ids.get('supply.txt') ?? '';
    const other = ids.get('amendment.txt') ?? '';
    const { findings, related } = await call<DocumentRisks & RisksOutput>('risks', { document_ids: [id] });
    t.deepEqual(related, [{ document_id: other, document_name: 'amendment.txt' }]);
    const conflict = findings.find(({ kind }) => kind === 'conflict');
    t.deepEqual(
      conflict?.evidence.map(({ document_id: of, document_name: name, quote }) => [
        of,
        name,
        quote.includes('45 days'),
      ]),
      [
        [id, undefined, false],
        [other, 'amendment.txt', true],
      ],
    );
    await drop(other);
    const alone = await call<DocumentRisks & RisksOutput>('risks', { document_ids: [id] });
    t.false(alone.findings.some(({ kind }) => kind === 'conflict'));
    t.false(JSON.stringify(alone).includes('45 days'));
  }
});

test('what is asked for can be narrowed by severity and status', async (t) => {
  const { call, take } = await openOffice(t);
  const id = await take('supply.txt', supply);
  const severe = await call<DocumentRisks & RisksOutput>('risks', { document_ids: [id], min_severity: 'high' });
  t.deepEqual([severe.findings.length, severe.missing.length], [2, 0]);
  const dismissed = await call<DocumentRisks & RisksOutput>('risks', { document_ids: [id], status: ['dismissed'] });
  t.deepEqual([dismissed.findings.length, dismissed.missing.length], [0, 0]);
  t.is(dismissed.summary.by_status.open, 4);
});

test('a document that is not there, or not read, is said to be so', async (t) => {
  const { call, take } = await openOffice(t);
  const broken = await take('broken.txt', 'broken');
  t.is((await t.throwsAsync<DossierError>(call('risks', { document_ids: ['doc_none'] })))?.code, 'not_found');
  t.is((await t.throwsAsync<DossierError>(call('risks', { document_ids: [broken] })))?.code, 'document_failed');
});
