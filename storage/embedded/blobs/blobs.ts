import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DossierError } from '../../../core/errors/error.ts';
import type { Blobs } from '../../../core/ports/blobs.ts';
import type { Clock } from '../../../core/ports/clock.ts';
import type { Database, Sql } from '../database.ts';
import type { Paths } from '../folder.ts';
import { number, text } from '../rows.ts';
import { blobFile, digestOf, syncFolder, writeSynced } from './files.ts';

const sha256Pattern = /^[0-9a-f]{64}$/;
const pageSize = 500;
/** What a killed process left half-written is swept after this long. */
const incomingMilliseconds = 60 * 60 * 1000;

/**
 * A blob is there when the table says so; its file lies there before the row and goes after it. Files change places
 * only inside a write transaction, so that putting and removing the same bytes in two processes cannot cross.
 */
export const embeddedBlobs = (database: Database, at: Paths, clock: Clock): Blobs => {
  const isListed = (workspace: string, sha256: string): Promise<number | undefined> =>
    database.read((sql) => {
      const row = sql.get('select bytes from blobs where workspace = ? and sha256 = ?', workspace, sha256);
      return row && number(row['bytes']);
    });

  return {
    async put({ workspace }, bytes) {
      const sha256 = digestOf(bytes);
      const file = blobFile(at.blobs, workspace, sha256);
      if ((await isListed(workspace, sha256)) !== undefined && (await sizeOf(file)) === bytes.byteLength) return sha256;

      const incoming = join(at.incoming, randomUUID());
      try {
        await writeSynced(incoming, bytes);
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        await database.write((sql) => {
          sql.run('delete from discarded_blobs where workspace = ? and sha256 = ?', workspace, sha256);
          sql.run('insert or replace into blobs values (?, ?, ?)', workspace, sha256, bytes.byteLength);
          mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
          renameSync(incoming, file);
        }, 'synced');
        for (const folder of [dirname(file), dirname(dirname(file)), at.blobs]) await syncFolder(folder);
      } catch (error) {
        throw isDiskFull(error) ? new DossierError('store_full', {}, { cause: error }) : error;
      } finally {
        await rm(incoming, { force: true });
      }
      return sha256;
    },

    async get({ workspace }, sha256) {
      if (!sha256Pattern.test(sha256) || (await isListed(workspace, sha256)) === undefined) return undefined;
      const bytes = await readFile(blobFile(at.blobs, workspace, sha256)).catch(() => undefined);
      // Removed by someone else in the meantime, or lost?
      if (bytes === undefined && (await isListed(workspace, sha256)) === undefined) return undefined;
      if (bytes === undefined || digestOf(bytes) !== sha256) {
        throw new DossierError('store_damaged', { problem: `blob ${sha256} is ${bytes ? 'changed' : 'missing'}` });
      }
      return bytes;
    },

    has: async ({ workspace }, sha256) => (await isListed(workspace, sha256)) !== undefined,

    async remove({ workspace }, sha256) {
      const removed = await database.write((sql) => {
        if (sql.run('delete from blobs where workspace = ? and sha256 = ?', workspace, sha256) === 0) return false;
        sql.run('insert or ignore into discarded_blobs values (?, ?)', workspace, sha256);
        return true;
      }, 'synced');
      if (removed) await sweepDiscarded(database, at, clock);
    },

    async *list({ workspace }) {
      let last = '';
      for (;;) {
        const page = await database.read((sql) =>
          sql
            .all(
              'select sha256 from blobs where workspace = ? and sha256 > ? order by sha256 limit ?',
              workspace,
              last,
              pageSize,
            )
            .map((row) => text(row['sha256'])),
        );
        yield* page;
        const end = page.at(-1);
        if (end === undefined || page.length < pageSize) return;
        last = end;
      }
    },
  };
};

/** Deletes the files of removed blobs, unless a backup is under way that may still want to copy them. */
export const sweepDiscarded = async (database: Database, at: Paths, clock: Clock): Promise<void> => {
  const any = await database.read((sql) => sql.get('select 1 from discarded_blobs limit 1'));
  if (!any) return;
  await database.write((sql) => {
    if (backupUnderWay(sql, clock.now())) return;
    for (const row of sql.all('select workspace, sha256 from discarded_blobs')) {
      rmSync(blobFile(at.blobs, text(row['workspace']), text(row['sha256'])), { force: true });
    }
    sql.run('delete from discarded_blobs');
  }, 'ordered');
};

const backupUnderWay = (sql: Sql, now: number): boolean =>
  sql.get('select 1 from backups where until > ? limit 1', now) !== undefined;

/** Deletes what processes that died while writing a blob have left. */
export const sweepIncoming = async (at: Paths): Promise<void> => {
  await mkdir(at.incoming, { recursive: true, mode: 0o700 });
  for (const name of await readdir(at.incoming)) {
    const file = join(at.incoming, name);
    const found = await stat(file).catch(() => undefined);
    // File times are real time, whatever the injected clock says.
    if (found && found.mtimeMs < performance.timeOrigin + performance.now() - incomingMilliseconds) {
      await rm(file, { force: true });
    }
  }
};

const sizeOf = async (file: string): Promise<number | undefined> => (await stat(file).catch(() => undefined))?.size;

const isDiskFull = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOSPC';
