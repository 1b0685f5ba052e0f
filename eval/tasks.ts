import { z } from 'zod';
import type { CorpusQuery } from './corpus.ts';
import type { Place, Places } from './places.ts';
import type { System } from './system.ts';

/** One kind of prediction and the file that it goes to. */
export type Task = {
  readonly file: string;
  /** What the file says of a query, without the query's id. */
  predict(system: System, places: Places, query: Omit<CorpusQuery, 'id'>): Promise<Record<string, unknown>>;
};

/** As many passages as are scored. */
const RESULTS = 10;

const place = { document_id: z.string(), start: z.int(), end: z.int() };
const searchedSchema = z.object({ results: z.array(z.object({ ...place, text: z.string() })) });
const answeredSchema = z.object({
  answered: z.boolean(),
  confidence: z.number(),
  citations: z.array(z.object({ ...place, quote: z.string() })),
});

const retrieve: Task['predict'] = async (system, places, { text, document }) => {
  const filter = filterOf(places, document);
  if (filter === undefined) return { results: [] };
  const { results } = searchedSchema.parse(await system.call('search', { text, limit: RESULTS, ...filter }));
  return { results: results.flatMap((found) => places.inCorpus(found, document)).slice(0, RESULTS) };
};

const answer: Task['predict'] = async (system, places, { text, document }) => {
  const filter = filterOf(places, document);
  if (filter === undefined) return { answered: false, confidence: 0, citations: [] };
  const said = answeredSchema.parse(await system.call('ask', { question: text, ...filter }));
  const citations: Place[] = said.citations.flatMap(({ quote, ...found }) =>
    places.inCorpus({ ...found, text: quote }, document),
  );
  return { answered: said.answered, confidence: said.confidence, citations };
};

/** undefined where the document that is asked could not be read: then there is nothing to ask. */
const filterOf = (places: Places, document: string | null): { document_ids?: readonly string[] } | undefined => {
  if (document === null) return {};
  const id = places.systemId(document);
  return id === undefined ? undefined : { document_ids: [id] };
};

export const tasks = {
  retrieval: { file: 'retrieval.jsonl', predict: retrieve },
  answers: { file: 'answers.jsonl', predict: answer },
} as const satisfies Record<string, Task>;

export type TaskName = keyof typeof tasks;
export const taskNames = Object.keys(tasks) as TaskName[];
export const isTaskName = (name: string): name is TaskName => Object.hasOwn(tasks, name);
