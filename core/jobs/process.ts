import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * A name for this process that no other has, not even a later one with the same pid: host:pid:start.
 * Start is in clock ticks since boot where the system tells (proc(5), field 22 of stat), else 0.
 */
export const workerName = (): string => `${hostname()}:${process.pid}:${startOf(process.pid) ?? 0}`;

/** Whether the worker was a process of this machine that no longer runs. What cannot be known counts as alive. */
export const isDeadWorker = (worker: string): boolean => {
  const [, host, pid, start] = /^(.*):(\d+):(\d+)$/.exec(worker) ?? [];
  if (host !== hostname() || pid === undefined) return false;
  if (!isRunning(Number(pid))) return true;
  const now = startOf(Number(pid));
  return now !== undefined && start !== '0' && String(now) !== start;
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const startOf = (pid: number): number | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[19]);
  } catch {
    return undefined;
  }
};
