import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ExecutionContext } from 'ava';
import { loadConfig } from '../../../core/config/load.ts';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { systemClock } from '../../../core/ports/system-clock.ts';
import { openApplication } from '../../../servers/wiring.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { type Mortality, mortalityOf } from '../../support/mortal-process.ts';
import { newSigningSecret, startWebhookReceiver } from '../../support/notifiers/webhook-receiver.ts';
import { startProgram } from '../cli/run.ts';

const PROGRAM = new URL('../../../servers/cli/main.ts', import.meta.url).pathname;
const DAY = 86_400_000;

const startOfToday = Math.floor(Date.now() / DAY) * DAY;

/** So many days from today, ISO 8601. */
export const dayIn = (days: number): string => new Date(startOfToday + days * DAY).toISOString().slice(0, 10);

const inWords = (day: string): string =>
  new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** What falls due so many days from today. */
export const dueDays = { boiler: 40, chimney: 44, garden: 30, gutters: 90 } as const;
export type Duty = keyof typeof dueDays;

const LEASE = `HOUSE LEASE

This House Lease is made between Hollin Mill Ltd (the "Landlord") and Petra Sund (the "Tenant").

1. The Tenant shall have the boiler serviced no later than ${inWords(dayIn(dueDays.boiler))}.

2. The Tenant shall have the chimney swept no later than ${inWords(dayIn(dueDays.chimney))}.

3. The Tenant shall have the garden dug over no later than ${inWords(dayIn(dueDays.garden))}.

4. The Tenant shall have the gutters cleaned no later than ${inWords(dayIn(dueDays.gutters))}.
`;

const SECRET = newSigningSecret();

type Caller = <O = unknown>(name: string, input?: object) => Promise<O>;
type Obligation = { readonly id: string; readonly action: string };
export type Reminder = {
  readonly obligation_id: string;
  readonly slot: string;
  readonly state: string;
  readonly reason: string | null;
  readonly late: boolean;
  readonly deliveries: readonly { readonly channel: string; readonly state: string }[];
};

const openData = async (data: string, now: () => number) => {
  const application = await openApplication(loadConfig({ environment: {}, flags: { data } }), {
    clock: { ...systemClock, now },
  });
  const call: Caller = async (name, input = {}) => {
    const capability = application.capabilities.get(name);
    if (capability === undefined) throw new Error(`there is no ${name}`);
    const by = { principal: localPrincipal, requestId: 'test', mayRead: () => true };
    return (await application.invoke(capability, input, by)) as never;
  };
  return { call, work: () => application.work({ wakes: false }), close: application.close };
};

/** A data folder in which the lease was read, for somebody in UTC without quiet hours. */
export const readLease = async (folder: string): Promise<string> => {
  const data = path.join(folder, 'data');
  mkdirSync(data);
  const options = { obligation: { timezone: 'UTC' }, webhook: { allow_private: true, allow_http: true } };
  const settings = { embedder: 'none', clauses: 'none', plugins: { options }, log: { level: 'silent' } };
  writeFileSync(path.join(data, 'config.json'), JSON.stringify(settings));
  const lease = path.join(folder, 'lease.txt');
  writeFileSync(lease, LEASE);
  const { call, work, close } = await openData(data, Date.now);
  work();
  await call('ingest', { paths: [lease] });
  await call('notifications.preferences.set', { timezone: 'UTC', quiet_hours: 'none', lead_days: [7, 1] });
  await close();
  return data;
};

/**
 * A house of its own whose lease was read, with a webhook to a receiver, and workers over it. They and whoever calls here
 * live so far ahead as `at` said last.
 */
export const openHouse = async (t: ExecutionContext, lease: string) => {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const receiver = await startWebhookReceiver(t, SECRET, { now });
  const data = path.join(temporaryFolder(t), 'data');
  cpSync(lease, data, { recursive: true });
  const { call, close } = await openData(data, now);
  t.teardown(close);

  type Added = { channel: { channel_id: string } };
  const address = { url: receiver.url, secret: SECRET };
  const { channel } = await call<Added>('notifications.channels.add', { channel: 'webhook', address });
  const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(receiver.contents[0]?.data.text ?? '')?.[0];
  await call('notifications.channels.verify', { channel_id: channel.channel_id, code });
  await call('notifications.channels.add', { channel: 'file', address: 'notices.jsonl' });
  const proofs = receiver.exchanges.length;

  const { obligations } = await call<{ obligations: Obligation[] }>('obligations');
  const idOf = (duty: Duty): string =>
    obligations.find(({ action }) => action.includes(duty))?.id ?? `there is no ${duty}`;

  const remindersOf = async (duty: Duty): Promise<readonly Reminder[]> =>
    (await call<{ reminders: Reminder[] }>('reminders.why', { obligation: idOf(duty) })).reminders;

  /** `dossier worker`, at the clock of the house. From when it says that it works it can be asked to stop. */
  const work = (mortality: Omit<Mortality, 'ahead'> = {}) => {
    const argv = ['--data', data, '--log-level', 'info', 'worker', '--json'];
    const started = startProgram(t, PROGRAM, argv, mortalityOf({ ahead, ...mortality }));
    return { ...started, works: once(started.child.stdout, 'data') };
  };

  return {
    call,
    idOf,
    remindersOf,
    work,
    receiver,
    /** From now on it is so late, for everybody. */
    at: (days: number, time: string) => {
      ahead = Date.parse(`${dayIn(days)}T${time}Z`) - Date.now();
    },
    later: (milliseconds: number) => {
      ahead += milliseconds;
    },
    confirm: (...duties: readonly Duty[]) => call('obligations.confirm', { ids: duties.map(idOf) }),
    /** What was sent to the webhook: of what has one key the last, which is one message for a receiver. */
    told: (): ReadonlyMap<string, string> =>
      new Map(
        receiver.exchanges.slice(proofs).map(({ headers, body }) => {
          const { data } = JSON.parse(body.toString()) as { data: { text: string } };
          return [String(headers['webhook-id']), data.text];
        }),
      ),
    /** Keys of what came with a good signature at its time, and was taken. */
    taken: (): ReadonlySet<string> =>
      new Set(
        receiver
          .arrived()
          .slice(proofs)
          .map(({ id }) => id),
      ),
    attempts: () => receiver.exchanges.length - proofs,
    /** Lines of the file that is the other channel. */
    written: (): readonly string[] =>
      readFileSync(path.join(data, 'plugins', 'file', 'notices.jsonl'), 'utf8')
        .trim()
        .split('\n'),
  };
};
export type House = Awaited<ReturnType<typeof openHouse>>;
