import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { DossierError } from '../../core/errors/error.ts';
import { isBusy, systemCode, toStoreError } from './errors.ts';

/** Where things lie in a data folder. Only its owner may read it. */
export const paths = (folder: string) => ({
  folder,
  database: join(folder, 'dossier.db'),
  lock: join(folder, 'dossier.lock'),
  blobs: join(folder, 'blobs'),
  /** Blobs on their way in. */
  incoming: join(folder, 'blobs', '.incoming'),
  /** A backup that is being restored. */
  restore: join(folder, '.restore'),
});
export type Paths = ReturnType<typeof paths>;

/**
 * Throws `store_unusable` where there can be no data folder. A folder that was there keeps its mode: it may hold other
 * things, for others. What goes into it is private by itself.
 */
export const createFolder = (folder: string): Paths => {
  const at = paths(folder);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const file of [at.database, at.lock]) createPrivate(file);
  } catch (error) {
    throw new DossierError('store_unusable', { path: folder, reason: systemCode(error) }, { cause: error });
  }
  return at;
};

/**
 * SQLite would use the process's umask; its -wal and -shm files copy the mode of the database. A file that is there
 * is not opened: closing it would free the locks that this process holds on it through SQLite.
 */
const createPrivate = (file: string) => {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    chmodSync(file, 0o600);
  }
};

export type FolderLock = { release(): void };

/**
 * Every open store holds the folder shared; a restore holds it alone. The lock is SQLite's own on an empty database,
 * so it works on every system, and the kernel frees it when the process dies.
 */
export const lockFolder = async (
  file: string,
  mode: 'shared' | 'alone',
  lockWaitMilliseconds: number,
): Promise<FolderLock> => {
  const connection = new DatabaseSync(file);
  const deadline = performance.now() + lockWaitMilliseconds;
  for (;;) {
    try {
      if (mode === 'alone') connection.exec('begin exclusive');
      else {
        if (!connection.isTransaction) connection.exec('begin');
        connection.prepare('select count(*) from sqlite_schema').get();
      }
      return { release: () => connection.isOpen && connection.close() };
    } catch (error) {
      if (!isBusy(error) || performance.now() >= deadline) {
        connection.close();
        throw isBusy(error) ? new DossierError('store_locked', {}, { cause: error }) : toStoreError(error);
      }
    }
    await pause(20);
  }
};
