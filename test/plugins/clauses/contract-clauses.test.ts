import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { chunkDocument } from '../../../core/chunking/chunk.ts';
import { parsedDocumentSchema } from '../../../core/document/parsed.ts';
import type { Passage } from '../../../core/document/passage.ts';
import { silentLogger } from '../../../core/ports/logger.ts';
import { featuredUnits, placedUnits, questionFeatures } from '../../../plugins/clauses/contract-clauses/features.ts';
import { loadLinear } from '../../../plugins/clauses/contract-clauses/linear.ts';
import description from '../../../plugins/clauses/contract-clauses/model.json' with { type: 'json' };
import { plugin } from '../../../plugins/clauses/contract-clauses.ts';
import { textBlocks } from '../../../plugins/parsers/shared/paragraphs.ts';
import { loadStaticModel } from '../../../plugins/shared/static-vectors/static-model.ts';
import { testClauseModel } from '../../contracts/clauses.ts';

const root = path.join(import.meta.dirname, '../../..');
const load = async () => (await plugin.setup({ options: {}, ports: {}, log: silentLogger })).clauses;

testClauseModel(test, load, {
  document: `SUPPLY AGREEMENT

This Supply Agreement is entered into as of March 1, 2025 by and between Alder Foods, Inc. ("Supplier") and Birch Retail LLC ("Buyer").

1. Orders. Buyer shall order by e-mail. Supplier shall confirm each order within two days.

2. Governing Law. This Agreement shall be governed by and construed in accordance with the laws of the State of Delaware, without regard to its conflict of laws principles.

3. Notices. Notices are sent to the addresses above.`,
  states: { type: 'governing-law', words: 'governed by and construed' },
  question: "Which state's law applies to this deal?",
});

type Golden =
  | { readonly document: string; readonly start: number; readonly end: number; readonly scores: readonly number[] }
  | { readonly question: string; readonly logits: readonly number[] };
const golden: readonly Golden[] = readFileSync(path.join(import.meta.dirname, 'contract-clauses/golden.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const isNear = (one: Float64Array, other: readonly number[]): boolean =>
  one.length === other.length && one.every((value, at) => Math.abs(value - (other[at] ?? 0)) < 0.002);

test('units get the scores that the training code gives them', async (t) => {
  const score = await loadLinear('clauses', description.clauses);
  const wanted = golden.filter((line) => 'document' in line);
  const documents = Map.groupBy(wanted, ({ document }) => document);
  t.is(documents.size, 6);
  for (const [documentId, lines] of documents) {
    const text = readFileSync(path.join(root, 'eval/tuning/contracts/documents', `${documentId}.txt`), 'utf8');
    const pages = [{ number: 1, charStart: 0, charEnd: text.length, source: 'text' as const }];
    const parsed = parsedDocumentSchema.parse({ text, pages, blocks: textBlocks(text, pages) });
    const passages = chunkDocument({ documentId, version: 1, sha256: '0'.repeat(64), parsed });
    const units = [...featuredUnits(passages.flatMap(placedUnits))];
    t.deepEqual(
      units.map(({ start, end }) => [start, end]),
      lines.map(({ start, end }) => [start, end]),
    );
    for (const [at, { features }] of units.entries()) t.true(isNear(score(features), lines[at]?.scores ?? []));
  }
});

test('questions get the logits that the training code gives them', async (t) => {
  const { questions } = description;
  const ask = await loadLinear('questions', questions, questions.vector);
  const vectorOf = await loadStaticModel();
  const wanted = golden.filter((line) => 'question' in line);
  t.true(wanted.length >= 50);
  for (const { question, logits } of wanted) {
    const said = ask(questionFeatures(question), vectorOf(question)).map((each) => each * questions.temperature);
    t.true(isNear(said, logits), question);
  }
});

const passageOf = (text: string): Passage => ({
  id: 'chk_1',
  documentId: 'doc',
  version: 1,
  index: 0,
  page: 1,
  charStart: 0,
  charEnd: text.length,
  text,
  headingPath: [],
  source: 'text',
});

test('a question about nothing in a contract is about no type', async (t) => {
  const { about } = await load();
  const sum = async (question: string): Promise<number> =>
    (await about(question)).reduce((total, { probability }) => total + probability, 0);
  t.true((await sum('Who painted the ceiling of the Sistine Chapel?')) < 0.3);
  t.true((await sum('Can they hand the deal over to another company?')) > 0.7);
});

test("what stands in a reviewer's comment is ranked, but not stated by the document", async (t) => {
  const clauses = await load();
  const text = 'This Agreement shall be governed by the laws of the State of New York.';
  const passage = passageOf(text);
  const own = await clauses.read([passage]);
  t.true(own.stated.some(({ type }) => type === 'governing-law'));
  const comment = await clauses.read([{ ...passage, part: 'comment' }]);
  t.is(comment.units[0]?.types[0]?.type, 'governing-law');
  t.deepEqual(comment.stated, []);
});

test('an exception counts only after the restriction that it excepts from', (t) => {
  const named = (...sentences: string[]): readonly string[] => {
    const text = sentences.join(' ');
    const passage = passageOf(text);
    return [...featuredUnits(placedUnits(passage))].at(-1)?.features ?? [];
  };
  const restriction = 'During the Term the Distributor shall not sell any product that competes with the Products.';
  const exception =
    'Notwithstanding the foregoing, the Distributor may continue to sell the brands listed in Exhibit C.';
  const after = (features: readonly string[]) =>
    features.filter((name) => name.startsWith('r:competitive-restriction-exception:after:'));
  t.not(after(named(restriction, exception)).length, 0);
  t.deepEqual(after(named('The parties shall meet twice a year.', exception)), []);
});
