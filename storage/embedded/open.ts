import type { Clock } from '../../core/ports/clock.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type { Store } from '../../core/ports/store.ts';
import type { Migration } from '../migrations/runner.ts';
import { embeddedAgenda } from './agenda/backend.ts';
import { finishRestore, restorePending } from './backup/swap.ts';
import { embeddedBlobs, sweepDiscarded, sweepIncoming } from './blobs/blobs.ts';
import { openDatabase, type Sql } from './database.ts';
import { createFolder, type FolderLock, lockFolder, type Paths } from './folder.ts';
import { health } from './health.ts';
import { embeddedJobs } from './jobs/jobs.ts';
import { migrateDatabase } from './migrate.ts';
import { embeddedPassages } from './passages/passages.ts';
import { embeddedRecords } from './records/records.ts';
import { migrations } from './schema.ts';

export type EmbeddedOptions = {
  /** Made where it does not exist; any number of processes may have it open at once. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** How long a call waits for other processes before it throws `store_locked`. Default 10 seconds. */
  readonly lockWaitMilliseconds?: number;
  /** Another schema than the current one, to test moving between them. */
  readonly migrations?: readonly Migration<Sql>[];
};

/** Opens a data folder, bringing an older one up to date. Throws `store_newer`, `store_damaged` or `store_locked`. */
export const openEmbeddedStore = async (options: EmbeddedOptions): Promise<Store> => {
  const { folder, clock, log, lockWaitMilliseconds = 10_000 } = options;
  const at = createFolder(folder);
  const lock = await enterFolder(at, lockWaitMilliseconds);
  const database = await openDatabase(at.database, { lockWaitMilliseconds }).catch((error: unknown) => {
    lock.release();
    throw error;
  });
  const close = async () => {
    database.close();
    lock.release();
  };
  try {
    await migrateDatabase(database, options.migrations ?? migrations, log);
    await sweepIncoming(at);
    await sweepDiscarded(database, at, clock);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    records: embeddedRecords(database, clock),
    passages: embeddedPassages(database),
    blobs: embeddedBlobs(database, at, clock),
    jobs: embeddedJobs(database, clock),
    agenda: embeddedAgenda(database),
    health: (asked) => health(database, at, asked?.deep ?? false),
    backup: async (target, progress = () => {}) =>
      (await import('./backup/backup.ts')).backup(database, at, clock, target, progress),
    close,
  };
};

/** Holds the folder open with others, once no restore is half done in it. */
const enterFolder = async (at: Paths, lockWaitMilliseconds: number): Promise<FolderLock> => {
  for (;;) {
    if (restorePending(at)) {
      const alone = await lockFolder(at.lock, 'alone', lockWaitMilliseconds);
      try {
        if (restorePending(at)) await finishRestore(at);
      } finally {
        alone.release();
      }
    }
    const shared = await lockFolder(at.lock, 'shared', lockWaitMilliseconds);
    if (!restorePending(at)) return shared;
    shared.release();
  }
};
