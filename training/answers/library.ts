import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RetrievalPorts } from '../../agents/retrieval/ports.ts';
import type { Passage } from '../../core/document/passage.ts';
import { localPrincipal } from '../../core/identity/principal.ts';
import { labelsIn } from '../../core/pipeline/label.ts';
import type { ClauseModel, TypeProbability } from '../../core/ports/clauses.ts';
import type { Embedder } from '../../core/ports/embedder.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import type { PassageLabel } from '../../core/ports/passages.ts';
import { systemClock } from '../../core/ports/system-clock.ts';
import { openEmbeddedStore } from '../../storage/embedded/index.ts';
import { readPlainText } from '../plain-text.ts';

export type TuningQuery = {
  readonly id: string;
  readonly text: string;
  readonly document: string | null;
  readonly category?: string;
};
export type GoldSpan = { readonly document: string; readonly start: number; readonly end: number };

/** What is said of a question by a model that did not see it. */
export type Topics = ReadonlyMap<string, readonly TypeProbability[]>;

/** What is said of a document's units by a model that did not see the document. */
export type UnseenUnits = ReadonlyMap<string, readonly UnseenUnit[]>;
export type UnseenUnit = {
  readonly start: number;
  readonly end: number;
  readonly types: readonly (readonly [string, number])[];
};

/** A corpus in a temporary store, as the retrieval agent sees it. */
export type Library = {
  readonly ports: Pick<RetrievalPorts, 'passages' | 'embedding' | 'clauses'>;
  readonly queries: readonly TuningQuery[];
  readonly gold: ReadonlyMap<string, readonly GoldSpan[]>;
  useVectors(on: boolean): void;
  /** Answers for the clause model what a question is about; undefined where the model itself is asked. */
  useTopics(topics: Topics | undefined): void;
  close(): Promise<void>;
};

/** Every line of a file of JSON lines, taken at its word: what is read here was written here. */
export const readLines = async <T>(file: string): Promise<T[]> =>
  (await readFile(file, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line): T => JSON.parse(line));

/** Reads at most `most` documents, in the order of their names, and the queries about them. */
export const openLibrary = async (
  folder: string,
  embedder: Embedder | undefined,
  model: ClauseModel,
  { most = Number.POSITIVE_INFINITY, unseen }: { readonly most?: number; readonly unseen?: UnseenUnits } = {},
): Promise<Library> => {
  const home = await mkdtemp(path.join(tmpdir(), 'dossier-tuning-'));
  const store = await openEmbeddedStore({ folder: home, clock: systemClock, log: silentLogger });
  const names = (await readdir(path.join(folder, 'documents'))).sort().slice(0, most);
  const ids = new Set(names.map((name) => path.parse(name).name));
  for (const name of names) {
    const text = await readFile(path.join(folder, 'documents', name), 'utf8');
    const documentId = path.parse(name).name;
    const { passages } = readPlainText(documentId, text);
    await store.passages.stage(localPrincipal, documentId, 1, passages);
    if (embedder) {
      const vectors = await embedder.embed(
        passages.map((passage) => passage.text),
        'passage',
      );
      await store.passages.putVectors(
        localPrincipal,
        embedder.space,
        passages.flatMap(({ id }, index) => {
          const vector = vectors[index];
          return vector ? [{ id, vector }] : [];
        }),
      );
    }
    const labels = unseen ? labelsFrom(unseen.get(documentId) ?? [], passages) : labelsIn(await model.read(passages));
    await store.passages.putLabels(localPrincipal, model.id, documentId, 1, labels);
    await store.passages.publish(localPrincipal, documentId, 1);
  }
  const queries = await readLines<TuningQuery>(path.join(folder, 'queries.jsonl'));
  const gold = await readLines<{ query: string; spans: GoldSpan[] }>(path.join(folder, 'gold.jsonl'));
  let vectors = true;
  let given: Topics | undefined;
  const asked: ClauseModel = {
    ...model,
    about: async (question) => given?.get(question) ?? (await model.about(question)),
  };
  return {
    ports: {
      passages: store.passages,
      embedding: { current: () => (vectors ? embedder : undefined) },
      clauses: { current: () => asked, read: () => Promise.resolve(undefined) },
    },
    queries: queries.filter(({ document }) => document === null || ids.has(document)),
    gold: new Map(gold.map(({ query, spans }) => [query, spans])),
    useVectors: (on) => {
      vectors = on;
    },
    useTopics: (topics) => {
      given = topics;
    },
    close: async () => {
      await store.close();
      await rm(home, { recursive: true, force: true });
    },
  };
};

/** The units that lie in one passage, each with that passage's id. */
export const inPassages = (
  units: readonly UnseenUnit[],
  passages: readonly Passage[],
): readonly (UnseenUnit & { readonly passageId: string })[] =>
  units.flatMap((unit) => {
    const passage = passages.find(({ charStart, charEnd }) => charStart <= unit.start && unit.end <= charEnd);
    return passage === undefined ? [] : [{ ...unit, passageId: passage.id }];
  });

const labelsFrom = (units: readonly UnseenUnit[], passages: readonly Passage[]): PassageLabel[] =>
  inPassages(units, passages).flatMap(({ start, end, passageId, types }) =>
    types.map(([label, score]) => ({ passageId, start, end, label, score })),
  );
