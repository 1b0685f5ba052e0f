import { readdir, readlink } from 'node:fs/promises';
import { children, onLinux } from '../core/sandbox/fixtures/pool.ts';

/** Whether this process is as it was: taken at the start, and asked when everything is closed. */
export type LeftOver = {
  /** What a parser process has open that it should not: files, as their paths. */
  openedFiles(): Promise<readonly string[]>;
  /** What is still there after the end, as sentences. */
  left(): Promise<readonly string[]>;
};

/** What a process may have open: no file, and so no temporary one. */
const NOT_A_FILE = /^(?:socket|pipe|anon_inode):|^\/dev\/(?:null|urandom)$/;

/** Descriptors of a process and what they are. Those that are gone when they are looked at are left out. */
const descriptorsOf = async (process: string): Promise<ReadonlyMap<string, string>> => {
  const folder = `/proc/${process}/fd`;
  const found = new Map<string, string>();
  for (const descriptor of await readdir(folder).catch(() => [])) {
    const target = await readlink(`${folder}/${descriptor}`).catch(() => undefined);
    if (target !== undefined) found.set(descriptor, target);
  }
  return found;
};

/** A socket that is closed gives up its descriptor in one of the next turns of the event loop. */
const TURNS = 50;

export const watchLeftOver = async (): Promise<LeftOver> => {
  const before = onLinux ? await descriptorsOf('self') : new Map<string, string>();
  const childrenBefore = onLinux ? await children() : [];
  const opened = async (): Promise<readonly string[]> => {
    const now = [...(await descriptorsOf('self'))].filter(([key, target]) => before.get(key) !== target);
    const targets = now.map(([, target]) => target);
    // Node opens this one when it starts its first process, and keeps it for those after.
    const kept = targets.indexOf('/dev/null');
    return kept < 0 ? targets : targets.toSpliced(kept, 1);
  };
  return {
    openedFiles: async () => {
      if (!onLinux) return [];
      const targets: string[] = [];
      for (const pid of await children()) targets.push(...(await descriptorsOf(String(pid))).values());
      return targets.filter((target) => !NOT_A_FILE.test(target));
    },
    left: async () => {
      if (!onLinux) return [];
      for (let turn = 0; turn < TURNS && (await opened()).length > 0; turn += 1) await new Promise(setImmediate);
      const processes = (await children()).filter((pid) => !childrenBefore.includes(pid));
      return [
        ...(processes.length > 0 ? [`${processes.length} processes are left`] : []),
        ...(await opened()).map((target) => `a descriptor is left open: ${target}`),
      ];
    },
  };
};
