import type { Scenario } from './scenario.ts';

/** What is found and answered in the documents that came in, and how their text is read. */
export const questionScenarios: readonly Scenario[] = [
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
      { capability: 'search', input: { text: 'notice', document_ids: ['{empty}'] }, error: 'document_failed' },
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
];
