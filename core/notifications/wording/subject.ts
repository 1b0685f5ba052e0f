import type { NoticeItem, NoticeKind } from '../../ports/notifications.ts';
import { daysUntil, shortDay } from './days.ts';

/** Longest title in a subject line; mail clients show about seventy characters of the whole. */
const LONGEST_TITLE = 80;

/** One line: line ends would end a header, and marks that turn the direction of writing would make it say something else. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** At most so many characters, whole words where there are some, and never half a character. */
export const shortened = (text: string, most: number): string => {
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, '')}…`;
};

/** "Office lease" for "Office lease.pdf". */
export const withoutExtension = (name: string): string => name.replace(/(?<=.)\.[A-Za-z0-9]{1,5}$/, '');

type Shown = Pick<NoticeItem, 'title' | 'due' | 'document'>;

/** "Due Friday 26 March: Give notice of non-renewal: Office lease". */
export const subjectOf = (kind: NoticeKind, items: readonly Shown[], today: string): string => {
  const sorted = items.toSorted((a, b) => ((a.due?.date ?? '9') < (b.due?.date ?? '9') ? -1 : 1));
  const first = sorted[0];
  if (first === undefined) return 'Nothing is due';
  const title = shortened(oneLine(first.title), LONGEST_TITLE);
  const place = shortened(oneLine(withoutExtension(first.document.name)), 40);
  const words =
    sorted.length === 1
      ? `${dueWords(first, today)}: ${title}: ${place}`
      : `${countWords(sorted, today)}: ${dueWords(first, today, true)}, ${title}: ${place}`;
  return kind === 'escalation' ? `Nobody has reacted: ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
};

const dueWords = ({ due }: Shown, today: string, first = false): string => {
  if (due === undefined) return first ? 'first' : 'Reminder';
  const days = daysUntil(due.date, today);
  const day = shortDay(due.date, today);
  if (first) return days < 0 ? `the oldest since ${day}` : days === 0 ? 'the first today' : `the first on ${day}`;
  if (days < 0) return `Overdue since ${day}`;
  return days === 0 ? `Due today, ${day}` : days === 1 ? `Due tomorrow, ${day}` : `Due ${day}`;
};

const countWords = (items: readonly Shown[], today: string): string => {
  const overdue = items.filter(({ due }) => due !== undefined && daysUntil(due.date, today) < 0).length;
  const all = `${items.length} deadlines`;
  if (overdue === 0) return all;
  return overdue === items.length ? `${all} overdue` : `${all}, ${overdue} overdue`;
};
