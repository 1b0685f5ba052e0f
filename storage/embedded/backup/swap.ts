import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../blobs/files.ts';
import type { Paths } from '../folder.ts';
import { blobsName, databaseName } from './manifest.ts';

/** Whether a restore was decided on and not finished: the checked backup lies ready, its parts not all in place. */
export const restorePending = (at: Paths): boolean => existsSync(at.restore);

/**
 * Puts the checked backup in place of what is there. The caller holds the folder alone. It can be stopped anywhere and
 * begun again, so whoever opens the folder next finishes what a killed process left.
 */
export const finishRestore = async (at: Paths): Promise<void> => {
  const database = join(at.restore, databaseName);
  const blobs = join(at.restore, blobsName);
  const replaced = join(at.restore, 'replaced');
  if (existsSync(database)) {
    // The old database's log must never be read into the new one.
    for (const suffix of ['-wal', '-shm']) await rm(`${at.database}${suffix}`, { force: true });
    await rename(database, at.database);
  }
  if (existsSync(blobs)) {
    if (existsSync(at.blobs)) {
      await rm(replaced, { recursive: true, force: true });
      await rename(at.blobs, replaced);
    }
    await rename(blobs, at.blobs);
  }
  await syncFolder(at.folder);
  await rm(at.restore, { recursive: true, force: true });
};
