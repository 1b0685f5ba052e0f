import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExecutionContext } from 'ava';

/** Evaluation data that is not part of the project: DOSSIER_CORPORA, or beside the checkout. */
export const corpora =
  process.env['DOSSIER_CORPORA'] ?? fileURLToPath(new URL('../../../shared/corpora', import.meta.url));

/** The path below the corpora; undefined, which is said, where it is not there: then the test has nothing to do. */
export const corpusPath = (t: ExecutionContext, ...below: readonly string[]): string | undefined => {
  const wanted = path.join(corpora, ...below);
  if (existsSync(wanted)) return wanted;
  t.log(`skipped: ${path.relative(process.cwd(), wanted)} is not here`);
  t.pass();
  return undefined;
};
