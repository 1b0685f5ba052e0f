import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventBusyStatus } from 'ical-generator';
import type { Due } from '../model/due.ts';
import { dueWords } from '../reminders/notice.ts';

/** A due day with what its calendar entry needs to know of the person. */
export type Entry = {
  readonly due: Due;
  /** Days before the day on which to alarm; 0 is the day itself. */
  readonly leadDays: readonly number[];
  /** Local time of the alarms of whole days: "09:00". */
  readonly remindAt: string;
};

/** Minutes that a deadline with an hour takes up before that hour, so that it can be seen. */
const SHOWN_MINUTES = 30;

/**
 * RFC 5545. A UID names the occurrence and stays the same whatever it is moved to; SEQUENCE rises with each change of the
 * day, so that whoever imports or subscribes again gets updates and no second entry. The same dues make the same bytes.
 */
export const calendarOf = (name: string, entries: readonly Entry[]): string => {
  const calendar = ical({
    name,
    prodId: { company: 'Dossier', product: 'Deadlines', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const { due, leadDays, remindAt } of entries) {
    const changed = new Date(due.since);
    const event = calendar.createEvent({
      id: `${due.obligationId}-${due.occurrence}@dossier`,
      sequence: Math.max(0, Math.floor((changed.getTime() - EPOCH) / 60_000)),
      stamp: changed,
      lastModified: changed,
      ...timeOf(due),
      summary: plain(`${due.title} (${due.party})`),
      description: plain(
        [
          `Last day: ${dueWords(due)}`,
          `${due.quotedIn.name}, page ${due.page}`,
          due.quote === '' ? '' : `“${due.quote}”`,
        ]
          .filter(Boolean)
          .join('\n'),
      ),
      busystatus: ICalEventBusyStatus.FREE,
      categories: [{ name: plain(due.document.name) }],
    });
    for (const days of [...new Set(leadDays)].toSorted((a, b) => b - a)) {
      event.createAlarm({
        type: ICalAlarmType.display,
        ...triggerOf(due, days, remindAt),
        description: plain(due.title),
      });
    }
  }
  return calendar.toString();
};

/** From when SEQUENCE counts: it has to fit 31 bits. */
const EPOCH = Date.UTC(2020, 0, 1);

const timeOf = ({ date, time, timezone }: Due): { start: Date; end?: Date; allDay: boolean } => {
  const day = Temporal.PlainDate.from(date);
  if (time === undefined) return { start: new Date(`${date}T00:00Z`), allDay: true };
  const end = day.toZonedDateTime({ timeZone: timezone, plainTime: time });
  return {
    start: new Date(end.subtract({ minutes: SHOWN_MINUTES }).epochMilliseconds),
    end: new Date(end.epochMilliseconds),
    allDay: false,
  };
};

/** Seconds before the start (a whole day starts at midnight), or after it. */
const triggerOf = ({ time }: Due, days: number, remindAt: string): { trigger: number } | { triggerAfter: number } => {
  if (time !== undefined) return { trigger: days === 0 ? 2 * 3600 : days * 86_400 };
  const [hours = 0, minutes = 0] = remindAt.split(':').map(Number);
  const before = days * 86_400 - (hours * 3600 + minutes * 60);
  return before >= 0 ? { trigger: before } : { triggerAfter: -before };
};

/** Control characters are no text of RFC 5545, and marks that turn the direction of writing would make it say something else. */
const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|[\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .trim();
