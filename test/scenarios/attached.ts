import type { Scenario } from './scenario.ts';

const FEES = ['Service,Unit price,Payable from', 'Helpdesk,EUR 145.00,2026-04-01', 'Backup,EUR 110.00,2026-03-01'];

/** An e-mail with a table attached to it. */
const MAIL = [
  'From: Ada Brook <ada@supplier.example.com>',
  'To: Ben Lane <ben@customer.example.com>',
  'Subject: Fees for the coming year',
  'Date: Mon, 2 Feb 2026 09:30:00 +0100',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=part',
  '',
  '--part',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Dear Ben, the list of fees is attached. Please confirm it by February 20, 2026.',
  '',
  '--part',
  'Content-Type: text/csv; name=fees.csv',
  'Content-Disposition: attachment; filename="../fees.csv"',
  '',
  ...FEES,
  '--part--',
  '',
].join('\r\n');

type Citation = {
  document_name: string;
  attached_to?: string;
  range?: string;
  table_rows?: { column: string; text: string }[][];
};

/** What is attached to a file, on every surface. */
export const attachedScenarios: readonly Scenario[] = [
  {
    name: 'an e-mail is ingested',
    proves: ['attachments'],
    surfaces: ['process', 'cli', 'mcp'],
    steps: [
      {
        capability: 'ingest',
        input: { paths: ['{folder}/fees.eml'] },
        files: { 'fees.eml': MAIL },
        like: {
          files: [
            { status: 'ready', parser: 'eml' },
            { status: 'ready', parser: 'csv', attachment: 'fees.csv' },
          ],
        },
      },
    ],
  },
  {
    name: 'an e-mail is uploaded',
    proves: ['attachments'],
    surfaces: ['rest'],
    steps: [
      {
        capability: 'documents.upload',
        input: { file: '@fees.eml', name: 'fees.eml', wait: true },
        files: { 'fees.eml': MAIL },
        like: { document: { state: 'ready', parent_id: null } },
      },
    ],
  },
  {
    name: 'what is attached is a document of its own',
    proves: ['attachments', 'tables'],
    steps: [
      {
        capability: 'documents.list',
        input: { name: 'fees' },
        holds: ({ documents }) => {
          const [table, mail] = documents as { name: string; document_id: string; parent_id: string | null }[];
          return table?.name === 'fees.csv' && mail?.name === 'fees.eml' && table.parent_id === mail.document_id;
        },
        keep: { table: 'documents.0.document_id', mail: 'documents.1.document_id' },
      },
      {
        capability: 'documents.show',
        input: { document_id: '{mail}' },
        like: { attachments: [{ name: 'fees.csv', state: 'ready' }] },
        apart: ['sources'],
      },
      {
        capability: 'ask',
        input: { question: 'What is the unit price of the helpdesk?' },
        like: { answered: true },
        // The surfaces hold other documents by now, and rarity of words is the collection's.
        apart: ['confidence'],
        holds: ({ citations }) => {
          const [first] = citations as Citation[];
          const price = first?.table_rows?.flat().find(({ column }) => column === 'Unit price');
          return (
            first?.document_name === 'fees.csv' &&
            first.attached_to === 'fees.eml' &&
            price?.text === 'EUR 145.00' &&
            first.range === 'A2:C2'
          );
        },
      },
      { capability: 'documents.delete', input: { document_id: '{mail}' }, like: { name: 'fees.eml' } },
      { capability: 'documents.show', input: { document_id: '{table}' }, error: 'not_found' },
    ],
  },
];
