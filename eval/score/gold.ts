import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readJsonLines } from '../json-lines.ts';
import type { Place } from '../places.ts';

/** What a corpus says is right of one query. */
export type GoldQuery = {
  readonly id: string;
  /** What the query is about, to group figures by. */
  readonly category: string | undefined;
  /** Where the answer stands; none where the documents do not answer. */
  readonly spans: readonly Place[];
};

/** What lawyers marked in one document. */
export type Label = {
  readonly document: string;
  readonly clauses: ReadonlyMap<string, LabelledClause>;
};

export type LabelledClause = {
  /** What the clause comes to, as the lawyers wrote it: "7/1/13", "perpetual", "successive 1 year"; empty where nothing. */
  readonly answer: string;
  /** The document has a clause of the category, also where the corpus could not place it in the text. */
  readonly present: boolean;
  readonly spans: readonly Place[];
};

export type Gold = {
  readonly queries: readonly GoldQuery[];
  /** undefined where the corpus has none. */
  readonly labels: readonly Label[] | undefined;
};

const placeSchema = z.object({ document: z.string(), start: z.int(), end: z.int() });
const goldSchema = z.object({ query: z.string(), spans: z.array(placeSchema) });
const querySchema = z.object({ id: z.string(), category: z.string().optional() });
const labelSchema = z.object({
  id: z.string(),
  clauses: z.record(
    z.string(),
    z.object({
      spans: z.array(z.object({ start: z.int().optional(), end: z.int().optional() })),
      answer: z.string().default(''),
    }),
  ),
});

/** Reads `queries.jsonl`, `gold.jsonl` and, where there is one, `labels.jsonl`. Throws as `readCorpus` does. */
export const readGold = (folder: string): Gold => {
  const queries = readJsonLines(path.join(folder, 'queries.jsonl'), querySchema);
  const categories = new Map(queries.map(({ id, category }) => [id, category]));
  const labels = path.join(folder, 'labels.jsonl');
  return {
    queries: readJsonLines(path.join(folder, 'gold.jsonl'), goldSchema).map(({ query, spans }) => ({
      id: query,
      category: categories.get(query),
      spans,
    })),
    labels: existsSync(labels) ? readJsonLines(labels, labelSchema).map(labelOf) : undefined,
  };
};

const labelOf = ({ id, clauses }: z.output<typeof labelSchema>): Label => ({
  document: id,
  clauses: new Map(
    Object.entries(clauses).map(([category, { spans, answer }]) => [
      category,
      {
        answer,
        present: spans.length > 0,
        spans: spans.flatMap(({ start, end }) =>
          start === undefined || end === undefined ? [] : [{ document: id, start, end }],
        ),
      },
    ]),
  ),
});
