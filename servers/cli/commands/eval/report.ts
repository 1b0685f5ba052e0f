import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DossierError } from '../../../../core/errors/error.ts';
import type { EvaluationSummary } from '../../../../eval/run.ts';
import { createProgress } from '../../progress.ts';
import { loadConfigOf, type Session, writeJson } from '../../session.ts';

export type ReportOptions = {
  readonly corpora?: string;
  readonly predictions?: string;
  readonly out?: string;
};

/** Renders docs/quality.md from the committed figures, after refreshing them where predictions are named or made. */
export const evalReport = async (session: Session, { corpora, predictions, out }: ReportOptions): Promise<void> => {
  if (out !== undefined && predictions !== undefined) {
    throw new DossierError('invalid_input', { problems: ['give either --out, to predict anew, or --predictions'] });
  }
  const folder = out ?? predictions;
  if ((folder === undefined) !== (corpora === undefined)) {
    throw new DossierError('invalid_input', { problems: ['--corpora goes with --out or --predictions'] });
  }
  if (out !== undefined && corpora !== undefined) {
    const refused = await predict(session, path.resolve(corpora), path.resolve(out));
    // Written as nothing found, and figures of that would blame the wrong thing.
    if (refused.length > 0) return tellRefused(session, refused);
  }
  const { figuresFolder, qualityPages, root } = await import('../../../../eval/report/page.ts');
  const scored: string[] = [];
  if (folder !== undefined && corpora !== undefined) {
    const { refreshFigures } = await import('../../../../eval/report/refresh.ts');
    const refreshment = { corpora: path.resolve(corpora), predictions: path.resolve(folder), figures: figuresFolder };
    scored.push(...(await refreshFigures(refreshment)));
  }
  const files = Object.entries(qualityPages).map(([file, render]) => {
    writeFileSync(path.join(root, file), render());
    return file;
  });
  const { readFigures } = await import('../../../../eval/report/figures.ts');
  const { missingCauses } = await import('../../../../eval/report/sections/mistakes.ts');
  const missing = missingCauses(readFigures(figuresFolder));
  if (session.globals().json === true) writeJson(session.terminal, { scored, files, missing_causes: missing });
  else session.terminal.stdout.write(render(scored, files, missing));
  session.exitCode = missing.length > 0 ? 1 : 0;
};

/** Measurements in which the system refused calls or failed at them. */
type Refused = { readonly name: string; readonly refused: EvaluationSummary['refused'] };

const predict = async (session: Session, corpora: string, out: string): Promise<Refused[]> => {
  const { predictMeasurements } = await import('../../../../eval/report/predict.ts');
  const { predictQuestions } = await import('../../../../eval/questions/predict.ts');
  const progress = createProgress(session.terminal.stderr, session.globals().json === true);
  const open = (data: string) => session.wiring.openApplication(loadConfigOf(session, { data }));
  const all: Refused[] = [];
  await predictMeasurements({
    open,
    corpora,
    out,
    embedder: loadConfigOf(session).config.embedder,
    progress: progress.update,
    signal: session.signal,
    done: ({ name }, { refused }) => {
      progress.clear();
      if (Object.keys(refused).length > 0) all.push({ name, refused });
    },
  }).finally(progress.clear);
  await predictQuestions({ open, out, signal: session.signal });
  return all;
};

const tellRefused = (session: Session, refused: readonly Refused[]): void => {
  session.exitCode = 1;
  if (session.globals().json === true) {
    writeJson(session.terminal, { refused });
    return;
  }
  for (const { name, refused: calls } of refused) {
    for (const [code, count] of Object.entries(calls)) {
      session.terminal.stdout.write(`${name}: not answered: ${count} calls (${code})\n`);
    }
  }
  session.terminal.stdout.write('The figures are left as they are.\n');
};

const render = (scored: readonly string[], files: readonly string[], missing: readonly string[]): string =>
  [
    ...scored.map((name) => `scored ${name}`),
    ...files.map((file) => `wrote ${file}`),
    ...missing.map((category) => `eval/figures/causes.json does not say why ${category} is among the worst`),
    '',
  ].join('\n');
