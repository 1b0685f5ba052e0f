/**
 * Reads mutated files by every parser and holds what comes out against what is promised: `npm run fuzz -- --help`.
 * Exits with 1 where anything else happened than that a file was read or refused with a code.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { builtInParsers, createPool } from '../bench/parsers.ts';
import { sandboxLimitsOf } from '../core/config/limits.ts';
import { configSchema } from '../core/config/schema.ts';
import { fuzz, type Notable } from '../test/fuzz/fuzz.ts';
import type { SeedFile } from '../test/fuzz/mutators/index.ts';
import { outcomeOf } from '../test/fuzz/outcome.ts';
import { ownFiles } from '../test/fuzz/samples/index.ts';
import { renderTallies } from '../test/fuzz/tally.ts';

const USAGE = `npm run fuzz -- [--runs 20000] [--seed 1] [--parser pdf,docx] [--files DIR] [--out DIR] [--recognize 0.005] [--seconds 5]
npm run fuzz -- --replay FILE_OR_DIR   reads files as they are, with the same limits

--files  real files to mutate beside our own
--seconds  longest time for one file
--out    keeps each file that led to a defect, or to the end of a process`;

const { values: args } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    parser: { type: 'string' },
    files: { type: 'string' },
    out: { type: 'string' },
    recognize: { type: 'string', default: '0.005' },
    seconds: { type: 'string', default: '5' },
    replay: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const numberOf = (text: string): number => {
  const value = Number(text);
  if (Number.isFinite(value) && value >= 0) return value;
  console.error(USAGE);
  process.exit(2);
};

/** Larger ones take seconds each; what they could show, smaller ones of their kind do. */
const MOST_BYTES = 3_000_000;

const filesIn = (target: string): SeedFile[] =>
  (statSync(target).isFile()
    ? [target]
    : readdirSync(target, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'index.jsonl' && !entry.name.endsWith('.json'))
        .map((entry) => path.join(entry.parentPath, entry.name))
  )
    .sort()
    .filter((file) => statSync(file).size <= MOST_BYTES)
    .map((file) => ({ name: path.basename(file), bytes: new Uint8Array(readFileSync(file)) }));

/** As in use, but for what makes a run long: a file may take seconds and a scan a few pages. */
const settings = configSchema.parse({
  data: '/',
  limits: { parse_seconds: numberOf(args.seconds) },
  ocr: { seconds_per_page: 10, max_pages: 2 },
});
const limits = sandboxLimitsOf(settings);
const parsers = await builtInParsers();

const replay = async (target: string): Promise<void> => {
  const pool = createPool(parsers, 1, {
    limits,
    onRead: (read) => {
      const peak = Math.round((read.peakBytes ?? 0) / 2 ** 20);
      console.log(
        `${read.file.name}: ${read.parser ?? 'no parser'}, ${read.code ?? 'ready'}, ${read.milliseconds} ms, ${peak} MB`,
      );
    },
  });
  for (const file of filesIn(target)) {
    const { defect } = await outcomeOf(pool.parse({ ...file, languages: [] }));
    if (defect === undefined) continue;
    console.log(`  ${defect}`);
    process.exitCode = 1;
  }
  await pool.close();
};

const keep = (folder: string, { file, parser, run, reason, defect }: Notable): void => {
  mkdirSync(folder, { recursive: true });
  const id = createHash('sha256').update(file.bytes).digest('hex').slice(0, 8);
  const extension = path.extname(file.name);
  const name = `${defect ? 'defect' : reason}-${parser}-${id}`;
  writeFileSync(path.join(folder, `${name}${extension}`), file.bytes);
  const about = { reason, seed: numberOf(args.seed), parser, run, from: file.name, steps: file.steps };
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(about, null, 2)}\n`);
};

const run = async (): Promise<void> => {
  const own = await ownFiles();
  const files = args.files === undefined ? own : [...own, ...filesIn(args.files)];
  const started = performance.now();
  let shown = started;
  const report = await fuzz({
    parsers,
    limits,
    files,
    seed: numberOf(args.seed),
    runs: numberOf(args.runs),
    recognize: numberOf(args.recognize),
    ...(args.parser === undefined ? {} : { only: args.parser.split(',') }),
    progress: (done, total) => {
      if (performance.now() - shown < 2000 && done < total) return;
      shown = performance.now();
      const perSecond = (done / (shown - started)) * 1000;
      process.stderr.write(`${done}/${total} runs, ${perSecond.toFixed(1)} a second\n`);
    },
    onNotable: (notable) => {
      if (args.out !== undefined) keep(args.out, notable);
    },
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(renderTallies(report.tallies));
  console.log(`\nSeed ${args.seed}, ${files.length} files (${report.unread} that no parser takes), ${seconds} s.`);
  const defects = report.notable.filter(({ defect }) => defect);
  for (const { parser, run, reason, file } of defects) {
    console.log(`DEFECT ${reason}\n  ${parser}, run ${run}: ${file.name}: ${file.steps.join('; ')}`);
  }
  for (const problem of report.problems) console.log(`PROBLEM ${problem}`);
  const wrong = defects.length + report.problems.length;
  console.log(
    wrong === 0 ? 'Every file was read or refused with a code, and nothing is left behind.' : `${wrong} defects.`,
  );
  if (wrong > 0) process.exitCode = 1;
};

if (args.help) console.log(USAGE);
else await (args.replay === undefined ? run() : replay(args.replay));
