import { arrival } from './arrival.ts';
import type { Scenario } from './scenario.ts';

const HOSTING = `HOSTING AGREEMENT

This Hosting Agreement (the "Agreement") is made on 1 March 2024 between Lindqvist Servers AB (the "Host") and Marrow Books Ltd (the "Customer").

1. Term. This Agreement shall commence on 1 March 2024 and continue for three years. Thereafter it shall automatically renew for successive periods of one year each unless either party gives at least 90 days' written notice before the end of the then current term.

2. Law. This Agreement is governed by the laws of Sweden.
`;

const AMENDMENT = `AMENDMENT NO. 1 TO THE HOSTING AGREEMENT

This Amendment No. 1 is made on 15 January 2026 between Lindqvist Servers AB (the "Host") and Marrow Books Ltd (the "Customer") and amends the Hosting Agreement dated 1 March 2024.

1. The term of the Agreement is extended for a further period of two years.
`;

const PURCHASE = `PURCHASE AGREEMENT

This Purchase Agreement is made on 2 June 2025 between Ottermill Ltd (the "Seller") and Pencarrow Ltd (the "Buyer").

1. Term. The term of this Agreement is five years from the Closing Date.
`;

type Quote = { readonly quote: string; readonly page: number; readonly start: number; readonly end: number };
type Told = {
  readonly terms: readonly {
    readonly name: string;
    readonly value: string | null;
    readonly explanation: string;
    readonly needs: string | null;
    readonly evidence: readonly Quote[];
  }[];
  readonly changes: readonly { readonly evidence: readonly Quote[]; readonly replaced: readonly Quote[] }[];
};

const first = (output: Record<string, unknown>): Told => (output['documents'] as Told[])[0] as Told;
const term = ({ terms }: Told, name: string) => terms.find((each) => each.name === name);

const files = { 'hosting.txt': HOSTING, 'hosting-amendment.txt': AMENDMENT, 'purchase.txt': PURCHASE };

/** Terms of contracts, on every surface. */
export const termScenarios: readonly Scenario[] = [
  ...arrival('contracts and an amendment are', ['terms-read'], files),
  {
    name: 'the terms of a contract are read and reckoned',
    proves: ['terms-read', 'terms-amended', 'errors-not-found', 'errors-invalid'],
    steps: [
      {
        capability: 'documents.list',
        input: { name: 'hosting.txt' },
        like: { documents: [{ name: 'hosting.txt' }] },
        keep: { hosting: 'documents.0.document_id' },
      },
      {
        capability: 'terms',
        input: { document_ids: ['{hosting}'], as_of: '2025-06-01' },
        like: { documents: [{ name: 'hosting.txt', renewal: { automatic: true, length: 'P1Y', times: null } }] },
        holds: (output) => {
          const told = first(output);
          const deadline = term(told, 'noticeDeadline');
          return (
            term(told, 'expirationDate')?.value === '2027-03-01' &&
            term(told, 'governingLaw')?.value === 'Sweden' &&
            deadline?.value === '2026-11-30' &&
            deadline.explanation.startsWith('effective 2024-03-01 + 3 years − 90 days') &&
            deadline.evidence.length >= 2 &&
            deadline.evidence.every(
              ({ quote, start, end, page }) => page === 1 && HOSTING.slice(start, end) === quote,
            ) &&
            told.changes.length === 0
          );
        },
      },
      {
        capability: 'terms',
        input: { document_ids: ['{hosting}'], as_of: '2026-02-01' },
        holds: (output) => {
          const told = first(output);
          const [change] = told.changes;
          return (
            term(told, 'expirationDate')?.value === '2029-03-01' &&
            change?.evidence[0]?.quote.includes('extended for a further period of two years') === true &&
            change.replaced[0]?.quote.includes('continue for three years') === true
          );
        },
      },
      {
        capability: 'terms',
        input: { document_ids: ['{hosting}'], as_of: '2026-02-01', alone: true },
        holds: (output) => term(first(output), 'expirationDate')?.value === '2027-03-01',
      },
      { capability: 'terms', input: { document_ids: ['doc_none'] }, error: 'not_found' },
      { capability: 'terms', input: { as_of: '30 February' }, error: 'invalid_input' },
    ],
  },
  {
    name: 'what the document does not say is asked for, given and taken back',
    proves: ['terms-read', 'terms-set', 'errors-not-found'],
    steps: [
      {
        capability: 'documents.list',
        input: { name: 'purchase' },
        like: { documents: [{ name: 'purchase.txt' }] },
        keep: { purchase: 'documents.0.document_id' },
      },
      {
        capability: 'terms',
        input: { document_ids: ['{purchase}'], as_of: '2025-07-01' },
        like: { documents: [{ open: ['Closing Date'] }] },
        holds: (output) => term(first(output), 'expirationDate')?.needs === 'Closing Date',
      },
      {
        capability: 'terms.set',
        input: { document_id: '{purchase}', fact: 'the closing date', date: '2025-08-31', as_of: '2025-07-01' },
        like: { open: [], facts: [{ day: '2025-08-31', by: 'local' }] },
        holds: (output) => term(output as unknown as Told, 'expirationDate')?.value === '2030-08-31',
        apart: ['facts'],
      },
      {
        capability: 'terms.unset',
        input: { document_id: '{purchase}', fact: 'Closing Date', as_of: '2025-07-01' },
        like: { open: ['Closing Date'], facts: [{ day: null, by: 'local' }] },
        apart: ['facts'],
      },
      {
        capability: 'terms.unset',
        input: { document_id: '{purchase}', fact: 'Delivery Date', as_of: '2025-07-01' },
        error: 'not_found',
      },
      {
        capability: 'terms.set',
        input: { document_id: 'doc_none', fact: 'Closing Date', date: '2025-08-31' },
        error: 'not_found',
      },
    ],
  },
];
