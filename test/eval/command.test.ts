import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { halfOf, halves, readCases } from '../../eval/obligations/cases.ts';
import type { ObligationScores } from '../../eval/obligations/evaluate.ts';
import { temporaryFolder } from '../support/folder.ts';

const root = path.resolve(import.meta.dirname, '../..');

const LEASE = 'LEASE\r\n\r\n1. Rent. The monthly rent is 1,450 euros 🏠, due on the first day of each month.\r\n';
const DOCUMENTS = {
  lease: LEASE,
  copy: LEASE,
  marked: '\uFEFFPOLICY\n\nEmployees who travel by night train are paid a supplement of forty euros.\n',
};
const QUERIES = [
  { id: 'one', text: 'How much is the monthly rent?', document: 'copy' },
  { id: 'all', text: 'What supplement do employees on a night train get?', document: null },
];

test('dossier eval: what it writes points at the words in the files', (t) => {
  const folder = temporaryFolder(t);
  const out = path.join(folder, 'out');
  mkdirSync(path.join(folder, 'documents'));
  for (const [id, text] of Object.entries(DOCUMENTS)) writeFileSync(path.join(folder, 'documents', `${id}.txt`), text);
  writeFileSync(path.join(folder, 'queries.jsonl'), QUERIES.map((query) => JSON.stringify(query)).join('\n'));

  const args = [path.join(root, 'servers/cli/main.ts'), 'eval', '--corpus', folder, '--out', out, '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });

  t.is(status, 0, stderr);
  const summary = JSON.parse(stdout);
  t.is(summary.documents, 3);
  t.deepEqual([summary.failed, summary.refused, summary.mismatches], [[], {}, 0]);
  for (const [file, field, wanted] of [
    ['retrieval.jsonl', 'results', ['1,450 euros 🏠', 'forty euros']],
    ['answers.jsonl', 'citations', ['1,450 euros 🏠', 'forty euros']],
  ] as const) {
    const lines = readFileSync(path.join(out, file), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    t.deepEqual(
      lines.map(({ query }) => query),
      ['one', 'all'],
    );
    const [one, all] = lines.map((line) => line[field][0]);
    t.is(one.document, 'copy');
    t.is(all.document, 'marked');
    t.true(DOCUMENTS.copy.slice(one.start, one.end).includes(wanted[0]), `${file}: one`);
    t.true(DOCUMENTS.marked.slice(all.start, all.end).includes(wanted[1]), `${file}: all`);
  }
});

test('dossier eval asks for a corpus or for files, not both and not neither, and says what a folder came to', (t) => {
  const folder = temporaryFolder(t);
  const out = path.join(folder, 'out.jsonl');
  mkdirSync(path.join(folder, 'files'));
  writeFileSync(path.join(folder, 'files/lease.txt'), LEASE);
  const dossier = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(root, 'servers/cli/main.ts'), 'eval', '--out', out, ...args], {
      encoding: 'utf8',
    });
  for (const args of [[], ['--corpus', folder, '--files', folder]]) {
    const { status, stderr } = dossier(...args);
    t.is(status, 2);
    t.regex(stderr, /either --corpus or --files/);
  }
  for (const [args, said] of [
    [['--report', '--files', folder], /either --corpus or --files, or --obligations, --terms, --report or --floors/],
    [['--report'], /--corpora goes with --out/],
    [['--report', '--corpora', folder, '--predictions', folder], /either --out, to predict anew, or --predictions/],
  ] as const) {
    const { status, stderr } = dossier(...args);
    t.is(status, 2);
    t.regex(stderr, said);
  }
  const { status, stdout, stderr } = dossier('--files', path.join(folder, 'files'));
  t.is(status, 0, stderr);
  t.regex(stdout, /^1 files and 0 attachments in [\d.]+ s\nready: 1\n/);
  t.is(JSON.parse(readFileSync(out, 'utf8')).file, 'lease.txt');
});

test('dossier eval --obligations tells both halves of the sentences, and of the held-out one no sentence', (t) => {
  const dossier = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(root, 'servers/cli/main.ts'), 'eval', '--obligations', ...args], {
      encoding: 'utf8',
    });
  const json = dossier('--json');
  t.is(json.status, 0, json.stderr);
  const scores = JSON.parse(json.stdout) as ObligationScores;
  t.deepEqual(Object.keys(scores), [...halves]);
  const told = dossier();
  t.is(told.status, 0, told.stderr);
  for (const half of halves) {
    const { cases, duties, deadlines } = scores[half];
    t.true(cases > 100 && duties.right > 100, half);
    const sentence = `${half}: ${cases} sentences, F1 ${duties.f1.toFixed(3)} (${duties.right} right, `;
    t.true(told.stdout.includes(sentence), told.stdout);
    t.true(told.stdout.includes(`deadline exactly right ${deadlines.all.right} of ${deadlines.all.of}, `));
  }
  for (const each of readCases().filter((one) => halfOf(one) === 'held-out')) {
    t.false(told.stdout.includes(`${each.id}: `), each.id);
  }
  const both = dossier('--report');
  t.is(both.status, 2);
  t.regex(both.stderr, /or --obligations, --terms, --report or --floors/);
});
