import { attachedScenarios } from './attached.ts';
import { riskScenarios } from './risks.ts';
import type { Scenario } from './scenario.ts';

/** In this order on every surface, each on what the ones before have left. */
export const scenarios: readonly Scenario[] = [
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
  {
    name: 'search finds passages',
    proves: ['search-found', 'search-filtered', 'search-explained', 'errors-invalid'],
    steps: [
      {
        capability: 'search',
        input: { text: 'how much notice must be given to end the lease', limit: 3 },
        holds: ({ results }) => {
          const found = results as {
            text: string;
            document_name: string;
            page: number;
            start: number;
            end: number;
            score: number;
          }[];
          const [best] = found;
          return (
            found.length <= 3 &&
            best?.document_name === 'mill-house.txt' &&
            best.text.includes("four months' written notice") &&
            best.page === 1 &&
            best.end - best.start === best.text.length &&
            found.every(({ score }, at) => at === 0 || score <= (found[at - 1]?.score ?? 0))
          );
        },
        keep: { chunk: 'results.0.chunk_id' },
      },
      {
        capability: 'search',
        input: { text: 'notice', document_ids: ['{amendment}', '{policy}'] },
        holds: ({ results }) =>
          (results as { document_name: string }[]).length > 0 &&
          (results as { document_name: string }[]).every(({ document_name: name }) => name !== 'mill-house.txt'),
      },
      {
        capability: 'search',
        input: { text: 'the roof and the outer walls', limit: 1, explain: true },
        holds: ({ results }) => (results as { explain?: object }[])[0]?.explain !== undefined,
      },
      { capability: 'search', input: { text: 'notice', limit: 0 }, error: 'invalid_input' },
      { capability: 'search', input: { text: 'notice', document_ids: ['doc_none'] }, error: 'not_found' },
    ],
  },
  {
    name: 'a question is answered with quotes, or not at all',
    proves: ['ask-cited', 'ask-abstains', 'ask-data'],
    steps: [
      {
        capability: 'ask',
        input: { question: 'Who maintains the roof and the outer walls?' },
        like: { answered: true },
        holds: ({ citations }) => {
          const [first] = citations as {
            quote: string;
            document_name: string;
            page: number;
            start: number;
            end: number;
          }[];
          return (
            first?.document_name === 'mill-house.txt' &&
            first.quote.includes('The Landlord shall maintain the roof') &&
            first.end - first.start === first.quote.length
          );
        },
      },
      {
        capability: 'ask',
        input: { question: 'Within how many days must an invoice be paid?', document_ids: ['{amendment}'] },
        like: { answered: true },
        holds: ({ citations }) => {
          const cited = citations as { quote: string; document_id: string; boxes?: unknown[] }[];
          return cited.some(({ quote, boxes }) => quote.includes('thirty (30) days') && (boxes?.length ?? 0) > 0);
        },
      },
      {
        capability: 'ask',
        input: { question: 'What is the airspeed of an unladen swallow?' },
        like: { answered: false, citations: [] },
        holds: ({ missing_information: missing }) => (missing as string[]).length > 0,
      },
      {
        capability: 'ask',
        input: { question: 'How much is the gardener paid for each visit?' },
        like: { answered: true },
        holds: ({ answer, citations }) =>
          !String(answer).includes('BANANA') &&
          (citations as { quote: string }[]).some(({ quote }) => quote.includes('60 euros')),
      },
      { capability: 'documents.list', input: {}, like: { total: 5 } },
      { capability: 'ask', input: { question: 'x', document_ids: ['doc_none'] }, error: 'not_found' },
    ],
  },
  {
    name: 'a conversation is kept',
    proves: ['threads'],
    steps: [
      {
        capability: 'ask',
        input: { question: 'Who maintains the roof and the outer walls?', thread: 'new' },
        like: { answered: true },
        keep: { thread: 'thread_id' },
      },
      {
        capability: 'ask',
        input: { question: 'And who pays for repairs of the boiler?', thread: '{thread}' },
        like: { answered: true },
        holds: ({ citations }) => (citations as { quote: string }[]).some(({ quote }) => quote.includes('boiler')),
      },
      {
        capability: 'threads.list',
        input: {},
        like: { threads: [{ turns: 2, title: 'Who maintains the roof and the outer walls?' }] },
      },
      {
        capability: 'threads.show',
        input: { thread: '{thread}' },
        like: { entries: [{ outcome: { answered: true } }, { question: 'And who pays for repairs of the boiler?' }] },
      },
      { capability: 'threads.delete', input: { thread: '{thread}' }, like: { turns: 2 } },
      { capability: 'threads.list', input: {}, like: { threads: [] } },
      { capability: 'threads.show', input: { thread: '{thread}' }, error: 'not_found', apart: ['message', 'id'] },
    ],
  },
  {
    name: 'text is read around a passage and piece by piece',
    proves: ['read-around'],
    steps: [
      {
        capability: 'read',
        input: { document_id: '{mill}', chunk_id: '{chunk}', before: 300, after: 300 },
        holds: ({ text }) => String(text).includes('Repairs') && String(text).includes("four months' written notice"),
      },
      { capability: 'read', input: { document_id: '{amendment}', page: 2 }, like: { page: 2, end_page: 2, pages: 2 } },
      {
        capability: 'read',
        input: { document_id: '{mill}', max_characters: 100 },
        like: { start: 0 },
        holds: ({ text, next }) => String(text).startsWith('LEASE OF THE MILL HOUSE') && next === String(text).length,
        keep: { next: 'end' },
      },
      { capability: 'read', input: { document_id: '{mill}', page: 9 }, error: 'not_found' },
      { capability: 'read', input: { document_id: '{mill}', page: 1, start: 5 }, error: 'invalid_input' },
      { capability: 'read', input: { document_id: '{mill}', max_characters: 1 }, error: 'invalid_input' },
      { capability: 'read', input: { document_id: '{empty}' }, error: 'document_failed' },
    ],
  },
  {
    name: 'plugins are listed',
    proves: ['plugins-listed'],
    steps: [
      {
        capability: 'plugins.list',
        input: {},
        holds: ({ plugins }) =>
          (plugins as { name: string; status: string; provides: string[] }[]).some(
            ({ name, status, provides }) => name === 'pdf' && status === 'running' && provides.includes('parser'),
          ),
      },
    ],
  },
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
  ...attachedScenarios,
  ...riskScenarios,
];
