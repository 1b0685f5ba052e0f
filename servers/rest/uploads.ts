import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../../core/config/schema.ts';

const DAY = 86_400_000;

/** Where uploaded files are written while they arrive; each request has a folder of its own in it. */
export const uploadsFolder = ({ data }: Pick<Config, 'data'>): string => path.join(data, 'uploads');

/**
 * Removes what a server that was killed in the middle of an upload has left. Only after a day: another server
 * may be receiving into the same folder.
 */
export const sweepUploads = async (folder: string, now: number): Promise<void> => {
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) {
    const left = path.join(folder, name);
    const stats = await stat(left).catch(() => undefined);
    if (stats !== undefined && now - stats.mtimeMs > DAY) await rm(left, { recursive: true, force: true });
  }
};
