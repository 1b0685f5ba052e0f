import type { Scenario } from './scenario.ts';

/** What becomes of documents that are deleted, changed or gone. */
export const changeScenarios: readonly Scenario[] = [
  {
    name: 'a document is deleted',
    proves: ['documents-deleted', 'errors-not-found'],
    steps: [
      {
        capability: 'documents.delete',
        input: { document_id: '{mill}' },
        like: { name: 'mill-house.txt', deleted: true },
      },
      { capability: 'documents.delete', input: { document_id: '{mill}' }, error: 'not_found' },
      { capability: 'documents.list', input: { name: 'mill' }, like: { documents: [] } },
      {
        capability: 'search',
        input: { text: "four months' written notice" },
        holds: ({ results }) =>
          (results as { document_name: string }[]).every(({ document_name: name }) => name !== 'mill-house.txt'),
      },
      {
        capability: 'ask',
        input: { question: 'Who maintains the roof and the outer walls?' },
        like: { citations: [] },
      },
    ],
  },
  {
    name: 'a folder is ingested again after files changed',
    proves: ['ingest-again', 'new-version', 'ingest-reports'],
    surfaces: ['process', 'cli', 'mcp'],
    steps: [
      {
        capability: 'ingest',
        input: { paths: ['{folder}'] },
        files: {
          'empty.txt': null,
          'garden.txt':
            'NOTES ON THE GARDEN\n\nThe gardener now comes every fortnight and is paid 75 euros for each visit.\n',
          'copies/same.txt': 'A letter about the hedge between the two gardens, which is to be cut in March.\n',
          'letter.txt': 'A letter about the hedge between the two gardens, which is to be cut in March.\n',
        },
        holds: ({ files, gone }) => {
          const at = (name: string) =>
            (files as { path: string; status: string; unchanged?: boolean }[]).find(({ path }) =>
              path.endsWith(`/${name}`),
            );
          const statuses = [at('copies/same.txt')?.status, at('letter.txt')?.status].sort();
          return (
            at('travel-and-expense-policy.html')?.unchanged === true &&
            at('mill-house.txt')?.status === 'ready' &&
            at('mill-house.txt')?.unchanged === undefined &&
            at('garden.txt')?.status === 'ready' &&
            at('garden.txt')?.unchanged === undefined &&
            statuses.join() === 'duplicate,ready' &&
            (gone as { path: string; removed: boolean }[])
              .map(({ path, removed }) => [path.split('/').at(-1), removed])
              .join() === 'empty.txt,false'
          );
        },
        // Which of two files with the same bytes is the first depends on which was read first.
        apart: ['files'],
      },
      {
        capability: 'documents.show',
        input: { document_id: '{garden}' },
        like: { document: { version: 2, live_version: 2 } },
      },
      {
        capability: 'search',
        input: { text: 'gardener paid for each visit', document_ids: ['{garden}'] },
        holds: ({ results }) => {
          const text = (results as { text: string }[]).map((each) => each.text).join();
          return text.includes('75 euros') && !text.includes('60 euros') && !text.includes('BANANA');
        },
      },
    ],
  },
  {
    name: 'documents of files that are gone are pruned',
    proves: ['ingest-prune'],
    surfaces: ['process', 'cli', 'mcp'],
    steps: [
      {
        capability: 'ingest',
        input: { paths: ['{folder}'], prune: true },
        files: { 'letter.txt': null, 'copies/same.txt': null },
        holds: ({ gone }) => (gone as { removed: boolean }[]).some(({ removed }) => removed),
        apart: ['files', 'gone'],
      },
      { capability: 'documents.list', input: { name: 'letter' }, like: { documents: [] } },
      { capability: 'documents.list', input: { name: 'same' }, like: { documents: [] } },
      {
        capability: 'ingest',
        input: { paths: ['{folder}/nowhere', '{folder}/garden.txt'] },
        holds: ({ files }) =>
          (files as { status: string; error?: { code: string } }[])
            .map(({ status, error }) => error?.code ?? status)
            .sort()
            .join() === 'path_not_found,ready',
      },
    ],
  },
];
