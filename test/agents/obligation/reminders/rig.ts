import type { ExecutionContext } from 'ava';
import type { Due } from '../../../../agents/obligation/model/due.ts';
import type { ReminderPorts } from '../../../../agents/obligation/reminders/ports.ts';
import { type Reminder, reminders } from '../../../../agents/obligation/reminders/records.ts';
import { sweepReminders } from '../../../../agents/obligation/reminders/sweep.ts';
import { localPrincipal } from '../../../../core/identity/principal.ts';
import { createEmbeddedStore } from '../../../support/embedded-store.ts';
import { type RecordedNotifications, recordNotifications } from '../../../support/recorded-notifications.ts';

export const dueOn = (date: string, more: Partial<Due> = {}): Due => ({
  obligationId: 'obl_notice',
  occurrence: date,
  title: 'Give notice of non-renewal',
  label: 'Last day to give notice',
  party: 'Tenant',
  document: { id: 'doc_lease', name: 'Office lease.pdf' },
  date,
  time: undefined,
  timezone: 'Europe/Berlin',
  quote: 'The Tenant shall give notice.',
  quotedIn: { id: 'doc_lease', name: 'Office lease.pdf' },
  page: 3,
  person: 'anna',
  leadDays: undefined,
  since: '2027-01-01T00:00:00.000Z',
  snoozedUntil: undefined,
  ...more,
});

export type Rig = {
  readonly ports: ReminderPorts;
  /** What falls due; tests change it as people would. */
  dues: readonly Due[];
  /** Who was told what, and how people want to be. */
  readonly told: RecordedNotifications;
  now(): string;
  /** Stops the clock at an instant, without anything running in between. */
  jump(instant: string): void;
  sweep(): Promise<string>;
  /** Lets a worker run until the instant: it sweeps whenever the sweep before asked for it. */
  runUntil(instant: string): Promise<void>;
  stored(): Promise<readonly Reminder[]>;
};

/** Reminders over a real store, with notifications that remember their keys. */
export const createRig = async (t: ExecutionContext, start: string): Promise<Rig> => {
  const { store, clock } = await createEmbeddedStore(t);
  clock.advance(Date.parse(start) - clock.now());
  const told = recordNotifications(clock);
  const rig: Rig = {
    dues: [],
    told,
    ports: {
      records: store.records,
      clock,
      dues: async (_principal, { from, to }) => rig.dues.filter(({ date }) => date >= from && date <= to),
      notifications: told,
    },
    now: () => new Date(clock.now()).toISOString(),
    jump: (instant) => clock.advance(Date.parse(instant) - clock.now()),
    sweep: async () =>
      new Date(await sweepReminders(rig.ports, localPrincipal, new AbortController().signal)).toISOString(),
    runUntil: async (instant) => {
      for (let next = await rig.sweep(); next <= instant; next = await rig.sweep()) rig.jump(next);
      rig.jump(instant);
    },
    stored: async () =>
      (await store.records.find(localPrincipal, reminders, { limit: 1000 })).items.map(({ value }) => value),
  };
  return rig;
};

/** "2027-03-24T08:00:00.000Z reminder Give notice of non-renewal". */
export const linesOf = ({ told: { sent } }: Rig): readonly string[] =>
  sent.map(({ at, notice }) => `${at.slice(0, 16)}Z ${notice.person} ${notice.kind}${notice.lateSince ? ' late' : ''}`);
