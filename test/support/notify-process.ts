// A process that sends notices, to be killed: node notify-process.ts '{"folder":…}'. It says on stdout how far it has come.
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { localPrincipal } from '../../core/identity/principal.ts';
import { changePreferences } from '../../core/notifications/people/change.ts';
import { createNotifications } from '../../core/notifications/service.ts';
import { notifiersOf } from '../../core/plugin/notifiers.ts';
import type { Jobs } from '../../core/ports/jobs.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import type { Notice } from '../../core/ports/notifications.ts';
import type { AnyNotifier } from '../../core/ports/notifier.ts';
import { systemClock } from '../../core/ports/system-clock.ts';
import { openEmbeddedStore } from '../../storage/embedded/index.ts';

/** Where the process stands still to be killed; `during` is up to the receiver. */
export const steps = ['accepted', 'before-send', 'during', 'after-send', 'recorded'] as const;
export type Step = (typeof steps)[number];

export const optionsSchema = z.object({
  folder: z.string(),
  /** Where messages go: POST with the key as Idempotency-Key, GET ?key= to ask after one. */
  url: z.string(),
  step: z.enum(steps).optional(),
  /** Whether the channel can be asked after a message. */
  asks: z.boolean(),
  /** Milliseconds by which this process's clock is ahead: a later start. */
  ahead: z.number(),
  notices: z.array(z.string()),
  /** Whether to hand them over, or only to send what is there. */
  accepts: z.boolean(),
});
export type ProcessOptions = z.infer<typeof optionsSchema>;

const stand = async (here: boolean, what: string): Promise<void> => {
  if (!here) return;
  process.stdout.write(`${what}\n`);
  await new Promise(() => setInterval(() => {}, 1000));
};

const noticeOf = (key: string): Notice => ({
  key,
  kind: 'reminder',
  person: 'local',
  title: key,
  items: [
    {
      title: 'Pay',
      document: { id: 'doc_1', name: 'Lease.pdf' },
      due: { date: '2030-01-01', words: '1 January 2030' },
    },
  ],
});

const channel = ({ url, step, asks }: ProcessOptions): AnyNotifier => ({
  channel: 'webhook',
  title: 'Webhook',
  address: z.string(),
  defaultAddress: url,
  proof: false,
  mask: () => 'receiver',
  send: async ({ key, data }, address, signal) => {
    await stand(step === 'before-send', 'before-send');
    const answer = await fetch(address as string, {
      method: 'POST',
      headers: { 'idempotency-key': key },
      body: JSON.stringify(data),
      signal,
    });
    await answer.text();
    await stand(step === 'after-send', 'after-send');
    return answer.ok ? { outcome: 'sent' } : { outcome: 'retry', reason: `status-${answer.status}` };
  },
  ...(asks
    ? {
        wasSent: async (key: string, address: string) => (await fetch(`${address}?key=${key}`)).status === 200,
      }
    : {}),
});

const main = async (options: ProcessOptions): Promise<void> => {
  const { folder, step, ahead, notices, accepts } = options;
  const clock = { ...systemClock, now: () => Date.now() + ahead };
  const store = await openEmbeddedStore({ folder, clock, log: silentLogger });
  const notifier = channel(options);
  const jobs: Jobs = {
    ...store.jobs,
    complete: async (job) => {
      await stand(step === 'recorded', 'recorded');
      return store.jobs.complete(job);
    },
  };
  const service = createNotifications({
    records: store.records,
    jobs,
    clock,
    log: silentLogger,
    notifiers: () => notifiersOf([{ plugin: 'test', notifier }]),
    pollMilliseconds: 50,
  });
  if (accepts) {
    // The test may run in the middle of the night.
    const change = { quietHours: 'none', channels: [], reset: false } as const;
    await changePreferences(service.parts, localPrincipal, undefined, change);
    for (const key of notices) await service.port.send(localPrincipal, noticeOf(key));
    await stand(step === 'accepted', 'accepted');
  }
  service.start();
  for (;;) {
    const deliveries = await service.port.deliveries(localPrincipal, notices);
    if (deliveries.length === notices.length && deliveries.every(({ state }) => state === 'sent')) break;
    await pause(20);
  }
  await service.stop();
  await store.close();
  process.stdout.write('done\n');
};

if (import.meta.main) await main(optionsSchema.parse(JSON.parse(process.argv[2] ?? '{}')));
