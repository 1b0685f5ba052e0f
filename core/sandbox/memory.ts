import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Linux reports pages; their size is 4 KiB on x86-64 and on nearly all arm64 kernels, larger ones only overstate it. */
const PAGE_BYTES = 4096;

/**
 * Resident memory of a process in bytes, undefined where it cannot be learned (it ended, or this system has neither
 * /proc nor ps; then only the heap limit of the process holds).
 */
export const residentBytes = async (pid: number): Promise<number | undefined> => {
  if (process.platform === 'win32') return undefined;
  if (process.platform !== 'linux') return residentBytesByPs(pid);
  try {
    const pages = Number((await readFile(`/proc/${pid}/statm`, 'latin1')).split(' ')[1]);
    return Number.isFinite(pages) ? pages * PAGE_BYTES : undefined;
  } catch {
    return undefined;
  }
};

/** macOS and the BSDs have no /proc. */
export const residentBytesByPs = (pid: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    execFile('/bin/ps', ['-o', 'rss=', '-p', String(pid)], (error, stdout) => {
      const kilobytes = Number(stdout.trim());
      resolve(error === null && kilobytes > 0 ? kilobytes * 1024 : undefined);
    });
  });
