// A worker over a data folder: node woken-process.ts FOLDER NOTES MODE CALLS. It is killed at so many calls of its store.
import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { silentLogger } from '../../../core/ports/logger.ts';
import type { WakeHandler } from '../../../core/ports/schedule.ts';
import type { Store } from '../../../core/ports/store.ts';
import { systemClock } from '../../../core/ports/system-clock.ts';
import { createScheduler, type Scheduler } from '../../../core/schedule/schedule.ts';
import { openEmbeddedStore } from '../../../storage/embedded/index.ts';
import { until } from '../../support/pipeline.ts';

/** Under a lease that no test outlives: whoever waits for its end is found out. */
export const schedulerOver = (store: Pick<Store, 'records' | 'agenda'>, pages: WakeHandler): Scheduler =>
  createScheduler({
    leaseMilliseconds: 10 * 60_000,
    store,
    agents: () => [{ name: 'diary', agent: { capabilities: [], wakes: { pages } } }],
    clock: systemClock,
    log: silentLogger,
    workspaces: async () => [localPrincipal.workspace],
  });

/** The same store, whose process dies after so many calls that changed something. */
const mortal = ({ records, agenda }: Store, calls: number): Pick<Store, 'records' | 'agenda'> => {
  let made = 0;
  const counted = <T extends object>(target: T, methods: readonly string[]): T =>
    new Proxy(target, {
      get: (object, key) => {
        const member: unknown = Reflect.get(object, key);
        if (typeof member !== 'function' || !methods.includes(String(key))) return member;
        return async (...parameters: unknown[]) => {
          const result: unknown = await Reflect.apply(member, object, parameters);
          const changed = key !== 'getNextJobToRun' || result !== undefined;
          if (changed && ++made === calls) process.kill(process.pid, 'SIGKILL');
          return result;
        };
      },
    });
  const repository = counted(agenda.repository, ['saveJob', 'saveJobState', 'getNextJobToRun']);
  return { records: counted(records, ['commit']), agenda: { ...agenda, repository } };
};

if (import.meta.main) {
  const [folder = '', notes = '', mode, calls = '0'] = process.argv.slice(2);
  const note = (line: string) => appendFileSync(notes, `${line}\n`);
  const handlers: Record<string, WakeHandler> = {
    hang: () => new Promise(() => process.stdout.write('in hand\n')),
    once: async () => {
      note('done');
      return undefined;
    },
    often: async () => {
      note(`begin ${process.pid}`);
      await pause(20);
      note(`end ${process.pid}`);
      return systemClock.now();
    },
  };
  const store = await openEmbeddedStore({ folder, clock: systemClock, log: silentLogger });
  const scheduler = schedulerOver(mortal(store, Number(calls)), handlers[mode ?? ''] ?? (async () => undefined));
  await scheduler.of('diary').wake(localPrincipal, 'pages', systemClock.now());
  note('promised');
  scheduler.start();
  if (mode === 'once') {
    // The look that follows a fresh request half a minute later is not waited for.
    await until(async () => ((await scheduler.status()).next ?? 0) > systemClock.now());
    await scheduler.stop();
    await store.close();
    process.exit();
  }
}
