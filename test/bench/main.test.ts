import { spawnSync } from 'node:child_process';
import path from 'node:path';
import test from 'ava';

const root = path.resolve(import.meta.dirname, '../..');
const bench = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(root, 'bench/main.ts'), ...args], { cwd: root, encoding: 'utf8' });

test('a section comes as JSON with its figures, their units and what the machine is', (t) => {
  const { status, stdout } = bench('--only', 'embedding', '--quick', '--json');
  t.is(status, 0);
  const report = JSON.parse(stdout);
  t.deepEqual(Object.keys(report), ['machine', 'quick', 'sections', 'missed']);
  t.is(report.sections.length, 1);
  t.is(report.sections[0].id, 'embedding');
  const [row] = report.sections[0].rows;
  t.is(row.name, 'builtin');
  t.is(row.unit, 'passages/s');
  t.true(row.value > 0);
});

test('a section that does not exist is refused with those that do', (t) => {
  const { status, stderr } = bench('--only', 'flying');
  t.is(status, 2);
  t.regex(stderr, /flying.*parsing, .*embedding, clauses, search/);
});
