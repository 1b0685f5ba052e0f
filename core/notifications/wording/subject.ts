import type { NoticeItem, NoticeKind } from '../../ports/notifications.ts';
import { shortened } from '../../text/shorten.ts';
import { daysBetween } from '../../time/days.ts';
import { shortDay } from './days.ts';

/** Longest title in a subject line; mail clients show about seventy characters of the whole. */
const LONGEST_TITLE = 80;

/** One line: line ends would end a header, and marks that turn the direction of writing would make it say something else. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** What is to be done, as the beginning of a line: documents have it in the middle of a sentence. */
export const sentence = (text: string): string => {
  const line = oneLine(text);
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
};

/** "Office lease" for "Office lease.pdf". */
const withoutExtension = (name: string): string => name.replace(/(?<=.)\.[A-Za-z0-9]{1,5}$/, '');

type Shown = Pick<NoticeItem, 'title' | 'due' | 'document'>;

/** "Due Friday 26 March: Give notice of non-renewal: Office lease", or how many there are and the first of them. */
export const subjectOf = (kind: NoticeKind, items: readonly Shown[], today: string): string => {
  const [first, ...others] = items.toSorted(byDay);
  if (first === undefined) return 'Nothing is due';
  const title = shortened(sentence(first.title), LONGEST_TITLE);
  const place = shortened(oneLine(withoutExtension(first.document.name)), 40);
  const day = first.due === undefined ? '' : ` (${shortDay(first.due.date, today)})`;
  const words =
    others.length === 0
      ? `${dueWords(first, today)}: ${title}: ${place}`
      : `${countWords(items, today)}: ${title}${day} and ${others.length} more`;
  return kind === 'escalation' ? unanswered(words) : words;
};

/** For the one who is told when nobody else has done anything. */
export const unanswered = (words: string): string =>
  `Nobody has reacted: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;

export const byDay = (a: Shown, b: Shown): number => {
  const [left, right] = [a.due?.date ?? '9999', b.due?.date ?? '9999'];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** "Due Friday 26 March", as of today. */
export const dueWords = ({ due }: Pick<Shown, 'due'>, today: string): string => {
  if (due === undefined) return 'Without a day';
  const days = daysBetween(today, due.date);
  const day = shortDay(due.date, today);
  if (days < 0) return `Overdue since ${day}`;
  return days === 0 ? `Due today, ${day}` : days === 1 ? `Due tomorrow, ${day}` : `Due ${day}`;
};

/** "5 deadlines, 2 overdue". */
export const countWords = (items: readonly Pick<Shown, 'due'>[], today: string): string => {
  const overdue = items.filter(({ due }) => due !== undefined && daysBetween(today, due.date) < 0).length;
  const all = `${items.length} deadlines`;
  if (overdue === 0) return all;
  return overdue === items.length ? `${all} overdue` : `${all}, ${overdue} overdue`;
};
