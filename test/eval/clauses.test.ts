import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { loadConfig } from '../../core/config/load.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import { readCorpus } from '../../eval/corpus.ts';
import { runEvaluation } from '../../eval/run.ts';
import { openApplication } from '../../servers/wiring.ts';
import { temporaryFolder } from '../support/folder.ts';
import { folderOf } from './score/corpus.ts';

const LEASE =
  '\uFEFFLEASE 🏠\r\n\r\n1. The rent is 900 euros.\r\n\r\n2. Pets are welcome.\r\n\r\n3. Either party gives notice in June.\r\n';

test('the clauses that the risk agent lists are written where they stand in the files', async (t) => {
  const folder = folderOf(t, { queries: [] }, { lease: LEASE, poem: 'The owl and the pussycat went to sea.' });
  const file = path.join(temporaryFolder(t), 'config.json');
  const external = [path.join(import.meta.dirname, 'word-clauses.ts')];
  writeFileSync(file, JSON.stringify({ clauses: 'word-clauses', plugins: { external } }));
  const out = path.join(temporaryFolder(t), 'predictions');
  const summary = await runEvaluation({
    open: (data) => openApplication(loadConfig({ environment: {}, file, flags: { data } }), { log: silentLogger }),
    corpus: readCorpus(folder),
    out,
    tasks: ['clauses'],
    progress: () => {},
    signal: new AbortController().signal,
  });
  t.deepEqual([summary.refused, summary.unavailable, summary.mismatches], [{}, {}, 0]);
  const [lease, poem] = readFileSync(path.join(out, 'clauses.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  t.deepEqual(poem, { document: 'poem', clauses: [] });
  t.is(lease.document, 'lease');
  type Written = {
    readonly category: string;
    readonly start: number;
    readonly end: number;
    readonly probability: number;
  };
  const written = (lease.clauses as Written[]).map(({ category, start, end, probability }) => [
    category,
    probability,
    LEASE.slice(start, end),
  ]);
  t.deepEqual(written, [
    ['rent', 0.8, '1. The rent is 900 euros.'],
    ['notice-period', 0.8, '3. Either party gives notice in June.'],
  ]);
});
