import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rewordCorpus } from '../rewordings/build.ts';
import type { Measurement } from './measurements.ts';

/**
 * Gives `use` the measurement's corpus below the folder that holds the corpora, reworded where it is to be; what that
 * takes on disk is gone afterwards. undefined, and `use` is not called, where the corpus is not there.
 */
export const withCorpus = async <T>(
  { corpus, reworded }: Measurement,
  corpora: string,
  use: (folder: string) => T | Promise<T>,
): Promise<T | undefined> => {
  const folder = path.join(corpora, corpus);
  if (!existsSync(folder)) return undefined;
  if (reworded === undefined) return await use(folder);
  const other = mkdtempSync(path.join(tmpdir(), 'dossier-corpus-'));
  try {
    rewordCorpus({ corpus: folder, out: other });
    return await use(other);
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
};
