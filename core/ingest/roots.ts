import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { DossierError } from '../errors/error.ts';

/** A path that was asked for: absolute, with symbolic links resolved as far as it exists. */
export type Root = { readonly path: string; readonly kind: 'folder' | 'file' | 'missing' };

/** Throws `path_not_allowed` before anything is said about whether the path exists. */
export const findRoot = async (given: string, mayRead: (path: string) => boolean): Promise<Root> => {
  const path = await realPathOf(resolve(given));
  if (!mayRead(path)) throw new DossierError('path_not_allowed', { path: given });
  const stats = await stat(path).catch(() => undefined);
  return { path, kind: stats === undefined ? 'missing' : stats.isDirectory() ? 'folder' : 'file' };
};

const realPathOf = async (path: string): Promise<string> => {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(await realPathOf(parent), basename(path));
  }
};
