import test from 'ava';
import { createRandom } from '../../bench/material/random.ts';
import { builtInParsers } from '../../bench/parsers.ts';
import { sandboxLimitsOf } from '../../core/config/limits.ts';
import { configSchema } from '../../core/config/schema.ts';
import { fixture } from '../core/sandbox/fixtures/pool.ts';
import { bytesOf } from '../support/bytes.ts';
import { fuzz } from './fuzz.ts';
import { mutateFile } from './mutators/index.ts';
import { ownFiles } from './samples/index.ts';

const limits = sandboxLimitsOf(configSchema.parse({ data: '/', limits: { parse_seconds: 3 } }));

test.serial(
  'a few mutated files of every kind are read or refused with a code, and nothing is left behind',
  async (t) => {
    const parsers = await builtInParsers();
    const report = await fuzz({ parsers, limits, files: await ownFiles(), seed: 3, runs: 15 * parsers.length });
    t.deepEqual(
      report.notable.filter(({ defect }) => defect).map(({ reason, file }) => `${file.name}: ${reason}`),
      [],
    );
    t.deepEqual(report.problems, []);
    t.deepEqual(
      report.tallies.map(({ parser, runs }) => [parser, runs]),
      parsers.map(({ plugin }) => [plugin, 15]).sort(),
    );
  },
);

test.serial('a parser that breaks its contract, or ends, is found', async (t) => {
  for (const [command, reason, defect] of [
    ['overlap', /^parser_invalid: .*overlaps/, true],
    ['exit', /^parser_crashed$/, false],
  ] as const) {
    const { notable } = await fuzz({
      parsers: [fixture('hostile')],
      limits,
      files: [{ name: 'a.txt', bytes: bytesOf(`HOSTILE ${command} ${'.'.repeat(5000)}`) }],
      seed: 1,
      runs: 5,
    });
    t.true(notable.length > 0, command);
    t.regex(notable[0]?.reason ?? '', reason);
    t.is(notable[0]?.defect, defect);
  }
});

test('the same seed makes the same files, and leaves its seeds as they are', async (t) => {
  const [files, same] = [await ownFiles(), await ownFiles()];
  t.deepEqual(files, same);
  for (const [index, file] of files.entries()) {
    const make = () => mutateFile(file, files[0] ?? file, createRandom(index));
    t.deepEqual(make(), make(), file.name);
  }
  t.deepEqual(files, same);
});
