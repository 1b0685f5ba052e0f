import path from 'node:path';
import { loadConfig } from '../core/config/load.ts';
import { localPrincipal } from '../core/identity/principal.ts';
import type { Embedder } from '../core/ports/embedder.ts';
import { silentLogger } from '../core/ports/logger.ts';
import type { WantedLabel } from '../core/ports/passages.ts';
import { systemClock } from '../core/ports/system-clock.ts';
import type { Application } from '../core/system/application.ts';
import { stopWords } from '../core/text/stopwords.ts';
import { plugin as builtin } from '../plugins/embedders/builtin.ts';
import { openApplication } from '../servers/wiring.ts';
import { openEmbeddedStore } from '../storage/embedded/index.ts';
import { withFolder } from './folder.ts';
import { readQuestions } from './material/texts.ts';
import { interleaved, quantile } from './measure.ts';
import { type Row, timeRow } from './report.ts';
import { type Bare, openBare } from './search/bare.ts';
import { documentIdOf, type Made, makeDocuments, PER_DOCUMENT, types } from './search/collection.ts';
import { LABELS, loadDocuments } from './search/load.ts';
import type { Measure } from './section.ts';

const LIMIT = 10;
/** Documents that are stored at once. */
const BATCH = 100;
const AIM = 1.5;

type Asked = { readonly text: string; readonly terms: readonly string[]; readonly vector: Float32Array };

/** Searching collections of several sizes, the ports and the whole capability, beside the bare queries on the same passages. */
export const measureSearching: Measure = ({ quick, progress }) =>
  withFolder(async (folder) => {
    const data = path.join(folder, 'data');
    const { embedder } = await builtin.setup({ options: {}, ports: {}, log: silentLogger });
    const store = await openEmbeddedStore({ folder: data, clock: systemClock, log: silentLogger });
    const bare = openBare(path.join(folder, 'bare.db'), embedder.space.dimensions);
    const application = await openApplication(loadConfig({ environment: {}, flags: { data, 'log.level': 'silent' } }));
    const questions = await readAsked(embedder, quick ? 20 : 60);
    const made = makeDocuments(embedder.space.dimensions);
    const rows: Row[] = [];
    try {
      let documents = 0;
      for (const size of quick ? [1_000, 10_000] : [1_000, 10_000, 100_000]) {
        progress(`${size} passages: storing`);
        for (; documents < size / PER_DOCUMENT; documents += BATCH) {
          const batch = take(made, Math.min(BATCH, size / PER_DOCUMENT - documents));
          await loadDocuments(store, embedder.space, batch);
          bare.add(batch);
        }
        documents = size / PER_DOCUMENT;
        progress(`${size} passages: searching`);
        const ours = { store, application, embedder };
        rows.push(...(await measureSize(ours, bare, questions, size)));
        rows.push(...(await measureSize(ours, bare, questions, size, Math.floor(documents / 2))));
      }
    } finally {
      await application.close();
      await store.close();
      bare.close();
    }
    return {
      rows,
      notes: [
        `p50 and p95 over ${questions.length} questions in turn; ${LIMIT} results; documents of ${PER_DOCUMENT} passages.`,
        'words: the port against FTS5. vectors: the port against sqlite-vec. search: the capability, which ranks by the ' +
          'words, by related words and by vectors, and reads the best passages, against the FTS5 and the sqlite-vec query. labels: the port alone, units that state one or ' +
          'any of three types of clause.',
      ],
    };
  });

type Ours = {
  readonly store: Awaited<ReturnType<typeof openEmbeddedStore>>;
  readonly application: Application;
  readonly embedder: Embedder;
};

const measureSize = async (
  { store, application, embedder }: Ours,
  bare: Bare,
  questions: readonly Asked[],
  size: number,
  document?: number,
): Promise<Row[]> => {
  const documentIds = document === undefined ? undefined : [documentIdOf(document)];
  const options = { limit: LIMIT, ...(documentIds === undefined ? {} : { filter: { documentIds } }) };
  const search = application.capabilities.get('search');
  if (search === undefined) throw new Error('There is no capability search.');
  const asked = (turn: number) => questions[turn % questions.length] as Asked;
  const times = await interleaved(questions.length, {
    words: (turn) => store.passages.lexical(localPrincipal, { terms: asked(turn).terms }, options),
    bareWords: (turn) => bare.words(asked(turn).terms, LIMIT, document),
    vectors: (turn) => store.passages.nearest(localPrincipal, embedder.space, asked(turn).vector, options),
    bareVectors: (turn) => bare.nearest(asked(turn).vector, LIMIT, document),
    oneType: (turn) => store.passages.labelled(localPrincipal, LABELS, weighed(turn, 1), options),
    threeTypes: (turn) => store.passages.labelled(localPrincipal, LABELS, weighed(turn, 3), options),
    search: (turn) =>
      application.invoke(
        search,
        { text: asked(turn).text, limit: LIMIT, document_ids: documentIds ?? [] },
        { principal: localPrincipal, requestId: 'bench' },
      ),
  });
  const both = times.bareWords.map((time, index) => time + (times.bareVectors[index] ?? 0));
  const where = `${size / 1000}k${document === undefined ? '' : ', one document'}`;
  const beside = (name: string, ours: readonly number[], bareTimes: readonly number[], what: string) =>
    [0.5, 0.95].map((part) => {
      const value = quantile(bareTimes, part);
      return timeRow(`${name}, ${where}, p${part * 100}`, quantile(ours, part), { what, value }, AIM);
    });
  const alone = (name: string, ours: readonly number[]) =>
    [0.5, 0.95].map((part) => timeRow(`${name}, ${where}, p${part * 100}`, quantile(ours, part)));
  return [
    ...beside('words', times.words, times.bareWords, 'FTS5'),
    ...beside('vectors', times.vectors, times.bareVectors, 'sqlite-vec'),
    ...alone('labels of one type', times.oneType),
    ...alone('labels of three types', times.threeTypes),
    ...beside('search', times.search, both, 'both'),
  ];
};

const readAsked = async (embedder: Embedder, count: number): Promise<Asked[]> => {
  const texts = readQuestions(count);
  const vectors = await embedder.embed(texts, 'query');
  return texts.map((text, index) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const terms = [...new Set(words.filter((word) => !stopWords.has(word)))];
    return { text, terms: terms.length > 0 ? terms : words, vector: vectors[index] ?? new Float32Array() };
  });
};

/** So many types, each counting half as much as the one before. */
const weighed = (turn: number, count: number): WantedLabel[] =>
  Array.from({ length: count }, (_, index) => ({
    label: types[(turn * 7 + index * 3) % types.length] ?? '',
    weight: 1 / 2 ** (index + 1),
  }));

const take = (made: Generator<Made>, count: number): Made[] =>
  Array.from({ length: count }, () => made.next().value as Made);
