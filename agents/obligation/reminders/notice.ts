import { createHash } from 'node:crypto';
import type { Notice, NoticeItem } from '../../../core/ports/notifications.ts';
import type { Stored } from '../../../core/ports/records.ts';
import { dayWords } from '../../../core/time/words.ts';
import type { Due } from '../model/due.ts';
import type { Reminder } from './records.ts';

/** A reminder with what it is about. */
export type Told = { readonly reminder: Stored<Reminder>; readonly due: Due };

/** One reminder goes out under its own key; several together under one that is made of theirs, so that a second try is the same notice. */
export const noticeKeyOf = (ids: readonly string[]): string => {
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) return `reminder:${only}`;
  return `reminders:${createHash('sha256').update(JSON.stringify(ids.toSorted())).digest('hex').slice(0, 32)}`;
};

export const noticeOf = (key: string, person: string, told: readonly Told[]): Notice => {
  const late = told.filter(({ reminder }) => reminder.value.late).map(({ reminder }) => reminder.value.dueAt);
  return {
    key,
    kind: kindOf(told),
    person,
    title: told.length === 1 ? (told[0]?.due.title ?? '') : `${told.length} deadlines`,
    items: told.map(({ due }) => itemOf(due)),
    ...(late.length === told.length && late[0] !== undefined ? { lateSince: late.toSorted()[0] } : {}),
  };
};

const kindOf = (told: readonly Told[]): Notice['kind'] => {
  const kinds = new Set(told.map(({ reminder }) => reminder.value.kind));
  if (kinds.has('escalation')) return 'escalation';
  if (told.length > 1) return 'digest';
  return kinds.has('overdue') ? 'overdue' : 'reminder';
};

const itemOf = (due: Due): NoticeItem => ({
  title: due.title,
  label: due.label,
  party: due.party,
  due: { date: due.date, words: dueWords(due) },
  obligationId: due.obligationId,
  // The one that is quoted: there the words can be checked.
  document: due.quotedIn,
  quote: due.quote,
  page: due.page,
});

/** "Friday 26 March 2027, 17:00 (Europe/Berlin)". */
export const dueWords = ({ date, time, timezone }: Pick<Due, 'date' | 'time' | 'timezone'>): string =>
  `${dayWords(date)}${time === undefined ? '' : `, ${time}`} (${timezone})`;
