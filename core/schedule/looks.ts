import { randomUUID } from 'node:crypto';
import { DossierError } from '../errors/error.ts';
import { jobPrincipal, type Principal } from '../identity/principal.ts';
import { backoffMilliseconds } from '../jobs/backoff.ts';
import { type Clock, toInstant } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { WakeHandler } from '../ports/schedule.ts';
import type { StoredWakes } from './stored.ts';
import { begin, extend, fail, finish, giveBack, type Holder, type IsDead, type WakeName, wakeId } from './wake.ts';

export type Looks = {
  /** Takes the look of this wake where one is due, once there is a free hand. */
  take(workspace: string, of: WakeName): void;
  /** Interrupts the looks that are being taken, and resolves when all have been given back. */
  stop(): Promise<void>;
};

export type LookSetup = {
  readonly wakes: StoredWakes;
  readonly handlerOf: (of: WakeName) => WakeHandler | undefined;
  /** Called when the record of a wake has changed. */
  readonly changed: (workspace: string, of: WakeName) => Promise<void>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly worker: string;
  readonly isDead: IsDead;
  readonly leaseMilliseconds: number;
  /** Looks at once in this process. */
  readonly concurrency: number;
};

/** A handler that takes longer hangs. It is told to stop and tried again: one that never returns must not silence its wake for good. */
const LIMIT_MILLISECONDS = 10 * 60_000;

type Asked = { readonly workspace: string; readonly of: WakeName };

/** Runs the handlers of wakes, each under a lease in its record: one at a time, whatever process it is in. */
export const createLooks = (setup: LookSetup): Looks => {
  const { wakes, handlerOf, changed, clock, log, worker, isDead, leaseMilliseconds, concurrency } = setup;
  const waiting = new Map<string, Asked>();
  const running = new Map<string, Promise<void>>();
  const stopping = new AbortController();

  const next = (): void => {
    for (const [key, asked] of waiting) {
      if (running.size >= concurrency) return;
      if (running.has(key)) continue;
      waiting.delete(key);
      const end = look(asked)
        .catch((thrown: unknown) => {
          const { code } = DossierError.from(thrown);
          log.warn(
            { wake: wakeId(asked.of), code, err: thrown },
            'a wake-up could not be recorded; it will be repeated',
          );
        })
        .finally(() => {
          running.delete(key);
          next();
        });
      running.set(key, end);
    }
  };

  const look = async ({ workspace, of }: Asked): Promise<void> => {
    const handler = handlerOf(of);
    if (handler === undefined || stopping.signal.aborted) return;
    const principal = jobPrincipal(workspace);
    const holder: Holder = { token: randomUUID(), worker, leaseMilliseconds };
    const begun = await wakes.change(principal, of, (wake) => wake && begin(wake, holder, clock.now(), isDead));
    if (begun !== undefined) await run(principal, of, handler, holder, begun.failures);
    await changed(workspace, of);
  };

  const run = async (
    principal: Principal,
    of: WakeName,
    handler: WakeHandler,
    holder: Holder,
    failures: number,
  ): Promise<void> => {
    const began = clock.now();
    const over = new AbortController();
    const lost = new AbortController();
    const signal = AbortSignal.any([stopping.signal, lost.signal, over.signal]);
    const limit = clock.sleep(LIMIT_MILLISECONDS, signal).then(
      () => {
        throw new Error('the handler took longer than it may');
      },
      () => new Promise<never>(() => {}),
    );
    const beat = keepLease(principal, of, holder, signal, () => lost.abort());
    try {
      const due = await Promise.race([handler(principal, signal), limit]);
      await wakes.change(principal, of, (wake) => finish(wake, holder.token, due, clock.now()));
      const next = due === undefined ? null : toInstant(due);
      const { workspace } = principal;
      log.info({ wake: wakeId(of), workspace, ms: clock.now() - began, next }, 'a wake-up was attended to');
    } catch (thrown) {
      if (stopping.signal.aborted || lost.signal.aborted) {
        await wakes.change(principal, of, (wake) => giveBack(wake, holder.token));
        return;
      }
      const { code } = DossierError.from(thrown);
      const wait = backoffMilliseconds(failures + 1);
      log.warn({ wake: wakeId(of), workspace: principal.workspace, code, wait, err: thrown }, 'a wake-up failed');
      await wakes.change(principal, of, (wake) => fail(wake, holder.token, code, wait, clock.now()));
    } finally {
      over.abort();
      await beat;
    }
  };

  const keepLease = async (
    principal: Principal,
    of: WakeName,
    holder: Holder,
    signal: AbortSignal,
    lose: () => void,
  ): Promise<void> => {
    while (!signal.aborted) {
      await clock.sleep(leaseMilliseconds / 3, signal).catch(() => {});
      if (signal.aborted) return;
      try {
        if ((await wakes.change(principal, of, (wake) => extend(wake, holder, clock.now()))) === undefined) lose();
      } catch (thrown) {
        const { code } = DossierError.from(thrown);
        log.warn({ wake: wakeId(of), code, err: thrown }, 'the lease of a wake-up could not be prolonged');
      }
    }
  };

  return {
    take: (workspace, of) => {
      if (stopping.signal.aborted) return;
      waiting.set(`${workspace} ${wakeId(of)}`, { workspace, of });
      next();
    },
    stop: async () => {
      stopping.abort();
      waiting.clear();
      await Promise.all(running.values());
    },
  };
};
