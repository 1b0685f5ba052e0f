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
  evidence: { quote: string; page: number; start: number; end: number; chunk_id: string }[];
};
const toys = (findings: unknown): Finding[] =>
  (findings as Finding[]).filter(({ detector }) => detector.startsWith('toy-'));

/** Risks of a contract, on every surface. What the detectors of Dossier find beside those of the test is not looked at. */
export const riskScenarios: readonly Scenario[] = [
  {
    name: 'a contract is ingested',
    proves: ['risks-found'],
    surfaces: ['process', 'cli', 'mcp'],
    steps: [
      {
        capability: 'ingest',
        input: { paths: ['{folder}/supply.txt'] },
        files: { 'supply.txt': SUPPLY },
        like: { files: [{ status: 'ready' }] },
      },
    ],
  },
  {
    name: 'a contract is uploaded',
    proves: ['risks-found'],
    surfaces: ['rest'],
    steps: [
      {
        capability: 'documents.upload',
        input: { file: '@supply.txt', name: 'supply.txt', wait: true },
        files: { 'supply.txt': SUPPLY },
        like: { document: { state: 'ready' } },
      },
    ],
  },
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
      },
      {
        capability: 'risks',
        input: { document_ids: ['{supply}'], party: 'supplier', min_severity: 'medium' },
        like: { reader: { name: 'Brightwater Tools GmbH' } },
        holds: ({ findings, missing }) =>
          toys(findings)
            .map(({ detector }) => detector)
            .join() === 'toy-notice' && toys(missing).length === 0,
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
      { capability: 'clauses', input: { document_ids: ['doc_none'] }, error: 'not_found' },
    ],
  },
];
