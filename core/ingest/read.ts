import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { DossierError } from '../errors/error.ts';

export type ReadFile = { readonly bytes: Uint8Array; readonly modifiedMs: number };

/** How often a file that changes while it is read is read again. */
const TRIES = 3;

/**
 * A file's bytes as they were at one moment. Throws `path_not_allowed` for what the caller may not read,
 * `too_large` before reading anything, and `unreadable` for what is no file, cannot be read, or keeps changing.
 */
export const readWholeFile = async (
  path: string,
  limits: { readonly maxBytes: number },
  mayRead: (path: string) => boolean,
): Promise<ReadFile> => {
  const real = await reading(() => realpath(path));
  if (!mayRead(real)) throw new DossierError('path_not_allowed', { path });
  // Never waits for the other end of a pipe, and never follows a link that was put here just now.
  const file = await reading(() => open(real, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW));
  try {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const read = await reading(() => readOnce(file, limits.maxBytes));
      if (read !== undefined) return read;
    }
  } finally {
    await file.close();
  }
  throw new DossierError('unreadable', { reason: 'it keeps changing while it is read' });
};

/** undefined when the file was another one at the end than at the start. */
const readOnce = async (file: FileHandle, limit: number): Promise<ReadFile | undefined> => {
  const before = await file.stat();
  if (!before.isFile()) throw new DossierError('unreadable', { reason: 'it is not a file' });
  if (before.size > limit) throw new DossierError('too_large', { bytes: before.size, limit });
  // One byte more than expected, so that growth shows.
  const buffer = new Uint8Array(before.size + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  const after = await file.stat();
  const same = length === before.size && after.size === before.size && after.mtimeMs === before.mtimeMs;
  return same ? { bytes: buffer.subarray(0, length), modifiedMs: before.mtimeMs } : undefined;
};

const reading = async <T>(read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof DossierError) throw thrown;
    throw new DossierError('unreadable', { reason: reasonOf(thrown) }, { cause: thrown });
  }
};

const reasons: Record<string, string> = {
  ENOENT: 'it is not there',
  ENOTDIR: 'it is not there',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a symbolic link',
};

/** In words where a person would know them, else the system's own code. */
export const reasonOf = (thrown: unknown): string => {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
  return reasons[code] ?? code;
};
