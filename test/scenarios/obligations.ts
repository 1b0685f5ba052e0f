import { arrival } from './arrival.ts';
import type { Scenario } from './scenario.ts';

const TENANCY = `TENANCY AGREEMENT

This Tenancy Agreement is made on 1 March 2031 between Hollin Mill Ltd (the "Landlord") and Petra Sund (the "Tenant").

1. Term. This Agreement takes effect on 1 March 2031 and continues until 28 February 2033. It renews automatically for successive terms of one year unless either party gives written notice of non-renewal at least 90 days before the end of the then current term.

2. Boiler. The Tenant shall have the boiler serviced no later than 20 September 2031.

3. Repairs. The Tenant shall pay for repairs within 30 days after receipt of the invoice.

4. Animals. The Tenant shall not keep animals in the house.
`;

type Obligation = {
  readonly id: string;
  readonly title: string;
  readonly modality: string;
  readonly status: string;
  readonly deadline: { readonly date: string | null; readonly explanation: string; readonly needs: string | null };
  readonly evidence: readonly { quote: string; page: number; start: number; end: number }[];
};
const obligations = (output: Record<string, unknown>): readonly Obligation[] =>
  output['obligations'] as readonly Obligation[];
const titles = (output: Record<string, unknown>): string =>
  obligations(output)
    .map(({ title }) => title.split(' ').slice(0, 3).join(' '))
    .join(', ');

/** Obligations of a contract, on every surface. */
export const obligationScenarios: readonly Scenario[] = [
  ...arrival('a tenancy agreement is', ['obligations-found'], { 'tenancy.txt': TENANCY }),
  {
    name: 'who must do what by when is proposed',
    proves: ['obligations-found', 'errors-not-found', 'errors-invalid'],
    steps: [
      {
        capability: 'documents.list',
        input: { name: 'tenancy' },
        like: { documents: [{ name: 'tenancy.txt' }] },
        keep: { tenancy: 'documents.0.document_id' },
      },
      {
        capability: 'obligations',
        input: { document_ids: ['{tenancy}'] },
        like: { next: null, total: 3, summary: { by_status: { proposed: 3 }, without_deadline: 1 } },
        holds: (output) => {
          const [boiler, notice, repairs] = obligations(output);
          return (
            boiler?.deadline.date === '2031-09-20' &&
            notice?.deadline.date === '2032-11-30' &&
            notice.deadline.explanation.includes('2033-02-28 − 90 days') &&
            repairs?.deadline.date === null &&
            (repairs.deadline.needs ?? '').includes('invoice') &&
            obligations(output).every(({ evidence }) =>
              evidence.every(({ quote, page, start, end }) => page === 1 && TENANCY.slice(start, end) === quote),
            )
          );
        },
        keep: { boiler: 'obligations.0.id', notice: 'obligations.1.id', repairs: 'obligations.2.id' },
      },
      {
        capability: 'obligations',
        input: { document_ids: ['{tenancy}'], party: 'tenant', due_before: '2031-12-31' },
        holds: (output) => titles(output) === 'Have the boiler',
      },
      {
        capability: 'obligations',
        input: { document_ids: ['{tenancy}'], modality: ['prohibition'], deadline: ['none'] },
        holds: (output) => titles(output) === 'Must not keep',
      },
      { capability: 'obligations', input: { document_ids: ['{tenancy}'], party: 'licensee' }, error: 'unknown_party' },
      { capability: 'obligations', input: { document_ids: ['doc_none'] }, error: 'not_found' },
      { capability: 'obligations', input: { due_before: '2031-02-30' }, error: 'invalid_input' },
    ],
  },
  {
    name: 'an obligation is confirmed, put off, done and taken back',
    proves: ['obligations-decided', 'errors-not-found', 'errors-invalid'],
    steps: [
      {
        capability: 'obligations.confirm',
        input: { ids: ['{boiler}', '{notice}'] },
        like: {
          obligations: [
            { status: 'confirmed', person: 'local', revision: 1 },
            { status: 'confirmed', history: [{ by: 'local' }] },
          ],
        },
      },
      {
        capability: 'obligations.snooze',
        input: { ids: ['{boiler}'], until: '2031-09-21' },
        error: 'snoozed_too_long',
      },
      {
        capability: 'obligations.snooze',
        input: { ids: ['{boiler}'], until: '2031-09-01' },
        like: { obligations: [{ status: 'snoozed' }] },
      },
      {
        capability: 'obligations.reopen',
        input: { ids: ['{boiler}'] },
        like: { obligations: [{ status: 'confirmed', snoozed_until: null }] },
      },
      {
        capability: 'obligations.done',
        input: { ids: ['{boiler}'], reason: 'Serviced by Ola.' },
        like: { obligations: [{ status: 'done' }] },
      },
      {
        capability: 'obligations.done',
        input: { ids: ['{notice}'] },
        // The next period has its own last day.
        like: { obligations: [{ status: 'confirmed', done: ['2032-11-30'], deadline: { date: '2033-11-30' } }] },
      },
      {
        capability: 'obligations',
        input: { document_ids: ['{tenancy}'], status: ['done'] },
        holds: (output) => titles(output) === 'Have the boiler',
      },
      {
        capability: 'obligations.dismiss',
        input: { ids: ['{boiler}'] },
        error: 'invalid_input',
        // A shell misses the flag before the schema misses the field.
        apart: ['message', 'problems'],
      },
      {
        capability: 'obligations.dismiss',
        input: { ids: ['{boiler}'], reason: 'There is no boiler.' },
        like: { obligations: [{ status: 'dismissed' }] },
      },
      {
        capability: 'obligations.dismiss',
        input: { ids: ['{boiler}'], reason: 'Again.', revision: 1 },
        error: 'conflict',
      },
      {
        capability: 'obligations.show',
        input: { id: '{boiler}' },
        holds: ({ history }) =>
          (history as { change: string }[]).map(({ change }) => change).join() ===
          'confirmed,snoozed,reopened,done,dismissed',
      },
      { capability: 'obligations.confirm', input: { ids: ['{notice}', 'obl_none'] }, error: 'not_found' },
      { capability: 'obligations.show', input: { id: 'obl_none' }, error: 'not_found' },
    ],
  },
  {
    name: 'an obligation is corrected, and an event that happened gives it its day',
    proves: ['obligations-edited', 'errors-invalid'],
    steps: [
      {
        capability: 'obligations.edit',
        input: { id: '{repairs}', anchor_date: '2031-05-01' },
        like: { deadline: { date: '2031-05-31', anchor: { source: 'user' } }, read: { deadline: { date: null } } },
      },
      // Nobody would be reminded: a name that is nobody's is refused.
      { capability: 'obligations.edit', input: { id: '{repairs}', person: 'ann' }, error: 'invalid_input' },
      { capability: 'notifications.preferences.set', input: { person: 'ann', name: 'Ann Berg' } },
      {
        capability: 'obligations.edit',
        input: { id: '{repairs}', date: '2031-05-20', person: 'ann', lead_days: [7, 1], reason: 'Before the holiday.' },
        like: { deadline: { date: '2031-05-20' }, person: 'ann', lead_days: [7, 1] },
      },
      {
        capability: 'obligations.edit',
        input: { id: '{repairs}', reset: ['date'] },
        like: { deadline: { date: '2031-05-31' } },
      },
      { capability: 'obligations.edit', input: { id: '{repairs}', rrule: 'every month' }, error: 'invalid_input' },
      { capability: 'obligations.edit', input: { id: '{boiler}', anchor_date: '2031-05-01' }, error: 'no_anchor' },
    ],
  },
  {
    name: 'a new version keeps what was decided on its obligations',
    proves: ['obligations-decided'],
    surfaces: ['process', 'cli', 'mcp'],
    steps: [
      {
        capability: 'ingest',
        input: { paths: ['{folder}/tenancy.txt'] },
        files: { 'tenancy.txt': TENANCY.replace('2. Boiler.', '2. Garden. The garden is shared.\n\n3. Boiler.') },
        like: { files: [{ status: 'ready' }] },
      },
      {
        capability: 'obligations.show',
        input: { id: '{boiler}' },
        like: { status: 'dismissed', in_document: true },
        // One more once what was decided has been told of the new version, which happens in the background.
        apart: ['revision'],
      },
    ],
  },
];
