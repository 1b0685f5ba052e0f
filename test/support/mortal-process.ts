// Loaded before a program: node --import 'mortal-process.ts?ahead=…&step=…' main.ts. Its clock is ahead, and it is killed at a step.
import { StatementSync } from 'node:sqlite';

type Written = Readonly<Record<string, unknown>>;
type Death = {
  /** Whether a record that is about to be committed, or was, is of this step. */
  readonly of: (record: Written) => boolean;
  /** Before the commit that writes it, or as soon as it is done. */
  readonly at: 'before' | 'after';
};

const isReminder = (state: string) => (record: Written) => 'slot' in record && record['state'] === state;
const isNotice = (record: Written) => 'lateSince' in record && record['kind'] !== 'proof';
const isDelivery = (state: string) => (record: Written) =>
  'noticeKey' in record && record['channel'] === 'webhook' && record['state'] === state;

/** Where a worker can die on the way from what falls due to what a webhook was told, in their order. */
export const deaths = {
  planning: { of: isReminder('planned'), at: 'before' },
  planned: { of: isReminder('planned'), at: 'after' },
  handing: { of: isReminder('handing'), at: 'after' },
  accepting: { of: isNotice, at: 'before' },
  accepted: { of: isNotice, at: 'after' },
  handed: { of: isReminder('sent'), at: 'after' },
  sending: { of: isDelivery('sending'), at: 'after' },
  answered: { of: isDelivery('sent'), at: 'before' },
  recorded: { of: isDelivery('sent'), at: 'after' },
} as const satisfies Readonly<Record<string, Death>>;
export type DeathStep = keyof typeof deaths;
export const deathSteps = Object.keys(deaths) as DeathStep[];

export type Mortality = {
  /** Milliseconds by which its clock is ahead. */
  readonly ahead: number;
  readonly step?: DeathStep | undefined;
  /** It dies after so many commits, whatever they write. */
  readonly commits?: number | undefined;
};

/** Arguments of Node that make a program die so. */
export const mortalityOf = ({ ahead, step, commits }: Mortality): readonly string[] => {
  const url = new URL(import.meta.url);
  url.searchParams.set('ahead', String(ahead));
  if (step !== undefined) url.searchParams.set('step', step);
  if (commits !== undefined) url.searchParams.set('commits', String(commits));
  return ['--import', url.href];
};

const setClockAhead = (ahead: number): void => {
  const RealDate = Date;
  const now = () => RealDate.now() + ahead;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, parameters, newTarget) =>
      Reflect.construct(target, parameters.length === 0 ? [now()] : parameters, newTarget) as object,
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
};

const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

const recordsIn = (parameters: readonly unknown[]): Written[] =>
  parameters.flatMap((value) =>
    typeof value === 'string' && value.startsWith('{') ? [JSON.parse(value) as Written] : [],
  );

/** Every change of the store is a statement in a transaction; what the records in it are is in their parameters. */
const watchCommits = (death: Death | undefined, commits: number): void => {
  const run = StatementSync.prototype.run;
  let written: Written[] = [];
  let changes = 0;
  let made = 0;
  StatementSync.prototype.run = function (this: StatementSync, ...parameters: unknown[]) {
    const text = this.sourceSQL;
    if (text.startsWith('begin')) [written, changes] = [[], 0];
    if (/^(?:insert into|update) records_/.test(text)) written.push(...recordsIn(parameters));
    if (/^(?:insert|update|delete)/.test(text)) changes++;
    const here = text === 'commit' && death !== undefined && written.some(death.of);
    if (here && death.at === 'before') die();
    const result = Reflect.apply(run, this, parameters);
    if (here) die();
    if (text === 'commit' && changes > 0 && ++made === commits) die();
    return result;
  } as typeof run;
};

const given = new URL(import.meta.url).searchParams;
if (given.has('ahead')) {
  setClockAhead(Number(given.get('ahead')));
  const step = given.get('step');
  watchCommits(step === null ? undefined : deaths[step as DeathStep], Number(given.get('commits') ?? 0));
}
