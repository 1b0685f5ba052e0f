import type { FileRead } from '../../core/sandbox/worker.ts';
import type { Outcome } from './outcome.ts';

/** What was seen of one parser. */
export type Tally = {
  readonly parser: string;
  readonly seeds: number;
  runs: number;
  ready: number;
  readonly failed: Map<string, number>;
  /** Processes that did not outlive a file. */
  replaced: number;
  slowestMs: number;
  peakBytes: number;
};

export const createTally = (parser: string, seeds: number): Tally => ({
  parser,
  seeds,
  runs: 0,
  ready: 0,
  failed: new Map(),
  replaced: 0,
  slowestMs: 0,
  peakBytes: 0,
});

export const count = (tally: Tally, { code }: Outcome, reads: readonly FileRead[]): void => {
  tally.runs += 1;
  if (code === undefined) tally.ready += 1;
  else tally.failed.set(code, (tally.failed.get(code) ?? 0) + 1);
  for (const { milliseconds, peakBytes = 0, ended } of reads) {
    if (ended) tally.replaced += 1;
    tally.slowestMs = Math.max(tally.slowestMs, milliseconds);
    tally.peakBytes = Math.max(tally.peakBytes, peakBytes);
  }
};

/** One line per parser and one for all. */
export const renderTallies = (tallies: readonly Tally[]): string => {
  const all = createTally('all', 0);
  for (const tally of tallies) {
    all.runs += tally.runs;
    all.ready += tally.ready;
    all.replaced += tally.replaced;
    all.slowestMs = Math.max(all.slowestMs, tally.slowestMs);
    all.peakBytes = Math.max(all.peakBytes, tally.peakBytes);
    for (const [code, times] of tally.failed) all.failed.set(code, (all.failed.get(code) ?? 0) + times);
  }
  const seeds = tallies.reduce((sum, tally) => sum + tally.seeds, 0);
  const rows = [
    ['parser', 'seeds', 'runs', 'ready', 'failed', 'replaced', 'slowest', 'peak'],
    ...[...tallies, { ...all, seeds }].map((tally) => [
      tally.parser,
      String(tally.seeds),
      String(tally.runs),
      String(tally.ready),
      [...tally.failed]
        .sort(([, a], [, b]) => b - a)
        .map(([code, times]) => `${code} ${times}`)
        .join(', '),
      String(tally.replaced),
      `${(tally.slowestMs / 1000).toFixed(1)} s`,
      `${Math.round(tally.peakBytes / 2 ** 20)} MB`,
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  lines.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  return lines.join('\n');
};
