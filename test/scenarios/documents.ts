import type { Scenario } from './scenario.ts';

/** How documents come in, are listed, shown and read once more. */
export const documentScenarios: readonly Scenario[] = [
  {
    name: 'a folder is ingested',
    proves: ['ingest-reports'],
    surfaces: ['process', 'cli', 'mcp'],
    steps: [
      {
        capability: 'ingest',
        input: { paths: ['{folder}'] },
        files: { 'empty.txt': '', 'copies/mill.txt': null },
        holds: ({ files }) => {
          const statuses = (files as { path: string; status: string; error?: { code: string } }[]).map(
            ({ path, status, error }) => [path.split('/').at(-1), status, error?.code],
          );
          return (
            JSON.stringify(statuses) ===
            JSON.stringify([
              ['empty.txt', 'failed', 'empty'],
              ['garden.txt', 'ready', undefined],
              ['mill-house.txt', 'ready', undefined],
              ['services-agreement-amendment-1.pdf', 'ready', undefined],
              ['travel-and-expense-policy.html', 'ready', undefined],
            ])
          );
        },
      },
    ],
  },
  {
    name: 'files are uploaded',
    proves: ['upload'],
    surfaces: ['rest'],
    steps: [
      ...['garden.txt', 'mill-house.txt', 'services-agreement-amendment-1.pdf', 'travel-and-expense-policy.html'].map(
        (name) => ({
          capability: 'documents.upload',
          input: { file: `@${name}`, name, wait: true },
          like: { document: { name, state: 'ready', version: 1, live_version: 1 } },
        }),
      ),
      {
        capability: 'documents.upload',
        input: { file: '@empty.txt', name: 'empty.txt', wait: true },
        files: { 'empty.txt': '' },
        like: { document: { state: 'failed', error: { code: 'empty' } } },
      },
      {
        capability: 'documents.upload',
        input: { file: '@mill-house.txt', name: 'again.txt', wait: true },
        like: { document: { name: 'mill-house.txt', version: 1, state: 'ready' } },
      },
    ],
  },
  {
    name: 'documents are listed',
    proves: ['documents-listed'],
    steps: [
      {
        capability: 'documents.list',
        input: {},
        like: {
          documents: [
            { name: 'empty.txt', state: 'failed', error: { code: 'empty' } },
            { name: 'garden.txt', state: 'ready' },
            { name: 'mill-house.txt', state: 'ready', media_type: 'text/plain', pages: 1 },
            { name: 'services-agreement-amendment-1.pdf', state: 'ready', media_type: 'application/pdf', pages: 2 },
            { name: 'travel-and-expense-policy.html', state: 'ready', media_type: 'text/html' },
          ],
          next: null,
        },
        keep: {
          empty: 'documents.0.document_id',
          garden: 'documents.1.document_id',
          mill: 'documents.2.document_id',
          amendment: 'documents.3.document_id',
          policy: 'documents.4.document_id',
        },
      },
      {
        capability: 'documents.list',
        input: { state: 'failed' },
        like: { documents: [{ name: 'empty.txt' }], total: 1 },
      },
      { capability: 'documents.list', input: { name: 'MILL' }, like: { documents: [{ name: 'mill-house.txt' }] } },
      {
        capability: 'documents.list',
        input: { limit: 3 },
        like: { documents: [{ name: 'empty.txt' }, { name: 'garden.txt' }, { name: 'mill-house.txt' }] },
        keep: { page: 'next' },
      },
      {
        capability: 'documents.list',
        input: { limit: 3, after: '{page}' },
        like: { documents: [{ name: 'services-agreement-amendment-1.pdf' }, {}], next: null },
      },
    ],
  },
  {
    name: 'a document is shown',
    proves: ['documents-shown', 'errors-not-found'],
    steps: [
      {
        capability: 'documents.show',
        input: { document_id: '{amendment}' },
        like: { document: { name: 'services-agreement-amendment-1.pdf', state: 'ready', error: null, pages: 2 } },
        apart: ['sources'],
      },
      {
        capability: 'documents.show',
        input: { document_id: '{empty}' },
        like: { document: { state: 'failed', error: { code: 'empty', message: 'The file is empty.' } } },
        apart: ['sources'],
      },
      { capability: 'documents.show', input: { document_id: 'doc_none' }, error: 'not_found' },
    ],
  },
  {
    name: 'a document is started again or stopped',
    proves: ['documents-restarted'],
    steps: [
      {
        capability: 'documents.retry',
        input: { document_id: '{mill}' },
        like: { document: { state: 'ready', version: 1 } },
      },
      { capability: 'documents.cancel', input: { document_id: '{mill}' }, like: { document: { state: 'ready' } } },
      { capability: 'documents.retry', input: { document_id: 'doc_none' }, error: 'not_found' },
      { capability: 'documents.cancel', input: { document_id: 'doc_none' }, error: 'not_found' },
    ],
  },
  {
    name: 'a document is read once more',
    proves: ['documents-reread'],
    steps: [
      {
        capability: 'documents.reread',
        input: { document_id: '{policy}', languages: ['deu', 'eng'] },
        like: { document: { state: 'ready', version: 2, live_version: 2, languages: ['deu', 'eng'] } },
      },
      {
        capability: 'documents.reread',
        input: { document_id: '{policy}' },
        like: { document: { state: 'ready', version: 3, languages: null } },
      },
      {
        capability: 'documents.reread',
        input: { document_id: '{empty}' },
        like: { document: { state: 'failed', version: 1, error: { code: 'empty' } } },
      },
      { capability: 'documents.reread', input: { document_id: 'doc_none' }, error: 'not_found' },
      {
        capability: 'documents.reread',
        input: { document_id: '{policy}', languages: ['../eng'] },
        error: 'invalid_input',
      },
    ],
  },
];
