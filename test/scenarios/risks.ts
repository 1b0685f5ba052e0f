import { arrival } from './arrival.ts';
import type { Scenario } from './scenario.ts';

const SUPPLY = `SUPPLY AGREEMENT

This Supply Agreement is made on 12 January 2024 between Brightwater Tools GmbH (the "Supplier") and Olsen Foods AS (the "Customer").

1. Payment. The Customer shall pay each invoice within 30 days.

2. Liability. The Customer's liability under this agreement is unlimited.

3. Termination. Either party may end this agreement by 90 days' written notice.
`;

type Finding = {
  id: string;
  detector: string;
  severity: string;
  status: string;
  falls_on: string | null;
  reasons: string[];
  evidence: { quote: string; page: number; start: number; end: number; chunk_id: string }[];
};
const toys = (findings: unknown): Finding[] =>
  (findings as Finding[]).filter(({ detector }) => detector.startsWith('toy-'));

/** Risks of a contract, on every surface. What the detectors of Dossier find beside those of the test is not looked at. */
export const riskScenarios: readonly Scenario[] = [
  ...arrival('a contract is', ['risks-found'], { 'supply.txt': SUPPLY }),
  {
    name: 'the risks of a contract are found',
    proves: ['risks-found', 'risks-party', 'clauses', 'errors-not-found', 'errors-invalid'],
    steps: [
      {
        capability: 'documents.list',
        input: { name: 'supply' },
        like: { documents: [{ name: 'supply.txt' }] },
        keep: { supply: 'documents.0.document_id' },
      },
      {
        capability: 'risks',
        input: { document_ids: ['{supply}'] },
        like: { name: 'supply.txt', reader: null },
        holds: ({ findings, missing }) => {
          const [liability, notice] = toys(findings);
          const [law] = toys(missing);
          const [evidence] = liability?.evidence ?? [];
          return (
            liability?.severity === 'critical' &&
            notice?.severity === 'medium' &&
            law?.evidence.length === 0 &&
            evidence !== undefined &&
            evidence.page === 1 &&
            SUPPLY.slice(evidence.start, evidence.end) === evidence.quote
          );
        },
        keep: { liability: 'findings.0.id' },
      },
      {
        capability: 'risks',
        input: { document_ids: ['{supply}'], party: 'supplier', min_severity: 'medium' },
        like: { reader: { name: 'Brightwater Tools GmbH' } },
        holds: ({ findings, missing, summary }) =>
          toys(findings)
            .map(({ detector, falls_on }) => `${detector} ${falls_on}`)
            .join() === 'toy-notice either' &&
          toys(missing).length === 0 &&
          (summary as { by_severity: { critical: number } }).by_severity.critical === 0,
      },
      {
        capability: 'risks',
        input: { document_ids: ['{supply}'], party: 'the customer', min_severity: 'high' },
        like: { reader: { name: 'Olsen Foods AS' } },
        holds: ({ findings }) => {
          const [liability] = toys(findings);
          return (
            liability?.severity === 'critical' &&
            liability.falls_on === 'you' &&
            liability.reasons[0]?.startsWith('Falls on you') === true
          );
        },
      },
      {
        capability: 'risks',
        input: {},
        holds: ({ documents }) => (documents as { name: string }[]).some(({ name }) => name === 'supply.txt'),
        // The surfaces have read the other documents in another order.
        apart: ['documents', 'summary', 'next'],
      },
      { capability: 'risks', input: { document_ids: ['{supply}'], party: 'licensee' }, error: 'unknown_party' },
      { capability: 'risks', input: { document_ids: ['doc_none'] }, error: 'not_found' },
      { capability: 'risks', input: { min_severity: 'awful' }, error: 'invalid_input' },
      {
        capability: 'clauses',
        input: { document_ids: ['{supply}'] },
        holds: ({ documents }) => {
          const [{ clauses } = { clauses: [] }] = documents as {
            clauses: { title: string; certainty: string; quote: string; start: number; end: number }[];
          }[];
          const found = clauses.find(({ title }) => title === 'Termination For Convenience');
          return (
            found !== undefined &&
            ['sure', 'likely'].includes(found.certainty) &&
            SUPPLY.slice(found.start, found.end) === found.quote &&
            found.quote.includes('Either party may end')
          );
        },
      },
      { capability: 'clauses', input: { document_ids: ['doc_none'] }, error: 'not_found' },
    ],
  },
  {
    name: 'a report of the risks is written',
    proves: ['risks-report'],
    steps: [
      {
        capability: 'risks.report',
        input: { document_ids: ['{supply}'], format: 'html', party: 'customer' },
        like: { format: 'html', media_type: 'text/html; charset=utf-8' },
        holds: ({ report }) => /<mark>[^<]*liability under this agreement is unlimited/.test(String(report)),
        // It says when it was made.
        apart: ['report'],
      },
      {
        capability: 'risks.report',
        input: { document_ids: ['{supply}'] },
        like: { format: 'md' },
        holds: ({ report }) => String(report).startsWith('# Risk report: '),
        apart: ['report'],
      },
      {
        capability: 'risks',
        input: { document_ids: ['{supply}'], format: 'md' },
        holds: ({ report, findings }) => String(report).startsWith('# Risk report: ') && findings === undefined,
        apart: ['report'],
      },
      { capability: 'risks.report', input: { document_ids: ['doc_none'] }, error: 'not_found' },
    ],
  },
  {
    name: 'a risk is decided on',
    proves: ['risks-decided', 'errors-not-found', 'errors-invalid'],
    steps: [
      {
        capability: 'risks.dismiss',
        input: { finding: '{liability}' },
        error: 'invalid_input',
        // A shell misses the flag before the schema misses the field.
        apart: ['message', 'problems'],
      },
      {
        capability: 'risks.dismiss',
        input: { finding: '{liability}', reason: 'Insured.' },
        like: { name: 'supply.txt', finding: { status: 'dismissed', history: [{ by: 'local', reason: 'Insured.' }] } },
      },
      {
        capability: 'risks',
        input: { document_ids: ['{supply}'] },
        holds: ({ findings }) => toys(findings).every(({ detector }) => detector !== 'toy-unlimited'),
      },
      {
        capability: 'risks.reopen',
        input: { finding: '{liability}' },
        like: { finding: { status: 'open', history: [{}, { status: 'open', reason: null }] } },
      },
      {
        capability: 'risks.accept',
        input: { finding: '{liability}', reason: 'We live with it.' },
        like: { finding: { status: 'accepted' } },
      },
      { capability: 'risks.accept', input: { finding: 'fnd_none' }, error: 'not_found' },
    ],
  },
  {
    name: 'a new version keeps what was decided',
    proves: ['risks-decided'],
    surfaces: ['process', 'cli', 'mcp'],
    steps: [
      {
        capability: 'ingest',
        input: { paths: ['{folder}/supply.txt'] },
        files: { 'supply.txt': SUPPLY.replace('30 days', '45 days') },
        like: { files: [{ status: 'ready' }] },
      },
      {
        capability: 'risks',
        input: { document_ids: ['{supply}'], status: ['accepted'] },
        like: { version: 2 },
        holds: ({ findings }) =>
          toys(findings)
            .map(({ detector }) => detector)
            .join() === 'toy-unlimited',
      },
    ],
  },
  {
    name: 'a workspace sets its policy',
    proves: ['risks-policy', 'errors-invalid'],
    steps: [
      {
        capability: 'risks.detectors',
        input: { category: 'termination' },
        holds: ({ detectors }) =>
          (detectors as { detector: string; thresholds: { name: string; value: unknown }[] }[]).some(
            ({ detector, thresholds }) => detector === 'toy-notice' && thresholds[0]?.value === 60,
          ),
      },
      {
        capability: 'risks.policy.set',
        input: { settings: ['toy-notice.max_days=90', 'toy-no-law.enabled=false'] },
        like: { policy: { changed: [{ detector: 'toy-no-law', enabled: false }, { thresholds: { max_days: 90 } }] } },
      },
      {
        capability: 'risks',
        input: { document_ids: ['{supply}'] },
        like: { policy: { changed: [{ detector: 'toy-no-law' }, { detector: 'toy-notice' }] } },
        holds: ({ findings, missing }) =>
          [...toys(findings), ...toys(missing)].map(({ detector }) => detector).join() === 'toy-unlimited',
        // Where files are ingested again it is a second version.
        apart: ['version', 'findings', 'missing'],
      },
      {
        capability: 'risks.policy.set',
        input: { settings: ['toy-notice.max_days=soon', 'toy-law.enabled=false'] },
        error: 'invalid_input',
      },
      {
        capability: 'risks.policy.set',
        input: { reset: ['toy-notice', 'toy-no-law'] },
        like: { policy: { changed: [] } },
      },
      { capability: 'risks.policy.show', input: {}, like: { policy: { changed: [], problems: [] } } },
    ],
  },
];
