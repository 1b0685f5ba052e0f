import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';

/**
 * Adds a record, in one write at the end of the file, and has the disk take it before this returns. What a crash left
 * half-written before it stays on a line of its own. Folder and file are the user's alone.
 */
export const appendRecord = async (file: string, record: string): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a+', 0o600);
  try {
    await handle.appendFile((await endsWithinLine(handle)) ? `\n${record}` : record);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const endsWithinLine = async (handle: FileHandle): Promise<boolean> => {
  const { size } = await handle.stat();
  if (size === 0) return false;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString('latin1') !== '\n';
};

/** Whether one of the file's lines is such a one. A file that is not there has none. */
export const hasLine = async (
  file: string,
  isSuch: (line: string) => boolean,
  signal: AbortSignal,
): Promise<boolean> => {
  const stream = createReadStream(file, { signal });
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (isSuch(line)) return true;
    }
    return false;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return false;
    throw thrown;
  } finally {
    stream.destroy();
  }
};
