import { untilCommitted } from '../../document/until-committed.ts';
import { DossierError } from '../../errors/error.ts';
import type { Principal } from '../../identity/principal.ts';
import { toInstant } from '../../ports/clock.ts';
import { type NoticeKind, noticeKinds } from '../../ports/notifications.ts';
import { insert, update } from '../../ports/records.ts';
import { channelsOf, DEFAULT_ROUTE } from '../channels/routes.ts';
import type { NotificationParts } from '../parts.ts';
import { personFor } from './access.ts';
import { isKnown, nobodyCalled, personOf, preferencesOf, todayOf } from './preferences.ts';
import { FOREVER, type PersonRecord, people, type Settings, type WantedChannels } from './records.ts';

/** What is to be set; what is absent stays as it is, null goes back to the default. */
export type PreferenceChange = {
  readonly name?: string | undefined;
  readonly timezone?: string | null | undefined;
  readonly quietHours?: { readonly from: string; readonly to: string } | 'none' | null | undefined;
  readonly remindAt?: string | null | undefined;
  readonly leadDays?: readonly number[] | undefined;
  readonly digest?: 'single' | 'daily' | undefined;
  readonly pausedUntil?: string | null | undefined;
  readonly quotes?: boolean | undefined;
  readonly escalateTo?: string | null | undefined;
  /** Days; where nobody is named yet, only together with somebody. */
  readonly escalateAfter?: number | undefined;
  /** KIND=all, KIND=none or KIND=ID,ID each. */
  readonly channels: readonly string[];
  /** Everything goes back to the defaults first. */
  readonly reset: boolean;
};

/** All of it is set, or nothing where anything is wrong: `invalid_input` with every problem. */
export const changePreferences = (
  parts: NotificationParts,
  principal: Principal,
  asked: string | undefined,
  change: PreferenceChange,
): Promise<string> => {
  const person = personFor(principal, asked);
  return untilCommitted(async () => {
    const stored = await personOf(parts.records, principal, person);
    if (stored === undefined && person !== principal.user && change.name === undefined) {
      throw new DossierError('not_found', { what: 'person', id: person });
    }
    const settings = applied(change.reset ? {} : (stored?.value.settings ?? {}), change);
    const problems = [
      ...(change.escalateAfter !== undefined && settings.escalation === undefined
        ? ['escalate_after: nobody is named to be told; add escalate_to']
        : []),
      ...(await escalationProblems(parts, principal, person, settings)),
      ...pauseProblems(parts, settings, change),
    ];
    const owned = change.channels.length === 0 ? [] : await channelsOf(parts, principal, person);
    const wanted = readChannels(change.channels, new Set([DEFAULT_ROUTE, ...owned.map(({ id }) => id)]));
    problems.push(...wanted.problems);
    if (problems.length > 0) throw new DossierError('invalid_input', { problems });
    const value: PersonRecord = {
      name: change.name ?? stored?.value.name ?? null,
      settings:
        Object.keys(wanted.channels).length === 0
          ? settings
          : { ...settings, channels: { ...settings.channels, ...wanted.channels } },
      createdBy: stored?.value.createdBy ?? principal.user,
      updatedAt: toInstant(parts.clock.now()),
      updatedBy: principal.user,
    };
    await parts.replan(principal);
    const write = stored === undefined ? insert(people, person, value) : update(people, stored, value);
    await parts.records.commit(principal, { writes: [write] });
    return person;
  });
};

const applied = (before: Settings, change: PreferenceChange): Settings => {
  const next: Record<string, unknown> = { ...before };
  const set = (name: keyof Settings, value: unknown): void => {
    if (value === undefined) return;
    if (value === null) delete next[name];
    else next[name] = value;
  };
  set('timezone', change.timezone);
  set('remindAt', change.remindAt);
  set('leadDays', change.leadDays);
  set('digest', change.digest);
  set('pausedUntil', change.pausedUntil);
  set('quotes', change.quotes);
  set('escalation', escalationOf(before, change));
  if (change.quietHours === 'none') next['quietHours'] = null;
  else set('quietHours', change.quietHours);
  return next as Settings;
};

/** Days overdue after which somebody else is told, where only the person is named. */
const ESCALATE_AFTER = 3;

const escalationOf = (
  { escalation }: Settings,
  { escalateTo, escalateAfter }: PreferenceChange,
): Settings['escalation'] | null => {
  if (escalateTo === null) return null;
  const person = escalateTo ?? escalation?.person;
  if (person === undefined || (escalateTo === undefined && escalateAfter === undefined)) return undefined;
  return { person, afterDays: escalateAfter ?? escalation?.afterDays ?? ESCALATE_AFTER };
};

const escalationProblems = async (
  { records }: NotificationParts,
  principal: Principal,
  person: string,
  { escalation }: Settings,
): Promise<string[]> => {
  if (escalation === undefined) return [];
  if (escalation.person === person) return ['escalate_to: it cannot be the person themselves'];
  if (await isKnown(records, principal, escalation.person)) return [];
  return [nobodyCalled('escalate_to', escalation.person)];
};

const pauseProblems = (
  { clock, timezone }: NotificationParts,
  settings: Settings,
  { pausedUntil }: PreferenceChange,
): string[] => {
  if (typeof pausedUntil !== 'string' || pausedUntil === FOREVER) return [];
  const today = todayOf(preferencesOf('', settings, timezone), clock.now());
  return pausedUntil > today ? [] : ['paused_until: that day is not in the future'];
};

const readChannels = (
  given: readonly string[],
  known: ReadonlySet<string>,
): { channels: Partial<Record<NoticeKind, WantedChannels>>; problems: string[] } => {
  const channels: Partial<Record<NoticeKind, WantedChannels>> = {};
  const problems: string[] = [];
  for (const each of given) {
    const [, name, words = ''] = /^([a-z]+)=(.*)$/s.exec(each) ?? [];
    const kind = noticeKinds.find((one) => one === name);
    if (kind === undefined) {
      problems.push(`channels: expected KIND=all, KIND=none or KIND=ID,ID with KIND one of ${noticeKinds.join(', ')}`);
      continue;
    }
    const ids = words === 'none' ? [] : words.split(',').map((id) => id.trim());
    if (words === 'all') channels[kind] = 'all';
    else if (ids.every((id) => known.has(id))) channels[kind] = [...new Set(ids)];
    else
      problems.push(`channels: ${kind} names a channel that is not there; dossier notifications channels lists them`);
  }
  return { channels, problems };
};
