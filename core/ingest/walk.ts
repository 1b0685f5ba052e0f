import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DossierError } from '../errors/error.ts';
import { reasonOf } from './read.ts';

export type Found = { readonly path: string } | { readonly path: string; readonly error: DossierError };

/**
 * All files below a folder, each folder by name, one after another. Symbolic links are not followed: what they point
 * to inside the folder is found at its own place, and what is outside was not asked for; so there are no loops.
 * Hidden entries, node_modules and the lock files of office programs are left out. A folder that cannot be read is
 * found as an error, and the rest is still walked. `except` is a folder to leave out, as a real path.
 */
export async function* walkFolder(folder: string, except?: string): AsyncGenerator<Found> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (thrown) {
    yield { path: folder, error: new DossierError('unreadable', { reason: reasonOf(thrown) }, { cause: thrown }) };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (isSkipped(entry.name)) continue;
    const path = join(folder, entry.name);
    if (path === except) continue;
    if (entry.isDirectory()) yield* walkFolder(path, except);
    else if (entry.isFile()) yield { path };
  }
}

const isSkipped = (name: string): boolean => name.startsWith('.') || name.startsWith('~$') || name === 'node_modules';
