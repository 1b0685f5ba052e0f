import type { ExecutionContext } from 'ava';
import { z } from 'zod';
import { localPrincipal, type Principal } from '../../core/identity/principal.ts';
import type { JobHandler, JobOutcome, JobRun } from '../../core/jobs/worker.ts';
import { addressKey, type ChannelRecord, channels, newSecret } from '../../core/notifications/channels/records.ts';
import { notifyHandler } from '../../core/notifications/delivery/handler.ts';
import { people, type Settings } from '../../core/notifications/people/records.ts';
import { NOTIFY } from '../../core/notifications/records.ts';
import { createNotifications, type NotificationSetup } from '../../core/notifications/service.ts';
import { notifiersOf } from '../../core/plugin/notifiers.ts';
import { toInstant } from '../../core/ports/clock.ts';
import type { Job } from '../../core/ports/jobs.ts';
import { silentLogger } from '../../core/ports/logger.ts';
import type { Notice, NoticeItem } from '../../core/ports/notifications.ts';
import type { AnyNotifier, Message, SendOutcome } from '../../core/ports/notifier.ts';
import { insert } from '../../core/ports/records.ts';
import { createEmbeddedStore } from './embedded-store.ts';

export type Sent = { readonly channel: string; readonly message: Message; readonly address: unknown };

/** A channel that keeps what goes out by it and answers as it is told. Addresses are words. */
export const fakeNotifier = (
  channel: string,
  {
    answer = () => ({ outcome: 'sent' }),
    ...more
  }: Partial<AnyNotifier> & { readonly answer?: (sent: Sent) => SendOutcome | Promise<SendOutcome> } = {},
): AnyNotifier & { readonly sent: Sent[] } => {
  const sent: Sent[] = [];
  return {
    sent,
    channel,
    title: channel,
    address: z.string().min(3),
    proof: false,
    mask: (address) => `${String(address).slice(0, 1)}…`,
    send: async (message, address) => {
      const each = { channel, message, address };
      sent.push(each);
      return answer(each);
    },
    ...more,
  };
};

export const item = (fields: Partial<NoticeItem> = {}): NoticeItem => ({
  title: 'Give notice of non-renewal',
  label: 'Last day to give notice',
  party: 'Tenant',
  due: { date: '2026-03-26', words: 'Thursday 26 March 2026, Europe/Berlin' },
  obligationId: 'obl_1',
  document: { id: 'doc_1', name: 'Office lease.pdf' },
  quote: 'The Tenant may end this lease by ninety days’ written notice.',
  page: 3,
  ...fields,
});

export const notice = (fields: Partial<Notice> = {}): Notice => ({
  key: 'reminder:obl_1:30',
  kind: 'reminder',
  person: 'local',
  title: 'Due in 30 days',
  items: [item()],
  ...fields,
});

/** The notification service over a store of its own, under a clock that stands still, without a worker: `work` does what is due. */
export const openNotifications = async (
  t: ExecutionContext,
  notifiers: readonly AnyNotifier[],
  setup: Partial<NotificationSetup> = {},
) => {
  const { store, clock, folder } = await createEmbeddedStore(t);
  // Noon: nobody's quiet hours, wherever the test runs.
  clock.advance(12 * 3_600_000);
  const running = [...notifiers];
  const service = createNotifications({
    records: store.records,
    jobs: store.jobs,
    clock,
    log: silentLogger,
    timezone: 'UTC',
    notifiers: () => notifiersOf(running.map((notifier) => ({ plugin: notifier.channel, notifier }))),
    ...setup,
  });
  const handler = notifyHandler(service.parts);
  const claim = (limit = 100, worker = 'host:1:1') =>
    store.jobs.claim({ kinds: [NOTIFY], worker, leaseMilliseconds: 60_000, limit });

  /** Does what is due now, and says how each job came out. */
  const work = async (): Promise<JobOutcome['end'][]> => {
    const ends: JobOutcome['end'][] = [];
    for (let round = 0; round < 20; round++) {
      const jobs = await claim();
      if (jobs.length === 0) return ends;
      for (const job of jobs) ends.push(await runJob(store.jobs, handler, job));
    }
    throw new Error('there is always something due');
  };

  const setPerson = (id: string, settings: Settings, name: string | null = null, createdBy = id) =>
    store.records.commit(localPrincipal, {
      writes: [
        insert(people, id, { name, settings, createdBy, updatedAt: toInstant(clock.now()), updatedBy: createdBy }),
      ],
    });

  const addChannel = (
    id: string,
    channel: string,
    address: ChannelRecord['address'],
    fields: Partial<ChannelRecord> = {},
  ) => {
    const at = toInstant(clock.now());
    const value: ChannelRecord = {
      person: 'local',
      channel,
      address,
      addressKey: addressKey(address),
      masked: `${String(address).slice(0, 1)}…`,
      state: 'on',
      off: null,
      unsubscribed: [],
      secret: newSecret(),
      proof: null,
      addedBy: 'local',
      createdAt: at,
      updatedAt: at,
      ...fields,
    };
    return store.records.commit(localPrincipal, { writes: [insert(channels, id, value)] });
  };

  const log = (keys: readonly string[], principal: Principal = localPrincipal) =>
    service.port.deliveries(principal, keys);
  return { ...service, store, clock, folder, handler, claim, work, setPerson, addChannel, log, running };
};

export const runOf = (extend: JobRun['lease'] = async () => 'held', signal = new AbortController().signal): JobRun => ({
  signal,
  interruption: () => undefined,
  lease: extend,
});

/** Runs a claimed job and tells the queue, as a worker does. */
export const runJob = async (
  jobs: Awaited<ReturnType<typeof createEmbeddedStore>>['store']['jobs'],
  handler: JobHandler,
  job: Job,
): Promise<JobOutcome['end']> => {
  const outcome = await handler(
    job,
    runOf(() => jobs.extend(job, 60_000)),
  );
  if (outcome.end === 'done') await jobs.complete(job);
  if (outcome.end === 'retry') await jobs.fail(job, outcome.error, outcome.at);
  if (outcome.end === 'failed') await jobs.fail(job, outcome.error);
  return outcome.end;
};
