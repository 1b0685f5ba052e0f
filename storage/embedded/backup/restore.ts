import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, constants, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DossierError } from '../../../core/errors/error.ts';
import { syncFolder } from '../blobs/files.ts';
import { systemCode, toStoreError } from '../errors.ts';
import { createFolder, lockFolder, type Paths, paths } from '../folder.ts';
import { extract } from './extract.ts';
import { ArchiveError } from './header.ts';
import { finishRestore, restorePending } from './swap.ts';

export type RestoreOptions = {
  /** What `backup` wrote. */
  readonly file: string;
  /** The data folder. */
  readonly folder: string;
  /** Replace what the folder holds; without it a folder with data is refused with `target_not_empty`. */
  readonly force?: boolean;
  readonly progress?: (fraction: number) => void;
  /** How long to wait until nobody has the folder open. Default 2 seconds. */
  readonly lockWaitMilliseconds?: number;
};

export type Restored = { readonly createdAt: string; readonly blobs: number; readonly bytes: number };

const incomingPrefix = '.restore-incoming-';

/**
 * Makes the data folder what it was when the backup was taken. Everything is unpacked and checked beside the data
 * first: on `backup_invalid`, `store_newer` or `store_locked` the folder is as it was. Other files in it stay.
 */
export const restoreEmbedded = async (options: RestoreOptions): Promise<Restored> => {
  const { file, folder, force = false, progress = () => {}, lockWaitMilliseconds = 2000 } = options;
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new DossierError('path_not_found', { path: file });
  await access(file, constants.R_OK).catch((error: unknown) => {
    throw new DossierError('backup_unreadable', { path: file, reason: systemCode(error) }, { cause: error });
  });
  const existed = existsSync(folder);
  const hadData = await holdsData(paths(folder));
  if (hadData && !force) throw new DossierError('target_not_empty', { path: folder });

  const at = createFolder(folder);
  const lock = await lockFolder(at.lock, 'alone', lockWaitMilliseconds);
  const incoming = join(folder, `${incomingPrefix}${randomUUID()}`);
  try {
    if (restorePending(at)) await finishRestore(at);
    for (const name of await readdir(folder)) {
      if (name.startsWith(incomingPrefix)) await rm(join(folder, name), { recursive: true, force: true });
    }
    const manifest = await extract(file, incoming, progress);
    await syncFolder(incoming);
    // From here on the restore is decided: whatever stops us, the next to open the folder goes on.
    await rename(incoming, at.restore);
    await syncFolder(folder);
    await finishRestore(at);
    return { createdAt: manifest.createdAt, blobs: manifest.blobs, bytes: found.size };
  } catch (error) {
    await rm(incoming, { recursive: true, force: true });
    if (!hadData) await removeEmpty(at, existed);
    if (error instanceof ArchiveError) throw new DossierError('backup_invalid', { problem: error.message });
    throw toStoreError(error);
  } finally {
    lock.release();
  }
};

const holdsData = async (at: Paths): Promise<boolean> =>
  ((await stat(at.database).catch(() => undefined))?.size ?? 0) > 0 || existsSync(at.blobs) || existsSync(at.restore);

/** The empty files, and the folder, that were made to lock it. */
const removeEmpty = async (at: Paths, existed: boolean): Promise<void> => {
  if (!existed) await rm(at.folder, { recursive: true, force: true });
  else for (const file of [at.database, at.lock]) await rm(file, { force: true });
};
