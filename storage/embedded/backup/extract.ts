import { createHash } from 'node:crypto';
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { getLoadablePath } from 'sqlite-vec';
import { DossierError } from '../../../core/errors/error.ts';
import { blobFile, digestOf } from '../blobs/files.ts';
import { number, text } from '../rows.ts';
import { migrations } from '../schema.ts';
import { type ArchiveEntry, readArchive } from './archive.ts';
import { ArchiveError } from './header.ts';
import {
  blobsName,
  databaseName,
  type Manifest,
  manifestName,
  manifestSchema,
  sumsName,
  writeSums,
} from './manifest.ts';

/** Nothing else may stand in a backup, so that no name leads out of the folder. */
const blobName = /^blobs\/(?:~[0-9a-f]{40}|[a-z0-9][a-z0-9-]{0,62})\/[0-9a-f]{2}\/[0-9a-f]{64}$/;
const mostManifestBytes = 64 * 1024;

/** Unpacks a backup into an empty folder and checks all of it. Throws `ArchiveError` or `store_newer`. */
export const extract = async (
  file: string,
  folder: string,
  progress: (fraction: number) => void,
): Promise<Manifest> => {
  const total = Math.max(1, (await stat(file)).size);
  await mkdir(join(folder, blobsName), { recursive: true, mode: 0o700 });
  const sums = new Map<string, string>();
  let manifest: Manifest | undefined;
  let expected: string | undefined;
  let done = 0;
  for await (const entry of readArchive(file)) {
    if (expected !== undefined) throw new ArchiveError('something follows its end');
    if (entry.name === sumsName) expected = (await readSmall(entry, total)).toString('utf8');
    else if (entry.name === manifestName) {
      const bytes = await readSmall(entry, mostManifestBytes);
      sums.set(entry.name, digestOf(bytes));
      manifest = parseManifest(bytes);
    } else if (entry.name === databaseName || blobName.test(entry.name)) {
      const sha256 = await unpack(entry, join(folder, ...entry.name.split('/')));
      if (entry.name !== databaseName && !entry.name.endsWith(sha256))
        throw new ArchiveError('a file in it was changed');
      sums.set(entry.name, sha256);
    } else throw new ArchiveError('it holds a file that is not of a backup');
    done += entry.bytes;
    progress(done / total);
  }
  if (!manifest || expected === undefined) throw new ArchiveError('it is cut off');
  if (writeSums(sums) !== expected) throw new ArchiveError('a file in it was changed');
  if (manifest.schema > migrations.length) {
    throw new DossierError('store_newer', { found: manifest.schema, known: migrations.length });
  }
  await checkDatabase(join(folder, databaseName), join(folder, blobsName));
  return manifest;
};

const readSmall = async ({ bytes, body }: ArchiveEntry, most: number): Promise<Buffer> => {
  if (bytes > most) throw new ArchiveError('a file in it is too large');
  return Buffer.concat(await Array.fromAsync(body));
};

const parseManifest = (bytes: Buffer): Manifest => {
  try {
    return manifestSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    throw new ArchiveError('its manifest cannot be read');
  }
};

const unpack = async ({ bytes, body }: ArchiveEntry, file: string): Promise<string> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const handle = await open(file, 'wx', 0o600).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new ArchiveError('it holds a file twice');
    }
    throw error;
  });
  let left = bytes;
  try {
    for await (const part of body) {
      left -= part.byteLength;
      hash.update(part);
      await handle.writeFile(part);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (left !== 0) throw new ArchiveError('it is cut off');
  return hash.digest('hex');
};

/** The database is sound, and every blob that it lists is there (each was held against its name when it was unpacked). */
const checkDatabase = async (file: string, blobs: string): Promise<void> => {
  const connection = new DatabaseSync(file, { allowExtension: true, readOnly: true });
  try {
    connection.loadExtension(getLoadablePath());
    const [first] = connection.prepare('pragma integrity_check(1)').all();
    if (text(first?.['integrity_check']) !== 'ok') throw new ArchiveError('its database is damaged');
    for (const row of connection.prepare('select workspace, sha256, bytes from blobs').all()) {
      const found = await stat(blobFile(blobs, text(row['workspace']), text(row['sha256']))).catch(() => undefined);
      if (found?.size !== number(row['bytes'])) throw new ArchiveError('files are missing from it');
    }
  } catch (error) {
    if (error instanceof ArchiveError || error instanceof DossierError) throw error;
    throw new ArchiveError('its database is damaged', { cause: error });
  } finally {
    connection.close();
  }
};
