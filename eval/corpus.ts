import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { orNotFound, readJsonLines } from './json-lines.ts';

/** One file of a corpus. */
export type CorpusDocument = {
  readonly id: string;
  readonly path: string;
  /** The file's characters, a byte order mark included: what the corpus' offsets count. */
  readonly text: string;
};

/** What is asked. A corpus says more of a query (its category, its answer); the system under test sees only this. */
export type CorpusQuery = {
  readonly id: string;
  readonly text: string;
  /** The document that is asked, null for the whole collection. */
  readonly document: string | null;
};

export type Corpus = {
  readonly documents: readonly CorpusDocument[];
  readonly queries: readonly CorpusQuery[];
};

const querySchema = z.object({ id: z.string(), text: z.string(), document: z.string().nullable() });
const EXTENSION = '.txt';

/** Reads `documents/ID.txt` and `queries.jsonl`. Throws `path_not_found` or `invalid_input`. */
export const readCorpus = (folder: string): Corpus => ({
  documents: readDocuments(path.join(folder, 'documents')),
  queries: readJsonLines(path.join(folder, 'queries.jsonl'), querySchema),
});

export const readDocuments = (folder: string): CorpusDocument[] =>
  orNotFound(folder, () => readdirSync(folder))
    .filter((name) => name.endsWith(EXTENSION))
    .sort()
    .map((name) => {
      const file = path.join(folder, name);
      return { id: path.basename(file, EXTENSION), path: file, text: readFileSync(file, 'utf8') };
    });
