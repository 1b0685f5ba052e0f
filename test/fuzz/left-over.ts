import { readdir, readlink } from 'node:fs/promises';
import { children, onLinux, openFiles } from '../core/sandbox/fixtures/pool.ts';

/** Whether this process is as it was: run `before`, and `left` when everything is closed. */
export type LeftOver = {
  /** What a parser process has open that it should not: files, as their paths. */
  openedFiles(): Promise<readonly string[]>;
  /** What is still there after the end, as sentences. */
  left(): Promise<readonly string[]>;
};

/** What a process may have open: no file, and so no temporary one. */
const NOT_A_FILE = /^(?:socket|pipe|anon_inode):|^\/dev\/(?:null|urandom)$/;

export const watchLeftOver = async (): Promise<LeftOver> => {
  const before = onLinux ? await openFiles() : 0;
  const childrenBefore = onLinux ? await children() : [];
  return {
    openedFiles: async () => {
      if (!onLinux) return [];
      const opened: string[] = [];
      for (const pid of await children()) {
        const folder = `/proc/${pid}/fd`;
        for (const descriptor of await readdir(folder).catch(() => [])) {
          const target = await readlink(`${folder}/${descriptor}`).catch(() => 'socket:');
          if (!NOT_A_FILE.test(target)) opened.push(target);
        }
      }
      return opened;
    },
    left: async () => {
      if (!onLinux) return [];
      const processes = (await children()).filter((pid) => !childrenBefore.includes(pid));
      const descriptors = (await openFiles()) - before;
      return [
        ...(processes.length > 0 ? [`${processes.length} processes are left`] : []),
        ...(descriptors > 0 ? [`${descriptors} descriptors are left open`] : []),
      ];
    },
  };
};
