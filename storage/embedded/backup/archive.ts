import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { ArchiveError, readHeader, writeHeader } from './header.ts';

/** tar works in blocks of so many bytes. */
const block = 512;

export type ArchiveWriter = {
  /** Adds a file of exactly so many bytes and says their SHA-256. Throws when the source has more or fewer. */
  add(name: string, bytes: number, source: AsyncIterable<Uint8Array>): Promise<string>;
  /** Ends the archive and waits until it is on disk. Says how many bytes it has. */
  finish(): Promise<number>;
  close(): Promise<void>;
};

/** A POSIX tar archive, so that any machine can look into a backup: files one after another, nothing compressed. */
export const createArchive = async (file: string): Promise<ArchiveWriter> => {
  const handle = await open(file, 'wx', 0o600);
  let written = 0;
  const write = async (bytes: Uint8Array) => {
    await handle.write(bytes);
    written += bytes.byteLength;
  };
  return {
    async add(name, bytes, source) {
      const hash = createHash('sha256');
      let left = bytes;
      await write(writeHeader(name, bytes));
      for await (const part of source) {
        left -= part.byteLength;
        hash.update(part);
        await write(part);
      }
      if (left !== 0) throw new ArchiveError(`${name} changed its size while it was read`);
      await write(new Uint8Array(padding(bytes)));
      return hash.digest('hex');
    },
    async finish() {
      await write(new Uint8Array(2 * block));
      await handle.sync();
      return written;
    },
    close: () => handle.close(),
  };
};

export type ArchiveEntry = {
  readonly name: string;
  readonly bytes: number;
  /** To be read to its end before the next entry. */
  readonly body: AsyncIterable<Uint8Array>;
};

/** The files of an archive in order. Throws `ArchiveError` where it is cut off or is none. */
export const readArchive = async function* (file: string): AsyncGenerator<ArchiveEntry> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    let position = 0;
    for (;;) {
      const header = await readBlock(handle, position);
      position += block;
      if (header.every((byte) => byte === 0)) return;
      const { name, bytes } = readHeader(header);
      if (position + bytes > size) throw new ArchiveError('it is cut off');
      const body =
        bytes === 0
          ? (async function* (): AsyncGenerator<Uint8Array> {})()
          : createReadStream(file, { start: position, end: position + bytes - 1 });
      yield { name, bytes, body };
      position += bytes + padding(bytes);
    }
  } finally {
    await handle.close();
  }
};

const padding = (bytes: number): number => (block - (bytes % block)) % block;

const readBlock = async (handle: FileHandle, position: number): Promise<Uint8Array> => {
  const bytes = new Uint8Array(block);
  const { bytesRead } = await handle.read(bytes, 0, block, position);
  if (bytesRead < block) throw new ArchiveError('it is cut off');
  return bytes;
};
