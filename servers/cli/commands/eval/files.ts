import path from 'node:path';
import type { FilesSummary } from '../../../../eval/files.ts';
import { createProgress } from '../../progress.ts';
import { loadConfigOf, type Session, writeJson } from '../../session.ts';

/** One file after another, so that time and memory are those of the file alone. */
const ONE_BY_ONE = { 'workers.parsers': 1, 'workers.documents': 1 };

export const evalFiles = async (session: Session, folder: string, out: string): Promise<void> => {
  const { evaluateFiles } = await import('../../../../eval/files.ts');
  const json = session.globals().json === true;
  const progress = createProgress(session.terminal.stderr, json);
  const target = path.resolve(out);
  const summary = await evaluateFiles({
    open: (data, onRead) => session.wiring.openApplication(loadConfigOf(session, { data, ...ONE_BY_ONE }), { onRead }),
    folder: path.resolve(folder),
    out: target,
    progress: progress.update,
    signal: session.signal,
  }).finally(progress.clear);
  if (json) writeJson(session.terminal, { ...summary, out: target });
  else session.terminal.stdout.write(render(summary, target));
  session.exitCode = summary.unexplained.length + summary.ours.length > 0 ? 1 : 0;
};

const render = (summary: FilesSummary, out: string): string =>
  [
    `${summary.files} files and ${summary.attachments} attachments in ${summary.seconds} s`,
    ...Object.entries(summary.status).map(([status, count]) => `${status}: ${count}`),
    ...Object.entries(summary.code).map(([code, count]) => `  ${code}: ${count}`),
    ...summary.unexplained.map((file) => `ready without any text, and nothing says why: ${file}`),
    ...summary.ours.map((file) => `failed for a reason that is ours: ${file}`),
    `wrote ${out}`,
    '',
  ].join('\n');
