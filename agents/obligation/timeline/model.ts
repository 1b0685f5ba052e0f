import { shortened } from '../../../core/text/shorten.ts';
import { daysBetween } from '../../../core/time/days.ts';
import { distance } from '../../../core/time/words.ts';
import type { Due } from '../model/due.ts';

/** One day on which something falls due, as the timeline shows it. */
export type TimelineEntry = Pick<
  Due,
  'obligationId' | 'title' | 'party' | 'document' | 'date' | 'time' | 'timezone' | 'quote' | 'quotedIn' | 'page'
> & {
  /** Whether a person confirmed it, or it was only read. */
  readonly standing: 'confirmed' | 'proposed';
};

/** An entry with how often it falls due in its month: what comes back every day or week is one line, on its first day. */
export type Shown = TimelineEntry & { readonly times: number };

export const MONTHS = 12;

export type Month = {
  /** "2027-03". */
  readonly key: string;
  /** "Mar", with the year in the first month and in January: "Jan 2028". */
  readonly label: string;
  /** "March 2027". */
  readonly name: string;
  readonly entries: readonly Shown[];
};

export type Row = {
  readonly document: Due['document'];
  /** One list for each month. */
  readonly cells: readonly (readonly Shown[])[];
};

export type Timeline = {
  /** The day that it is, ISO 8601. */
  readonly today: string;
  /** Names of documents that took too long to read: what they say now is not among it. */
  readonly unread: readonly string[];
  readonly overdue: readonly Shown[];
  readonly months: readonly Month[];
  readonly rows: readonly Row[];
  /** Who has something to do, whoever has most of it first. */
  readonly parties: readonly { readonly name: string; readonly count: number }[];
  readonly confirmed: number;
  readonly proposed: number;
};

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
const shortName = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** The months that a timeline shows, from the one that it is. */
const monthsFrom = (today: string): readonly Pick<Month, 'key' | 'label' | 'name'>[] =>
  Array.from({ length: MONTHS }, (_, index) => {
    const first = Temporal.PlainDate.from(today).with({ day: 1 }).add({ months: index });
    const date = new Date(`${first.toString()}T00:00Z`);
    const year = index === 0 || first.month === 1 ? ` ${first.year}` : '';
    return {
      key: first.toPlainYearMonth().toString(),
      label: `${shortName.format(date)}${year}`,
      name: `${monthName.format(date)} ${first.year}`,
    };
  });

/** What lies in the next twelve months, and what should have been done before today. */
export const timelineOf = (
  entries: readonly TimelineEntry[],
  today: string,
  unread: readonly string[] = [],
): Timeline => {
  const sorted = entries.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const coming = sorted.filter(({ date }) => date >= today);
  const overdue = once(sorted.filter(({ date, standing }) => date < today && standing === 'confirmed'));
  const months = monthsFrom(today).map((month) => ({
    ...month,
    entries: once(coming.filter(({ date }) => date.startsWith(month.key))),
  }));
  const shown = months.flatMap((month) => month.entries);
  const documents = new Map([...overdue, ...shown].map(({ document }) => [document.id, document]));
  const counts = new Map<string, number>();
  for (const { party } of [...overdue, ...shown]) counts.set(party, (counts.get(party) ?? 0) + 1);
  return {
    today,
    unread,
    overdue,
    months,
    rows: [...documents.values()]
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
      .map((document) => ({
        document,
        cells: months.map((month) => month.entries.filter((entry) => entry.document.id === document.id)),
      })),
    parties: [...counts]
      .map(([name, count]) => ({ name, count }))
      .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en')),
    confirmed: [...overdue, ...shown].filter(({ standing }) => standing === 'confirmed').length,
    proposed: shown.filter(({ standing }) => standing === 'proposed').length,
  };
};

/** Sorted entries, each obligation once. */
const once = (entries: readonly TimelineEntry[]): readonly Shown[] =>
  [...Map.groupBy(entries, ({ obligationId }) => obligationId).values()].flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : [{ ...first, times: own.length }];
  });

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** "Wed 31 Mar", and the hour where there is one. */
export const dayText = ({ date, time, timezone }: TimelineEntry): string =>
  `${dayFormat.format(new Date(`${date}T00:00Z`)).replace(',', '')}${time === undefined ? '' : ` ${time} (${timezone})`}`;

/** "today", "in 12 days", "3 days ago". */
export const distanceText = (date: string, today: string): string => distance(daysBetween(today, date));

/** Longest title in the timeline, characters; the quote has the rest. */
const LONGEST_TITLE = 110;

export const titleText = (title: string): string => shortened(title, LONGEST_TITLE);

/** ", 31 times this month". */
export const timesText = ({ times }: Shown): string => (times === 1 ? '' : `${times} times`);

export const summaryText = ({ overdue, confirmed, proposed, months, unread }: Timeline): string => {
  const soon = months.slice(0, 2).reduce((sum, { entries }) => sum + entries.length, 0);
  const parts = [
    `${confirmed} confirmed`,
    ...(proposed > 0 ? [`${proposed} that nobody has confirmed yet`] : []),
    ...(overdue.length > 0 ? [`${overdue.length} overdue`] : []),
  ];
  const [first, second] = months;
  const missing = unread.map((name) => ` What ${name} says now is not among it: reading it took too long.`).join('');
  return `${parts.join(', ')}; ${soon} in ${first?.name} and ${second?.name}.${missing}`;
};
