import test from 'ava';
import { z } from 'zod';
import type { RisksOutput } from '../../../agents/risk/overview/capability.ts';
import type { DocumentRisks } from '../../../agents/risk/overview/view.ts';
import type { Detected, NamedDetector } from '../../../core/ports/detector.ts';
import { wordClauses } from '../../support/clauses.ts';
import { plugin as noLaw } from '../../support/detectors/no-law.ts';
import { openOffice, started } from '../../support/risk-office.ts';
import { supply } from './texts.ts';

type Risks = DocumentRisks & RisksOutput;

const detector = (id: string, detect: NamedDetector['detector']['detect'], version = '1.0.0'): NamedDetector => ({
  id,
  version,
  detector: {
    title: id,
    kind: 'present',
    category: 'payment',
    what: 'x',
    why: 'x',
    ask: 'x',
    policy: z.object({}),
    detect,
  },
});
const found = (...evidence: Detected['evidence']): Detected => ({
  evidence,
  severity: 'high',
  reasons: [],
  confidence: 0.5,
  rationale: 'It is so.',
  recommendation: 'Ask.',
  hurts: [],
});

test('what is not in the document is dropped with its finding, and that is said', async (t) => {
  const { call, take } = await openOffice(t, {
    detectors: [
      detector('liar', () => [
        found({ start: 0, end: 6 }),
        found({ start: 10, end: 99_999 }),
        found({ start: 5, end: 5 }),
        found({ start: 0, end: 6 }, { start: 0, end: 6, documentId: 'doc_elsewhere' }),
        found(),
      ]),
    ],
  });
  const id = await take('supply.txt', supply);
  const { findings, notes } = await call<Risks>('risks', { document_ids: [id] });
  t.deepEqual(
    findings.map(({ evidence }) => evidence.map(({ quote }) => quote)),
    [['SUPPLY']],
  );
  t.regex(notes.join('\n'), /detector liar is not complete: 4 of its findings/);
});

test('a detector that stops or returns nonsense costs only its own findings', async (t) => {
  const { call, take } = await openOffice(t, {
    detectors: [
      detector('stops', () => {
        throw new Error('private words of the document');
      }),
      detector('nonsense', () => [{ severity: 'apocalyptic' }] as never),
      await started(noLaw),
    ],
  });
  const id = await take('supply.txt', supply);
  const { missing, notes } = await call<Risks>('risks', { document_ids: [id] });
  t.is(missing.length, 1);
  t.regex(notes.join('\n'), /stops is not complete: it stopped with an error/);
  t.regex(notes.join('\n'), /nonsense is not complete/);
  t.false(notes.join('\n').includes('private'));
});

test('a document is looked through once, and again when something that decides has changed', async (t) => {
  let runs = 0;
  const counting = (version: string) =>
    detector(
      'counting',
      () => {
        runs++;
        return [found({ start: 0, end: 6 })];
      },
      version,
    );
  const { call, take, now } = await openOffice(t, { detectors: [counting('1.0.0')] });
  const id = await take('supply.txt', supply);
  t.is(runs, 1, 'while it was read');
  const first = await call<Risks>('risks', { document_ids: [id] });
  await call('risks', { document_ids: [id] });
  t.is(runs, 1);
  now.detectors = [counting('1.1.0')];
  const second = await call<Risks>('risks', { document_ids: [id] });
  t.is(runs, 2);
  t.is(second.findings[0]?.id, first.findings[0]?.id);
  t.is(second.findings[0]?.detector_version, '1.1.0');
  now.clauses = wordClauses('words');
  await call('risks', { document_ids: [id] });
  await call('risks', { document_ids: [id] });
  t.is(runs, 3);
});

test('detectors see what the clause model finds, and do without one that fails until it works again', async (t) => {
  const laws = detector('laws', ({ document }) =>
    document.units
      .filter(({ types }) => types.some(({ type }) => type === 'notice-period'))
      .map(({ start, end }) => found({ start, end })),
  );
  const { call, take, now } = await openOffice(t, { detectors: [laws] });
  const broken = { ...wordClauses('words'), read: () => Promise.reject(new Error('broken')) };
  now.clauses = broken;
  const id = await take('supply.txt', supply);
  const without = await call<Risks>('risks', { document_ids: [id] });
  t.is(without.findings.length, 0);
  t.regex(without.notes.join('\n'), /clause model could not read this document/);
  now.clauses = wordClauses('words');
  const { findings, notes } = await call<Risks>('risks', { document_ids: [id] });
  t.is(findings.length, 2);
  t.deepEqual(notes, []);
});

test('detectors read only the kinds of document that they are for', async (t) => {
  const leases = detector('leases', () => [found({ start: 0, end: 5 })]);
  const { call, take } = await openOffice(t, {
    detectors: [{ ...leases, detector: { ...leases.detector, appliesTo: ['lease'] } }],
  });
  const contract = await take('supply.txt', supply);
  const lease = await take(
    'lease.txt',
    'LEASE AGREEMENT\n\nThis Lease is made between Ada Brook (the "Landlord") and Ben Lane (the "Tenant"). The Tenant shall pay rent for the premises.',
  );
  t.is((await call<Risks>('risks', { document_ids: [contract] })).findings.length, 0);
  const { kind, findings } = await call<Risks>('risks', { document_ids: [lease] });
  t.deepEqual([kind, findings.length], ['lease', 1]);
});

test('a document without text has no risks and says why', async (t) => {
  const { call, take } = await openOffice(t);
  const id = await take('blank.txt', ' \n');
  const { findings, missing, notes } = await call<Risks>('risks', { document_ids: [id] });
  t.deepEqual([...findings, ...missing], []);
  t.regex(notes.join('\n'), /no text in this document/);
});

test('what hurts somebody whom the document does not name as a party is shown to every reader', async (t) => {
  const { call, take } = await openOffice(t, {
    detectors: [detector('names', () => [{ ...found({ start: 0, end: 6 }), hurts: ['The Guarantor'] }])],
  });
  const id = await take('supply.txt', supply);
  t.is((await call<Risks>('risks', { document_ids: [id], party: 'supplier' })).findings.length, 1);
});
