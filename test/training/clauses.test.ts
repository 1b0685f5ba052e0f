import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';

const root = path.join(import.meta.dirname, '../..');
const linesOf = (file: string): string[] => readFileSync(path.join(root, file), 'utf8').replace(/\n$/, '').split('\n');

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly question: string;
}

const taxonomy: readonly Entry[] = JSON.parse(
  readFileSync(path.join(root, 'plugins/clauses/contract-clauses/taxonomy.json'), 'utf8'),
);
const known = new Set([...taxonomy.map((entry) => entry.id), 'none']);

/** Two wordings are the same when only case, punctuation or spacing tell them apart. */
const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const rowsOf = (file: string) =>
  linesOf(file).map((line, index) => {
    const columns = line.split('\t');
    return { where: `${file}:${index + 1}`, columns, ids: (columns[0] ?? '').split(','), text: columns[1] ?? '' };
  });

const repeated = (texts: readonly string[]): string[] => {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const words = wordsOf(text);
    const again = seen.has(words);
    seen.add(words);
    return again;
  });
};

test('the taxonomy has 41 types, each with its own id, a title, a description and a question', (t) => {
  t.is(taxonomy.length, 41);
  t.is(new Set(taxonomy.map((entry) => entry.id)).size, 41);
  for (const entry of taxonomy) {
    t.regex(entry.id, /^[a-z]+(?:-[a-z]+)*$/);
    t.not(entry.title.trim(), '', entry.id);
    t.regex(entry.description, /\.$/, entry.id);
    t.regex(entry.question, /\?$/, entry.id);
  }
});

for (const file of ['training/clauses/questions.tsv', 'training/clauses/examples.tsv']) {
  const rows = rowsOf(file);

  test(`${file}: every line is known ids, a tab and a text`, (t) => {
    for (const row of rows) {
      t.is(row.columns.length, 2, row.where);
      t.not(row.text.trim(), '', row.where);
      t.is(row.text, row.text.trim(), row.where);
      t.is(new Set(row.ids).size, row.ids.length, row.where);
      if (row.ids.includes('none')) t.is(row.ids.length, 1, row.where);
      t.deepEqual(
        row.ids.filter((id) => !known.has(id)),
        [],
        row.where,
      );
    }
  });

  test(`${file}: no text stands twice`, (t) => {
    t.deepEqual(repeated(rows.map((row) => row.text)), []);
  });
}

test('questions.tsv gives a question one type and leaves no type out', (t) => {
  const rows = rowsOf('training/clauses/questions.tsv');
  t.deepEqual(
    rows.filter((row) => row.ids.length !== 1).map((row) => row.where),
    [],
  );
  t.deepEqual(new Set(rows.flatMap((row) => row.ids)), known);
});

for (const held of [
  'eval/rewordings/clause-questions.tsv',
  'eval/rewordings/none.tsv',
  'eval/tuning/clause-questions.tsv',
]) {
  test(`nothing that ${held} asks is trained on`, (t) => {
    const asked = new Set(rowsOf(held).map((row) => wordsOf(row.text)));
    const trained = ['training/clauses/questions.tsv', 'training/clauses/examples.tsv'].flatMap(rowsOf);
    t.deepEqual(
      trained.filter((row) => asked.has(wordsOf(row.text))).map((row) => row.where),
      [],
    );
  });
}
