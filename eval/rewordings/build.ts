/** Makes a corpus in which every question of another is asked in held-out everyday words; see README.md. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { sha256Of } from '../../core/document/identity.ts';

export type Labelled = { readonly label: string; readonly question: string };
export type Rewording = {
  /** Corpus of one category a query, as cuad and cuad-train are. */
  readonly corpus: string;
  /** Folder that becomes the new corpus; made where it is missing. */
  readonly out: string;
  /** Takes this wording of every category, from 1; each document gets one by its id where this is absent. */
  readonly wording?: number;
};

/** As many as every category has. */
export const WORDINGS = 8;
const CLAUSE_QUESTIONS = path.join(import.meta.dirname, 'clause-questions.tsv');

const querySchema = z.looseObject({ id: z.string(), text: z.string(), document: z.string(), category: z.string() });
const goldSchema = z.looseObject({ query: z.string() });

/** Lines of a label, a tab and a question. Throws where a line is anything else. */
export const readLabelled = (file: string): Labelled[] =>
  linesOf(file).map((line, index) => {
    const [label, question, ...rest] = line.split('\t');
    if (!label || !question || rest.length > 0) throw new Error(`${file}: line ${index + 1} is no label and question`);
    return { label, question };
  });

/** The held-out wordings of each category, in the file's order, under the category's name in CUAD. */
export const readWordings = (): ReadonlyMap<string, readonly string[]> => {
  const wordings = new Map<string, string[]>();
  for (const { label, question } of readLabelled(CLAUSE_QUESTIONS))
    wordings.set(label, [...(wordings.get(label) ?? []), question]);
  for (const [category, { length }] of wordings)
    if (length !== WORDINGS) throw new Error(`${category} has ${length} wordings and not ${WORDINGS}`);
  return wordings;
};

/** Writes the reworded corpus. Throws before it writes anything where a query's category has no wordings. */
export const rewordCorpus = ({ corpus, out, wording }: Rewording): { readonly queries: number } => {
  if (wording !== undefined && !(Number.isInteger(wording) && wording >= 1 && wording <= WORDINGS))
    throw new Error(`there are wordings 1 to ${WORDINGS}`);
  const wordings = readWordings();
  const queries = linesOf(path.join(corpus, 'queries.jsonl')).map((line) => {
    const query = querySchema.parse(JSON.parse(line));
    const index = wording === undefined ? ownWording(query.document) : wording - 1;
    const text = wordings.get(query.category)?.[index];
    if (text === undefined) throw new Error(`${query.id}: no wordings of "${query.category}"`);
    return { ...query, id: reworded(query.id), text };
  });
  const gold = linesOf(path.join(corpus, 'gold.jsonl')).map((line) => {
    const row = goldSchema.parse(JSON.parse(line));
    return { ...row, query: reworded(row.query) };
  });
  mkdirSync(out, { recursive: true });
  if (realpathSync(out) === realpathSync(corpus)) throw new Error('a corpus is not written over itself');
  link(path.join(corpus, 'documents'), path.join(out, 'documents'));
  writeFileSync(path.join(out, 'queries.jsonl'), toLines(queries));
  writeFileSync(path.join(out, 'gold.jsonl'), toLines(gold));
  const labels = path.join(corpus, 'labels.jsonl');
  if (existsSync(labels)) writeFileSync(path.join(out, 'labels.jsonl'), readFileSync(labels));
  return { queries: queries.length };
};

/** The same for a document on every machine, and spread over all the wordings. */
const ownWording = (document: string): number =>
  Number.parseInt(sha256Of(Buffer.from(document)).slice(0, 8), 16) % WORDINGS;

/** The ending by which the corpora's scorer knows a reworded question. */
const reworded = (query: string): string => `${query}/paraphrase`;

const link = (target: string, at: string): void => {
  if (lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(at);
  symlinkSync(realpathSync(target), at, 'junction');
};

const linesOf = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

const toLines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

if (import.meta.main) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { wordings: { type: 'string' } } });
  const [corpus, out] = positionals;
  if (corpus === undefined || out === undefined)
    throw new Error('usage: node eval/rewordings/build.ts CORPUS_DIR OUT_DIR [--wordings N]');
  const { queries } = rewordCorpus({
    corpus,
    out,
    ...(values.wordings === undefined ? {} : { wording: Number(values.wordings) }),
  });
  console.log(`${queries} questions in other words: ${out}`);
}
