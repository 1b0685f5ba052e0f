import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { buildTuningSet } from '../../eval/tuning/build.ts';

const root = join(import.meta.dirname, '../../eval/tuning');

for (const [name, perDocument] of [
  ['general', false],
  ['contracts', true],
  ['confidentiality', true],
  ['household', false],
] as const) {
  test(`the committed ${name} questions and gold spans are what the hand-written ones give`, (t) => {
    const folder = join(root, name);
    const built = buildTuningSet(folder, perDocument);
    t.is(readFileSync(join(folder, 'queries.jsonl'), 'utf8'), built.queries);
    t.is(readFileSync(join(folder, 'gold.jsonl'), 'utf8'), built.gold);
  });
}
