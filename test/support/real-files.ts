import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExecutionContext } from 'ava';
import { corpora } from './corpora.ts';

export type RealFile = { readonly name: string; read(): Promise<Uint8Array> };

/**
 * Files that nobody here wrote and that are not part of the project, of a folder of the corpora;
 * none, which is said, where they are not there.
 */
export const realFiles = async (t: ExecutionContext, folder: string, ending = ''): Promise<readonly RealFile[]> => {
  const from = path.join(corpora, folder);
  const names = (await readdir(from).catch(() => [])).filter((name) => name.endsWith(ending)).sort();
  if (names.length === 0) {
    t.log(`skipped: ${path.relative(process.cwd(), from)} is not here`);
    t.pass();
  }
  return names.map((name) => ({ name, read: async () => new Uint8Array(await readFile(path.join(from, name))) }));
};
