import type { Notice, NoticeState, Notifications, Preferences } from '../../core/ports/notifications.ts';

export const preferencesOf = (person: string, more: Partial<Preferences> = {}): Preferences => ({
  person,
  timezone: 'Europe/Berlin',
  quietHours: { from: '22:00', to: '07:00' },
  remindAt: '09:00',
  leadDays: [30, 7, 1, 0],
  digest: 'single',
  pausedUntil: undefined,
  quotes: true,
  escalation: undefined,
  ...more,
});

export type Sent = { readonly at: string; readonly notice: Notice };

/** Notifications that remember their keys and what was accepted. */
export type RecordedNotifications = Notifications & {
  readonly people: Map<string, Partial<Preferences>>;
  /** Names that are nobody's. */
  readonly strangers: Set<string>;
  /** Every notice that was accepted, once for each key. */
  readonly sent: Sent[];
  readonly withdrawn: string[];
  /** What is answered in place of accepting. */
  answer: (() => NoticeState | Promise<never>) | undefined;
};

export const recordNotifications = (clock: { now(): number }): RecordedNotifications => {
  const accepted = new Set<string>();
  const recorded: RecordedNotifications = {
    people: new Map(),
    strangers: new Set(),
    sent: [],
    withdrawn: [],
    answer: undefined,
    send: async (_principal, notice) => {
      const answer = await recorded.answer?.();
      if (answer !== undefined) return answer;
      if (accepted.has(notice.key)) return 'known';
      accepted.add(notice.key);
      recorded.sent.push({ at: new Date(clock.now()).toISOString(), notice });
      return 'accepted';
    },
    withdraw: async (_principal, key) => {
      recorded.withdrawn.push(key);
    },
    preferences: async (_principal, person) => preferencesOf(person, recorded.people.get(person)),
    knows: async (_principal, person) => !recorded.strangers.has(person),
    deliveries: async () => [],
  };
  return recorded;
};
