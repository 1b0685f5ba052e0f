import { z } from 'zod';
import type { Collection } from '../ports/records.ts';

const instant = z.number();

/**
 * What is known of one wake-up of one agent in one workspace. This record decides when a look is due and who takes it;
 * Agenda's job for it is only the bell. All instants are milliseconds since the epoch.
 */
const wakeSchema = z.object({
  agent: z.string(),
  name: z.string(),
  /** When to look next, null for never. */
  dueAt: instant.nullable(),
  /** Until then a look may come before what its agent was about to commit: one that does is taken once more. */
  settleAt: instant.nullable(),
  /** The look that is being taken. `dueAt` is what it is for: due again where its worker dies. */
  running: z.object({ token: z.string(), worker: z.string(), dueAt: instant, leaseUntil: instant }).nullable(),
  /** Looks in a row that failed. */
  failures: z.int().nonnegative(),
  /** Code of the last failure, null after a look that went well. */
  error: z.string().nullable(),
  /** When the last look began. */
  lookedAt: instant.nullable(),
});
export type Wake = z.infer<typeof wakeSchema>;

/** Its id is agent and name: one record, and one at a time. */
export const wakes: Collection<Wake> = { name: 'core.wakes', schema: wakeSchema, indexes: [] };

export type WakeName = Pick<Wake, 'agent' | 'name'>;

export const wakeId = ({ agent, name }: WakeName): string => `${agent}.${name}`;

/**
 * An agent says when something will be due, and commits it after. A look in between finds nothing; what was promised
 * would be lost. So a look that comes sooner than this after a request is followed by another one.
 */
const SETTLE_MILLISECONDS = 30_000;

/** A handler that has more to do says "now"; it gets its turn again, but not the whole processor. */
const PAUSE_MILLISECONDS = 1_000;

const earliest = (...instants: readonly (number | null | undefined)[]): number | null => {
  const known = instants.filter((each) => typeof each === 'number');
  return known.length === 0 ? null : Math.min(...known);
};

const unknown = ({ agent, name }: WakeName): Wake => ({
  agent,
  name,
  dueAt: null,
  settleAt: null,
  running: null,
  failures: 0,
  error: null,
  lookedAt: null,
});

/** Undefined where what is asked for is covered already. */
export const request = (wake: Wake | undefined, of: WakeName, at: number, now: number): Wake | undefined => {
  const known = wake ?? unknown(of);
  const settles = known.settleAt !== null && known.settleAt >= now + SETTLE_MILLISECONDS / 2;
  if (known.dueAt !== null && known.dueAt <= at && settles) return undefined;
  return { ...known, dueAt: earliest(known.dueAt, at), settleAt: now + SETTLE_MILLISECONDS };
};

/** A look now, where none is due and the last one was taken before `since`. */
export const requestStale = (wake: Wake | undefined, of: WakeName, since: number, now: number): Wake | undefined => {
  const known = wake ?? unknown(of);
  const fresh = known.lookedAt !== null && known.lookedAt > since;
  if (fresh || known.running !== null || (known.dueAt !== null && known.dueAt <= now) || known.failures > 0) {
    return undefined;
  }
  return { ...known, dueAt: now };
};

export type Holder = { readonly token: string; readonly worker: string; readonly leaseMilliseconds: number };
export type IsDead = (worker: string) => boolean;

/** When somebody has to attend to it: when it is due, or when the lease on it ends. */
export const attentionAt = (wake: Wake, isDead: IsDead): number | null => {
  if (wake.running === null) return wake.dueAt;
  return isDead(wake.running.worker) ? earliest(wake.dueAt, wake.running.dueAt) : wake.running.leaseUntil;
};

/** Takes the look that is due, undefined where none is or another worker is at it. */
export const begin = (wake: Wake, holder: Holder, now: number, isDead: IsDead): Wake | undefined => {
  const { running, settleAt } = wake;
  if (running !== null && running.leaseUntil > now && !isDead(running.worker)) return undefined;
  const dueAt = earliest(wake.dueAt, running?.dueAt);
  if (dueAt === null || dueAt > now) return undefined;
  const { token, worker, leaseMilliseconds } = holder;
  return {
    ...wake,
    dueAt: settleAt !== null && settleAt > now ? settleAt : null,
    settleAt: null,
    running: { token, worker, dueAt, leaseUntil: now + leaseMilliseconds },
    lookedAt: now,
  };
};

/** Undefined where the look is another worker's by now: then nothing may be said about it. */
const held = (wake: Wake | undefined, token: string, change: (wake: Wake & { running: Held }) => Wake) =>
  wake?.running?.token === token ? change({ ...wake, running: wake.running }) : undefined;
type Held = NonNullable<Wake['running']>;

export const extend = (wake: Wake | undefined, { token, leaseMilliseconds }: Holder, now: number): Wake | undefined =>
  held(wake, token, (mine) => ({ ...mine, running: { ...mine.running, leaseUntil: now + leaseMilliseconds } }));

/** The look went well; `next` is when the next thing is due. What was asked for meanwhile stands. */
export const finish = (wake: Wake | undefined, token: string, next: number | undefined, now: number) =>
  held(wake, token, (mine) => ({
    ...mine,
    dueAt: earliest(mine.dueAt, next === undefined ? undefined : Math.max(next, now + PAUSE_MILLISECONDS)),
    running: null,
    failures: 0,
    error: null,
  }));

/** The look failed: another one after `wait`, or sooner where that was asked for meanwhile. */
export const fail = (wake: Wake | undefined, token: string, error: string, wait: number, now: number) =>
  held(wake, token, (mine) => ({
    ...mine,
    dueAt: earliest(mine.dueAt, now + wait),
    running: null,
    failures: mine.failures + 1,
    error,
  }));

/** The worker stops in the middle of it: due as before, for whoever comes next. */
export const giveBack = (wake: Wake | undefined, token: string) =>
  held(wake, token, (mine) => ({ ...mine, dueAt: earliest(mine.dueAt, mine.running.dueAt), running: null }));
