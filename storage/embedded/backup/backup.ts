import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, rename, rm, stat } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { backup as copyDatabase, DatabaseSync } from 'node:sqlite';
import { DossierError } from '../../../core/errors/error.ts';
import { type Clock, toInstant } from '../../../core/ports/clock.ts';
import { sweepDiscarded } from '../blobs/blobs.ts';
import { blobFile, blobPath, syncFolder } from '../blobs/files.ts';
import type { Database } from '../database.ts';
import { systemCode, toStoreError } from '../errors.ts';
import type { Paths } from '../folder.ts';
import { number, text } from '../rows.ts';
import { createArchive } from './archive.ts';
import { ArchiveError } from './header.ts';
import { blobsName, databaseName, type Manifest, manifestName, sumsName, writeSums } from './manifest.ts';

/** While it lasts, removed blobs keep their files; renewed as the blobs are copied. */
const leaseMilliseconds = 15 * 60 * 1000;
const pagesPerStep = 2000;

/**
 * Writes the database as it is at one instant, and every blob that it lists, into one file. Others go on reading and
 * writing meanwhile. Throws `target_not_empty`, `target_unusable`, or `store_damaged` where a blob is not what its name
 * says.
 */
export const backup = async (
  database: Database,
  at: Paths,
  clock: Clock,
  target: string,
  progress: (fraction: number) => void,
): Promise<{ bytes: number }> => {
  if (await stat(target).catch(() => undefined)) throw new DossierError('target_not_empty', { path: target });
  // With a separator at its end, so that a file in the place of the folder is told, too.
  await access(`${dirname(target)}${sep}`, constants.W_OK).catch((error: unknown) => {
    throw new DossierError('target_unusable', { path: target, reason: systemCode(error) }, { cause: error });
  });
  const id = randomUUID();
  const copy = `${target}.${id}.db`;
  const part = `${target}.${id}.part`;
  const renew = () =>
    database.write(
      (sql) => sql.run('insert or replace into backups values (?, ?)', id, clock.now() + leaseMilliseconds),
      'ordered',
    );
  try {
    await renew();
    await copySnapshot(at.database, copy, (fraction) => progress(fraction * 0.3));
    const bytes = await writeArchive(part, copy, at, clock, renew, (fraction) => progress(0.3 + fraction * 0.7));
    await rename(part, target);
    await syncFolder(dirname(target));
    return { bytes };
  } catch (error) {
    throw toStoreError(error);
  } finally {
    await rm(part, { force: true });
    await rm(copy, { force: true });
    await database.write((sql) => sql.run('delete from backups where id = ?', id), 'ordered');
    await sweepDiscarded(database, at, clock);
  }
};

/**
 * SQLite's online copy starts over when another process writes, unless the source holds a read transaction: then it
 * copies the snapshot that this sees.
 */
const copySnapshot = async (from: string, to: string, progress: (fraction: number) => void): Promise<void> => {
  const source = new DatabaseSync(from, { timeout: 5000 });
  try {
    source.exec('begin');
    source.prepare('select count(*) from sqlite_schema').get();
    await copyDatabase(source, to, {
      rate: pagesPerStep,
      progress: ({ totalPages, remainingPages }) => progress(1 - remainingPages / Math.max(1, totalPages)),
    });
  } finally {
    source.close();
  }
};

const writeArchive = async (
  part: string,
  copy: string,
  at: Paths,
  clock: Clock,
  renew: () => Promise<unknown>,
  progress: (fraction: number) => void,
): Promise<number> => {
  const { schema, blobs } = inventory(copy);
  const { size } = await stat(copy);
  const blobBytes = blobs.reduce((sum, blob) => sum + blob.bytes, 0);
  const archive = await createArchive(part);
  try {
    const sums = new Map<string, string>();
    const add = async (name: string, length: number, source: AsyncIterable<Uint8Array>) => {
      const sha256 = await archive.add(name, length, source);
      sums.set(name, sha256);
      return sha256;
    };
    await add(databaseName, size, createReadStream(copy));
    let done = size;
    let renewed = clock.now();
    for (const { workspace, sha256, bytes } of blobs) {
      const source = createReadStream(blobFile(at.blobs, workspace, sha256));
      const copied = await add(`${blobsName}/${blobPath(workspace, sha256)}`, bytes, source).catch(mapMissing);
      if (copied !== sha256) {
        throw new DossierError('store_damaged', { problem: `blob ${sha256} is missing or changed` });
      }
      done += bytes;
      progress(done / (size + blobBytes));
      if (clock.now() - renewed > leaseMilliseconds / 3) {
        await renew();
        renewed = clock.now();
      }
    }
    const createdAt = toInstant(clock.now());
    const manifest: Manifest = { format: 1, engine: 'embedded', schema, createdAt, blobs: blobs.length };
    const manifestBytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    await add(manifestName, manifestBytes.byteLength, inOnePiece(manifestBytes));
    const sumsBytes = Buffer.from(writeSums(sums));
    await archive.add(sumsName, sumsBytes.byteLength, inOnePiece(sumsBytes));
    progress(1);
    return await archive.finish();
  } finally {
    await archive.close();
  }
};

const inOnePiece = async function* (bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
};

/** A disk that is full is not the blob's fault. */
const mapMissing = (error: unknown): undefined => {
  if (error instanceof ArchiveError || (error instanceof Error && 'code' in error && error.code === 'ENOENT')) return;
  throw error;
};

/** What the copy says is stored. Makes it a database of one file, without the traces of the backup itself. */
const inventory = (copy: string) => {
  const connection = new DatabaseSync(copy);
  try {
    connection.exec('pragma journal_mode = delete; delete from backups; delete from discarded_blobs');
    const rows = connection.prepare('select workspace, sha256, bytes from blobs order by workspace, sha256').all();
    return {
      schema: number(connection.prepare('pragma user_version').get()?.['user_version']),
      blobs: rows.map((row) => ({
        workspace: text(row['workspace']),
        sha256: text(row['sha256']),
        bytes: number(row['bytes']),
      })),
    };
  } finally {
    connection.close();
  }
};
