import type { Principal } from '../../../core/identity/principal.ts';
import { type Stored, update } from '../../../core/ports/records.ts';
import { choose, together } from './choose.ts';
import type { Desired } from './desired.ts';
import { noticeKeyOf, noticeOf, type Told } from './notice.ts';
import type { ReminderPorts } from './ports.ts';
import { instantOf } from './reconcile.ts';
import { type Reminder, reminders } from './records.ts';
import { everyReminder } from './stored.ts';

/** From when on a reminder counts as late. */
const LATE = { hours: 1 };

/**
 * Hands over what is due. First it is written down what goes out in which notice, then the notices are handed over under
 * their keys, then that they were: after a crash anywhere in between the same notices are handed over again, and those
 * that were accepted before are known by their keys. Gives the instants at which something that had to wait may go out.
 */
export const sendDue = async (
  ports: ReminderPorts,
  principal: Principal,
  desired: Desired,
  signal: AbortSignal,
): Promise<readonly Temporal.Instant[]> => {
  const held = [...(await handOver(ports, principal, desired, signal))];
  const now = Temporal.Instant.fromEpochMilliseconds(ports.clock.now());
  const ready = tellable(
    desired,
    await everyReminder(ports, principal, { state: 'planned', dueAt: { lte: instantOf(now) } }),
  );
  const preferencesOf = await preferencesFor(desired, ready);
  const { now: chosen, skipped, later } = choose(ready, now, preferencesOf);
  const writes = [
    ...skipped.map(({ reminder, reason }) =>
      update(reminders, reminder, { ...reminder.value, state: 'skipped', reason }),
    ),
    ...together(chosen, preferencesOf).flatMap((group) => {
      const noticeKey = noticeKeyOf(group.map(({ reminder }) => reminder.id));
      return group.map(({ reminder }) =>
        update(reminders, reminder, {
          ...reminder.value,
          state: 'handing',
          noticeKey,
          reason: null,
          late: Temporal.Instant.compare(now, Temporal.Instant.from(reminder.value.dueAt).add(LATE)) > 0,
        }),
      );
    }),
  ];
  if (writes.length > 0) await ports.records.commit(principal, { writes });
  held.push(...(await handOver(ports, principal, desired, signal)));
  return [...later, ...held];
};

/** How long until it is tried again to reach somebody who has no channel, or paused all. */
const HELD = { hours: 6 };

const held = {
  paused: 'the person paused notices of this kind',
  'no-channel': 'the person has no channel that works',
} as const;

const handOver = async (
  ports: ReminderPorts,
  principal: Principal,
  desired: Desired,
  signal: AbortSignal,
): Promise<readonly Temporal.Instant[]> => {
  const again: Temporal.Instant[] = [];
  const handing = await everyReminder(ports, principal, { state: 'handing' });
  for (const [key, group] of Map.groupBy(handing, ({ value }) => value.noticeKey ?? '')) {
    signal.throwIfAborted();
    const told = tellable(desired, group);
    const gone = group.filter((reminder) => !told.some((each) => each.reminder === reminder));
    const person = group[0]?.value.person ?? '';
    // Whoever began to hand it over may have got as far as that it was accepted.
    if (told.length === 0) await ports.notifications.withdraw(principal, key);
    const state =
      told.length === 0 ? undefined : await ports.notifications.send(principal, noticeOf(key, person, told));
    const now = Temporal.Instant.fromEpochMilliseconds(ports.clock.now());
    const after = (value: Reminder): Reminder => {
      if (state === 'paused' || state === 'no-channel')
        return { ...value, state: 'planned', noticeKey: null, reason: held[state] };
      return { ...value, state: 'sent', sentAt: instantOf(now) };
    };
    if (state === 'paused' || state === 'no-channel') again.push(now.add(HELD));
    await ports.records.commit(principal, {
      writes: [
        ...told.map(({ reminder }) => update(reminders, reminder, after(reminder.value))),
        ...gone.map((reminder) =>
          update(reminders, reminder, {
            ...reminder.value,
            state: 'cancelled',
            reason: 'the obligation was changed as it was about to go out',
          }),
        ),
      ],
    });
  }
  return again;
};

/** Those that are still wanted, with what they are about. */
const tellable = (desired: Desired, stored: readonly Stored<Reminder>[]): readonly Told[] => {
  const dues = new Map(desired.planned.map(({ id, due }) => [id, due]));
  return stored.flatMap((reminder) => {
    const due = dues.get(reminder.id);
    return due === undefined ? [] : [{ reminder, due }];
  });
};

const preferencesFor = async (desired: Desired, told: readonly Told[]) => {
  const people = [...new Set(told.map(({ reminder }) => reminder.value.person))];
  const known = new Map(await Promise.all(people.map(async (id) => [id, await desired.preferences(id)] as const)));
  return (person: string) => {
    const preferences = known.get(person);
    if (preferences === undefined) throw new TypeError(`the preferences of ${person} were not read`);
    return preferences;
  };
};
