import { z } from 'zod';
import type { CorpusQuery } from './corpus.ts';
import type { Places } from './places.ts';
import { ofEachTerm, type TermField } from './score/terms.ts';
import type { System } from './system.ts';

/** The documents that a call is confined to; none where the whole collection is asked. */
export type Confined = { readonly document_ids?: readonly string[] };

type Predictions = {
  readonly file: string;
  /** What the file says of a query or a document of which the system said nothing. */
  readonly nothing: Record<string, unknown>;
};

/** A kind of prediction that has a line for each query. */
export type QueryTask = Predictions & {
  readonly by: 'query';
  /** What the file says of a query, without the query's id. */
  predict(
    system: System,
    places: Places,
    query: Omit<CorpusQuery, 'id'>,
    confined: Confined,
  ): Promise<Record<string, unknown>>;
};

/** A kind of prediction that has a line for each document. */
export type DocumentTask = Predictions & {
  readonly by: 'document';
  /** What the file says of a document, without its id: `document` is the corpus' id, `systemId` the system's. */
  predict(system: System, places: Places, document: string, systemId: string): Promise<Record<string, unknown>>;
};

export type Task = QueryTask | DocumentTask;

/** As many passages as are scored. */
const RESULTS = 10;

const place = { document_id: z.string(), start: z.int(), end: z.int() };
const searchedSchema = z.object({ results: z.array(z.object({ ...place, text: z.string() })) });
const answeredSchema = z.object({
  answered: z.boolean(),
  confidence: z.number(),
  citations: z.array(z.object({ ...place, quote: z.string() })),
});
const clauseSchema = z.object({
  title: z.string(),
  place_probability: z.number(),
  quote: z.string(),
  start: z.int(),
  end: z.int(),
});
const clausesSchema = z.object({
  documents: z.array(z.object({ document_id: z.string(), clauses: z.array(clauseSchema) })),
});

const retrieval: QueryTask = {
  by: 'query',
  file: 'retrieval.jsonl',
  nothing: { results: [] },
  async predict(system, places, { text, document }, confined) {
    const { results } = searchedSchema.parse(await system.call('search', { text, limit: RESULTS, ...confined }));
    return { results: results.flatMap((found) => places.inCorpus(found, document)).slice(0, RESULTS) };
  },
};

const answers: QueryTask = {
  by: 'query',
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

const clauses: DocumentTask = {
  by: 'document',
  file: 'clauses.jsonl',
  nothing: { clauses: [] },
  async predict(system, places, document, systemId) {
    const { documents } = clausesSchema.parse(await system.call('clauses', { document_ids: [systemId] }));
    return {
      clauses: documents.flatMap(({ document_id, clauses }) =>
        clauses.flatMap(({ title, place_probability: probability, quote, start, end }) =>
          places
            .inCorpus({ document_id, start, end, text: quote }, document)
            .map((place) => ({ category: title, start: place.start, end: place.end, probability })),
        ),
      ),
    };
  },
};

const termSchema = z.object({
  name: z.string(),
  value: z.string().nullable(),
  assumed: z.object({ value: z.string() }).nullable(),
});
const termsSchema = z.object({ documents: z.array(z.object({ terms: z.array(termSchema) })) });

const terms: DocumentTask = {
  by: 'document',
  file: 'terms.jsonl',
  nothing: ofEachTerm(() => null),
  async predict(system, _places, _document, systemId) {
    // The corpora's labels are of each document by itself.
    const said = termsSchema.parse(await system.call('terms', { document_ids: [systemId], alone: true }));
    const values = new Map(
      said.documents.flatMap(({ terms }) =>
        terms.map(({ name, value, assumed }) => [name, value ?? assumed?.value ?? null]),
      ),
    );
    return ofEachTerm((name) => namedPlace(name, values.get(name) ?? null));
  },
};

/** One law of two countries is named by the first of them in the corpora. */
const namedPlace = (field: TermField, value: string | null): string | null =>
  field === 'governingLaw' && value !== null ? value.replace(/^England and Wales$/, 'England') : value;

export const tasks = { retrieval, answers, clauses, terms } as const satisfies Record<string, Task>;

export type TaskName = keyof typeof tasks;
export const taskNames = Object.keys(tasks) as TaskName[];
export const isTaskName = (name: string): name is TaskName => Object.hasOwn(tasks, name);
