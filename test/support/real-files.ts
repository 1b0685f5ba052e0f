import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExecutionContext } from 'ava';

const CORPORA = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url));

export type RealFile = { readonly name: string; read(): Promise<Uint8Array> };

/**
 * Files that nobody here wrote and that are not part of the project, of a folder of the corpora beside the checkout;
 * none, which is said, where they are not there.
 */
export const realFiles = async (t: ExecutionContext, folder: string, ending = ''): Promise<readonly RealFile[]> => {
  const from = path.join(CORPORA, folder);
  const names = (await readdir(from).catch(() => [])).filter((name) => name.endsWith(ending)).sort();
  if (names.length === 0) {
    t.log(`skipped: ../shared/corpora/${folder} is not here`);
    t.pass();
  }
  return names.map((name) => ({ name, read: async () => new Uint8Array(await readFile(path.join(from, name))) }));
};
