import type { Principal } from '../../identity/principal.ts';
import type { Preferences } from '../../ports/notifications.ts';
import type { Records } from '../../ports/records.ts';
import { dayIn } from '../../time/days.ts';
import type { NotificationParts } from '../parts.ts';
import { FOREVER, people, type Settings, type StoredPerson } from './records.ts';

/** What holds for whoever has set nothing. */
export const defaults = {
  quietHours: { from: '22:00', to: '07:00' },
  remindAt: '09:00',
  leadDays: [30, 7, 1, 0],
  digest: 'daily',
  quotes: true,
} as const;

/** `zone`: of whoever names none. */
export const preferencesOf = (person: string, settings: Settings, zone: string): Preferences => ({
  person,
  timezone: settings.timezone ?? zone,
  quietHours: settings.quietHours === undefined ? defaults.quietHours : (settings.quietHours ?? undefined),
  remindAt: settings.remindAt ?? defaults.remindAt,
  leadDays: settings.leadDays ?? defaults.leadDays,
  digest: settings.digest ?? defaults.digest,
  pausedUntil: settings.pausedUntil,
  quotes: settings.quotes ?? defaults.quotes,
  escalation: settings.escalation,
});

export const personOf = (records: Records, principal: Principal, person: string): Promise<StoredPerson | undefined> =>
  records.get(principal, people, person);

/** Whether it is the caller, or somebody who was named. */
export const isKnown = async (records: Records, principal: Principal, person: string): Promise<boolean> =>
  person === principal.user || (await personOf(records, principal, person)) !== undefined;

/** What to say of a name that is nobody's; `field` is where it was given. */
export const nobodyCalled = (field: string, person: string): string =>
  `${field}: nobody here is called ${person}; name them first: dossier notifications preferences set --person ${person} --name NAME`;

export const loadPreferences = async (
  { records, timezone }: Pick<NotificationParts, 'records' | 'timezone'>,
  principal: Principal,
  person: string,
): Promise<Preferences> =>
  preferencesOf(person, (await personOf(records, principal, person))?.value.settings ?? {}, timezone);

/** The day that it is for the person, "2027-03-31". */
export const todayOf = ({ timezone }: Pick<Preferences, 'timezone'>, now: number): string => dayIn(timezone, now);

export const isPaused = (preferences: Pick<Preferences, 'timezone' | 'pausedUntil'>, now: number): boolean =>
  preferences.pausedUntil !== undefined &&
  (preferences.pausedUntil === FOREVER || todayOf(preferences, now) < preferences.pausedUntil);
