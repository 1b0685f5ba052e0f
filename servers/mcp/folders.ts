import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folders that an assistant may take files from: those the user allowed, and those its own program opened. */
export type Folders = {
  /** For one call, which asks whether something was refused to it. */
  check(): { mayRead(file: string): boolean; refused(): boolean };
  /** Replaces what the assistant's program opened (MCP roots); file: URIs, others are ignored. */
  openRoots(uris: readonly string[]): void;
};

/**
 * `allowed` are the user's folders; `data` is never read from, also where it lies inside one of them, because
 * it holds the key of the REST API. Every path is followed through its symbolic links before it is judged.
 */
export const createFolders = (allowed: readonly string[], data: string): Folders => {
  let roots: readonly string[] = [];
  const isAllowed = (file: string): boolean => {
    const real = realPath(file);
    if (real === undefined || isInside(real, realPath(data) ?? path.resolve(data))) return false;
    return [...allowed.map(fromHome), ...roots].some((folder) => isInside(real, realPath(folder)));
  };
  return {
    check: () => {
      let refused = false;
      return {
        mayRead: (file) => {
          const may = isAllowed(file);
          if (!may) refused = true;
          return may;
        },
        refused: () => refused,
      };
    },
    openRoots: (uris) => {
      roots = uris.flatMap((uri) => folderOf(uri) ?? []);
    },
  };
};

/** An assistant's configuration is no shell: nobody else replaces the ~ in it. */
const fromHome = (folder: string): string =>
  /^~(?=$|[/\\])/.test(folder) ? path.join(homedir(), folder.slice(1)) : folder;

/** Where the path really leads. What does not exist yet is judged by the nearest folder above it that does. */
const realPath = (file: string): string | undefined => {
  const absolute = path.resolve(file);
  try {
    return realpathSync.native(absolute);
  } catch (thrown) {
    const parent = path.dirname(absolute);
    const missing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
    const above = missing && parent !== absolute ? realPath(parent) : undefined;
    return above === undefined ? undefined : path.join(above, path.basename(absolute));
  }
};

const isInside = (file: string, folder: string | undefined): boolean => {
  if (folder === undefined) return false;
  const way = path.relative(folder, file);
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
};

/** The whole disk is no folder that somebody opened on purpose. */
const folderOf = (uri: string): string | undefined => {
  try {
    const folder = fileURLToPath(uri);
    return path.dirname(folder) === folder ? undefined : folder;
  } catch {
    return undefined;
  }
};
