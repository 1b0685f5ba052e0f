import { z } from 'zod';
import type { CorpusQuery } from './corpus.ts';
import type { Places } from './places.ts';
import type { System } from './system.ts';

/** The documents that a call is confined to; none where the whole collection is asked. */
export type Confined = { readonly document_ids?: readonly string[] };

/** One kind of prediction and the file that it goes to. */
export type Task = {
  readonly file: string;
  /** What the file says of a query that could not be asked. */
  readonly nothing: Record<string, unknown>;
  /** What the file says of a query, without the query's id. */
  predict(
    system: System,
    places: Places,
    query: Omit<CorpusQuery, 'id'>,
    confined: Confined,
  ): Promise<Record<string, unknown>>;
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

const retrieval: Task = {
  file: 'retrieval.jsonl',
  nothing: { results: [] },
  async predict(system, places, { text, document }, confined) {
    const { results } = searchedSchema.parse(await system.call('search', { text, limit: RESULTS, ...confined }));
    return { results: results.flatMap((found) => places.inCorpus(found, document)).slice(0, RESULTS) };
  },
};

const answers: Task = {
  file: 'answers.jsonl',
  nothing: { answered: false, confidence: 0, citations: [] },
  async predict(system, places, { text, document }, confined) {
    const said = answeredSchema.parse(await system.call('ask', { question: text, ...confined }));
    const citations = said.citations.flatMap(({ quote, ...found }) =>
      places.inCorpus({ ...found, text: quote }, document),
    );
    return { answered: said.answered, confidence: said.confidence, citations };
  },
};

export const tasks = { retrieval, answers } as const;

export type TaskName = keyof typeof tasks;
export const taskNames = Object.keys(tasks) as TaskName[];
export const isTaskName = (name: string): name is TaskName => Object.hasOwn(tasks, name);
