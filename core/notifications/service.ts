import type { Principal } from '../identity/principal.ts';
import { workerName } from '../jobs/process.ts';
import { createWorker } from '../jobs/worker.ts';
import { type Clock, machineTimezone } from '../ports/clock.ts';
import type { Jobs } from '../ports/jobs.ts';
import type { Logger } from '../ports/logger.ts';
import type { Notifications } from '../ports/notifications.ts';
import type { Notifiers } from '../ports/notifier.ts';
import type { Records } from '../ports/records.ts';
import type { NotificationParts } from './parts.ts';
import { isKnown, loadPreferences } from './people/preferences.ts';
import { NOTIFY } from './records.ts';

export type NotificationSetup = {
  readonly records: Records;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Logger;
  readonly notifiers: () => Notifiers;
  readonly publicUrl?: string | undefined;
  readonly link?: string | undefined;
  /** IANA zone of whoever names none. Default: this machine's. */
  readonly timezone?: string;
  /** Asks those who plan by people's preferences to look again; called before what changes is committed. */
  readonly replan?: (principal: Principal) => Promise<void>;
  /** Messages on their way at once. Default 4. */
  readonly concurrency?: number;
  /** Default 60 s: more than one message may take. */
  readonly leaseMilliseconds?: number;
  readonly pollMilliseconds?: number;
};

export type NotificationService = {
  /** What agents see of it. */
  readonly port: Notifications;
  readonly parts: NotificationParts;
  /** Begins to send in this process. Without it what is accepted waits for another process that does. */
  start(): void;
  /** Lets what is on its way end, and ends. May be called twice. */
  stop(): Promise<void>;
};

const sending = () => import('./send.ts');

/** The one place where people are told things: preferences, channels and the delivery log are its own. */
export const createNotifications = (setup: NotificationSetup): NotificationService => {
  const { records, jobs, clock, log, notifiers, publicUrl, link } = setup;
  const parts: NotificationParts = {
    records,
    clock,
    log,
    notifiers,
    publicUrl: publicUrl?.replace(/\/+$/, ''),
    link,
    timezone: setup.timezone ?? machineTimezone(),
    wake: () => worker.wake(),
    replan: setup.replan ?? (async () => {}),
  };
  const worker = createWorker({
    jobs,
    // With the first message: wording and layout are not waited for by a start.
    handlers: {
      [NOTIFY]: async (...job) => (await import('./delivery/handler.ts')).notifyHandler(parts)(...job),
    },
    clock,
    log,
    name: workerName(),
    concurrency: setup.concurrency ?? 4,
    leaseMilliseconds: setup.leaseMilliseconds ?? 60_000,
    ...(setup.pollMilliseconds === undefined ? {} : { pollMilliseconds: setup.pollMilliseconds }),
  });
  return {
    port: {
      send: async (principal, notice) => (await sending()).sendNotice(parts, principal, notice),
      withdraw: async (principal, key) => (await sending()).withdrawNotice(parts, principal, key),
      preferences: (principal, person) => loadPreferences(parts, principal, person),
      knows: (principal, person) => isKnown(parts.records, principal, person),
      deliveries: async (principal, keys) => (await sending()).deliveryLog(parts, principal, keys),
    },
    parts,
    start: () => worker.start(),
    stop: () => worker.stop(),
  };
};
