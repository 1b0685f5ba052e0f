import { hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

export const digestOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** The workspace's own name where every file system takes it as it is, else the hash of it. */
const folderName = (workspace: string): string =>
  /^[a-z0-9][a-z0-9-]{0,62}$/.test(workspace) ? workspace : `~${digestOf(Buffer.from(workspace)).slice(0, 40)}`;

/** Below the folder of blobs, with forward slashes: WORKSPACE/AA/SHA256. */
export const blobPath = (workspace: string, sha256: string): string =>
  `${folderName(workspace)}/${sha256.slice(0, 2)}/${sha256}`;

export const blobFile = (blobs: string, workspace: string, sha256: string): string =>
  join(blobs, ...blobPath(workspace, sha256).split('/'));

export const syncFolder = async (folder: string): Promise<void> => {
  // Windows cannot open a folder, and keeps its entries by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

export const writeSynced = async (file: string, bytes: Uint8Array): Promise<void> => {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
};
