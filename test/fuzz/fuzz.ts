import { createHash } from 'node:crypto';
import { createRandom, type Random } from '../../bench/material/random.ts';
import { createPool } from '../../bench/parsers.ts';
import type { ParserModule } from '../../core/sandbox/messages.ts';
import type { ParserPool } from '../../core/sandbox/pool.ts';
import type { FileRead, SandboxLimits } from '../../core/sandbox/worker.ts';
import { watchLeftOver } from './left-over.ts';
import { type Mutated, mutateFile, type SeedFile } from './mutators/index.ts';
import { isSteady, type Outcome, outcomeOf } from './outcome.ts';
import { count, createTally, type Tally } from './tally.ts';

export type FuzzOptions = {
  readonly parsers: readonly ParserModule[];
  readonly limits: SandboxLimits;
  readonly files: readonly SeedFile[];
  readonly seed: number;
  /** In all, shared evenly among the parsers. */
  readonly runs: number;
  /** Only files that these read. */
  readonly only?: readonly string[];
  /** Share of runs, 0 to 1, in which characters in pictures are recognized. */
  readonly recognize?: number;
  readonly progress?: (done: number, total: number) => void;
  readonly onNotable?: (notable: Notable) => void;
};

/** A file that is worth keeping. */
export type Notable = {
  readonly file: Mutated;
  readonly parser: string;
  readonly run: number;
  /** Why: a defect of ours, or how the process ended. */
  readonly reason: string;
  readonly defect: boolean;
};

export type FuzzReport = {
  readonly tallies: readonly Tally[];
  /** Files that no parser wants; they are not mutated. */
  readonly unread: number;
  readonly notable: readonly Notable[];
  /** What was wrong beside single files: leaks, unsteady outcomes, errors of the host. */
  readonly problems: readonly string[];
};

/** Runs that are made once more at the end, in another process, to see whether they come out the same. */
const SPOT_CHECKS = 60;
/** The size that halves how often a file is chosen: large files take longer and are no more hostile. */
const SMALL_BYTES = 20_000;

/**
 * Reads mutated files through the real pool with its real checks. Whatever the files are, each is read or refused
 * with a code, the host goes on, and nothing is left behind. The same seed and files give the same runs.
 */
export const fuzz = async (options: FuzzOptions): Promise<FuzzReport> => {
  const leftOver = await watchLeftOver();
  const problems: string[] = [];
  const notable: Notable[] = [];
  const onHostError = (thrown: unknown): void => {
    problems.push(`the host threw: ${String(thrown)}`);
  };
  process.on('uncaughtException', onHostError);
  process.on('unhandledRejection', onHostError);
  const reads: FileRead[] = [];
  const pool = createPool(options.parsers, 1, { limits: options.limits, onRead: (read) => reads.push(read) });
  try {
    const { byParser, unread } = await seedsByParser(options, pool, reads);
    const tallies = [...byParser].map(([parser, seeds]) => createTally(parser, seeds.length));
    const checked: { readonly file: Mutated; readonly recognized: boolean; readonly outcome: Outcome }[] = [];
    const every = Math.max(1, Math.floor(options.runs / SPOT_CHECKS));
    for (let done = 0; done < options.runs && tallies.length > 0; done += 1) {
      const tally = tallies[done % tallies.length] as Tally;
      const { parser, runs: run } = tally;
      const { file, recognized } = makeRun(options, byParser.get(parser) ?? [], parser, run);
      reads.length = 0;
      const outcome = await read(pool, file, options, recognized);
      count(tally, outcome, reads);
      const reason = outcome.defect ?? (reads.some(({ ended }) => ended) ? outcome.digest : undefined);
      if (reason !== undefined) {
        const found = { file, parser, run, reason, defect: outcome.defect !== undefined };
        notable.push(found);
        options.onNotable?.(found);
      }
      if (done % every === 0) checked.push({ file, recognized, outcome });
      options.progress?.(done + 1, options.runs);
    }
    for (const path of await leftOver.openedFiles()) problems.push(`a parser process has a file open: ${path}`);
    await pool.close();
    problems.push(...(await unsteady(options, checked)));
    return { tallies, unread, notable, problems: [...problems, ...(await leftOver.left())] };
  } finally {
    await pool.close();
    process.off('uncaughtException', onHostError);
    process.off('unhandledRejection', onHostError);
  }
};

const read = (
  pool: ParserPool,
  { name, bytes }: SeedFile,
  { limits }: FuzzOptions,
  recognized: boolean,
): Promise<Outcome> => outcomeOf(pool.parse({ name, bytes, languages: recognized ? limits.ocr.languages : [] }));

/** The files as they are, by the parser that takes them, also where it refuses them in the end. */
const seedsByParser = async (options: FuzzOptions, pool: ParserPool, reads: FileRead[]) => {
  const byParser = new Map<string, SeedFile[]>();
  let unread = 0;
  for (const file of options.files) {
    reads.length = 0;
    await read(pool, file, options, false);
    const parser = reads.at(-1)?.parser;
    if (parser === undefined) unread += 1;
    else if (options.only === undefined || options.only.includes(parser)) {
      byParser.set(parser, [...(byParser.get(parser) ?? []), file]);
    }
  }
  return { byParser: new Map([...byParser].sort(([a], [b]) => (a < b ? -1 : 1))), unread };
};

/** Everything about a run follows from the seed, the parser and its number. */
const makeRun = ({ seed, recognize = 0 }: FuzzOptions, seeds: readonly SeedFile[], parser: string, run: number) => {
  const digest = createHash('sha256').update(`${seed} ${parser} ${run}`).digest();
  const random = createRandom(digest.readUInt32LE(0));
  const file = mutateFile(choose(seeds, random), choose(seeds, random), random);
  return { file, recognized: random.next() < recognize };
};

const choose = (seeds: readonly SeedFile[], random: Random): SeedFile => {
  const weightOf = ({ bytes }: SeedFile) => 1 / (bytes.byteLength + SMALL_BYTES);
  let left = random.next() * seeds.reduce((sum, file) => sum + weightOf(file), 0);
  for (const file of seeds) {
    left -= weightOf(file);
    if (left <= 0) return file;
  }
  return seeds.at(-1) as SeedFile;
};

/** What comes out otherwise when it is read again, alone, by a process that has read nothing of the other kinds. */
const unsteady = async (
  options: FuzzOptions,
  checked: readonly { readonly file: Mutated; readonly recognized: boolean; readonly outcome: Outcome }[],
): Promise<string[]> => {
  const pool = createPool(options.parsers, 1, { limits: options.limits });
  const differing: string[] = [];
  try {
    for (const { file, recognized, outcome } of checked) {
      if (!isSteady(outcome)) continue;
      const again = await read(pool, file, options, recognized);
      if (isSteady(again) && again.digest !== outcome.digest) {
        const what = ({ code }: Outcome) => code ?? 'ready';
        differing.push(
          `not the same when read again: ${file.name} (${file.steps.join('; ')}): ${what(outcome)}, then ${what(again)}`,
        );
      }
    }
  } finally {
    await pool.close();
  }
  return differing;
};
