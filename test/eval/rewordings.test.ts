import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { readCorpus } from '../../eval/corpus.ts';
import { readLabelled, readWordings, rewordCorpus, WORDINGS } from '../../eval/rewordings/build.ts';
import { temporaryFolder } from '../support/folder.ts';

const root = path.join(import.meta.dirname, '../..');
const NOTICE = 'Notice Period To Terminate Renewal';
const CATEGORIES = ['Governing Law', NOTICE];
const wordings = readWordings();

const rowsOf = (folder: string, file: string) =>
  readFileSync(path.join(folder, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const toLines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** Each document is asked one plain question a category; the first stands in every document, the other in none. */
const tinyCorpus = (t: ExecutionContext, documents: readonly string[], categories = CATEGORIES): string => {
  const folder = temporaryFolder(t);
  mkdirSync(path.join(folder, 'documents'));
  for (const id of documents) writeFileSync(path.join(folder, 'documents', `${id}.txt`), `${id}. The law of Malta.\n`);
  const asked = documents.flatMap((document) => categories.map((category) => ({ document, category })));
  const queries = asked.map(({ document, category }) => {
    return { id: `${document}/${category}`, text: 'A plain question?', document, category };
  });
  const gold = asked.map(({ document, category }) => {
    const spans = category === categories[0] ? [{ document, start: document.length + 2, end: 20 }] : [];
    return { query: `${document}/${category}`, spans };
  });
  writeFileSync(path.join(folder, 'queries.jsonl'), toLines(queries));
  writeFileSync(path.join(folder, 'gold.jsonl'), toLines(gold));
  writeFileSync(path.join(folder, 'labels.jsonl'), toLines(documents.map((id) => ({ id, clauses: {} }))));
  return folder;
};

test('a reworded corpus asks the same of the same documents in held-out words, and keeps what answers', (t) => {
  const corpus = tinyCorpus(t, ['one', 'two']);
  const out = path.join(temporaryFolder(t), 'new/reworded');

  t.deepEqual(rewordCorpus({ corpus, out }), { queries: 4 });

  const before = rowsOf(corpus, 'queries.jsonl');
  for (const [index, { id, text, ...rest }] of rowsOf(out, 'queries.jsonl').entries()) {
    const { id: plain, text: _, ...kept } = before[index];
    t.is(id, `${plain}/paraphrase`);
    t.deepEqual(rest, kept);
    t.true(wordings.get(rest.category)?.includes(text), text);
  }
  t.deepEqual(
    rowsOf(out, 'gold.jsonl'),
    rowsOf(corpus, 'gold.jsonl').map(({ query, spans }) => ({ query: `${query}/paraphrase`, spans })),
  );
  t.deepEqual(rowsOf(out, 'labels.jsonl'), rowsOf(corpus, 'labels.jsonl'));
  t.deepEqual(
    readCorpus(out).documents.map(({ id, text }) => [id, text]),
    readCorpus(corpus).documents.map(({ id, text }) => [id, text]),
  );
});

test('all wordings take part, a document keeps its own whatever is beside it, and building twice changes nothing', (t) => {
  const many = Array.from({ length: 100 }, (_, index) => `contract-${index}`);
  const out = temporaryFolder(t);
  const corpus = tinyCorpus(t, many);
  rewordCorpus({ corpus, out });
  const first = readFileSync(path.join(out, 'queries.jsonl'), 'utf8');
  rewordCorpus({ corpus, out });
  t.is(readFileSync(path.join(out, 'queries.jsonl'), 'utf8'), first);

  const rows = rowsOf(out, 'queries.jsonl');
  for (const category of CATEGORIES) {
    const used = rows.filter((row) => row.category === category).map(({ text }) => text);
    t.is(new Set(used).size, WORDINGS, category);
  }
  const alone = temporaryFolder(t);
  rewordCorpus({ corpus: tinyCorpus(t, ['contract-7']), out: alone });
  t.deepEqual(
    rowsOf(alone, 'queries.jsonl'),
    rows.filter(({ document }) => document === 'contract-7'),
  );
});

test('the command takes one wording for every document', (t) => {
  const corpus = tinyCorpus(t, ['one', 'two', 'three', 'four']);
  const out = temporaryFolder(t);
  const build = (...options: string[]) =>
    spawnSync(process.execPath, [path.join(root, 'eval/rewordings/build.ts'), corpus, out, ...options], {
      encoding: 'utf8',
    });

  const { status, stderr } = build('--wordings', '8');
  t.is(status, 0, stderr);
  for (const { category, text } of rowsOf(out, 'queries.jsonl')) t.is(text, wordings.get(category)?.at(-1));

  for (const number of ['0', '9', '1.5', 'two']) {
    const refused = build('--wordings', number);
    t.is(refused.status, 1);
    t.regex(refused.stderr, /wordings 1 to 8/);
  }
});

test('a category without wordings stops it before anything is written, and a corpus is not written over itself', (t) => {
  const out = path.join(temporaryFolder(t), 'reworded');
  const corpus = tinyCorpus(t, ['one'], ['Governing Law', 'Governing law']);
  t.throws(() => rewordCorpus({ corpus, out }), { message: /no wordings of "Governing law"/ });
  t.false(existsSync(out));

  const own = tinyCorpus(t, ['one']);
  const queries = readFileSync(path.join(own, 'queries.jsonl'), 'utf8');
  t.throws(() => rewordCorpus({ corpus: own, out: own }), { message: /over itself/ });
  t.is(readFileSync(path.join(own, 'queries.jsonl'), 'utf8'), queries);
});

test('the held-out questions are complete, and none is there twice', (t) => {
  const none = readLabelled(path.join(root, 'eval/rewordings/none.tsv'));
  const count = (label: string) => none.filter((line) => line.label === label).length;
  t.is(wordings.size, 41);
  t.deepEqual([count('contract'), count('general'), none.length], [120, 60, 180]);
  const questions = [...[...wordings.values()].flat(), ...none.map(({ question }) => question)];
  t.is(new Set(questions.map((question) => question.toLowerCase())).size, 41 * WORDINGS + 180);
});

test('nothing that trains, and nothing that ships, reads the held-out questions', (t) => {
  const folders = ['training', 'core', 'agents', 'plugins', 'storage'];
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', ...folders];
  const sources = execFileSync('git', list, { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(?:ts|py)$/.test(file) && existsSync(path.join(root, file)));
  t.true(sources.some((file) => file.startsWith('training/')));
  t.deepEqual(
    sources.filter((file) => /\brewordings\//.test(readFileSync(path.join(root, file), 'utf8'))),
    [],
  );
});
