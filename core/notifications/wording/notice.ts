import type { NoticeItem, NoticeKind, Preferences } from '../../ports/notifications.ts';
import { todayOf } from '../people/preferences.ts';
import { daysUntil, distance, instantWords, shortDay } from './days.ts';
import type { Letter, LetterItem } from './letter.ts';
import { oneLine, shortened, subjectOf } from './subject.ts';

export type NoticeWords = {
  readonly kind: NoticeKind;
  /** As the sender put it; used where document text may go out. */
  readonly title: string;
  readonly items: readonly NoticeItem[];
  /** RFC 3339, where it comes late. */
  readonly lateSince: string | undefined;
  readonly preferences: Preferences;
  readonly now: number;
  /** With {document_id} and {obligation_id}. */
  readonly link: string | undefined;
  readonly unsubscribeUrl: string | undefined;
};

/** Longest quote in a message. The whole stands in the document. */
const LONGEST_QUOTE = 600;

/** What an agent notifies of, as a letter. The one place where it is decided which words of a document go out. */
export const noticeLetter = (words: NoticeWords): Letter => {
  const { kind, lateSince, preferences, now, unsubscribeUrl } = words;
  const today = todayOf(preferences, now);
  const items = words.items.map((item) => allowed(item, preferences)).toSorted(byDay);
  return {
    subject: `${lateSince === undefined ? '' : 'Late: '}${subjectOf(kind, items, today)}`,
    heading: headingOf(kind, items, words, today),
    late: lateSince === undefined ? undefined : lateWords(lateSince, preferences.timezone),
    lead: leadOf(kind, items),
    items: items.map((item) => itemOf(item, words, today)),
    code: undefined,
    closing: [],
    footer: [
      'You get this because Dossier keeps watch over deadlines for you. Every quote is word for word from the document; check it there before you act.',
    ],
    unsubscribeUrl,
  };
};

/** The item without whatever its reader's preferences keep inside. */
export const allowed = (item: NoticeItem, { quotes }: Pick<Preferences, 'quotes'>): NoticeItem => {
  if (quotes) return item;
  const { title: _title, party: _party, quote: _quote, label = 'A deadline', ...rest } = item;
  return { ...rest, title: label };
};

const byDay = (a: NoticeItem, b: NoticeItem): number => {
  const [left, right] = [a.due?.date ?? '9999', b.due?.date ?? '9999'];
  return left < right ? -1 : left > right ? 1 : 0;
};

const headingOf = (
  kind: NoticeKind,
  items: readonly NoticeItem[],
  { title, preferences }: NoticeWords,
  today: string,
): string => {
  const [first, ...others] = items;
  if (others.length > 0) return preferences.quotes ? oneLine(title) : `${items.length} deadlines`;
  if (first?.due === undefined) return 'A deadline without a day';
  const days = daysUntil(first.due.date, today);
  const day = shortDay(first.due.date, today);
  const words = days < 0 ? `Overdue since ${day}` : days === 0 ? `Due today, ${day}` : `Due ${day}, ${distance(days)}`;
  return kind === 'escalation' ? `Nobody has reacted: ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
};

const leadOf = (kind: NoticeKind, items: readonly NoticeItem[]): string[] => {
  if (kind !== 'escalation') return [];
  const what = items.length === 1 ? 'this' : 'these';
  return [`Reminders of ${what} went out and nobody marked ${what} as done. You are named as the one to be told then.`];
};

/** Also for what never went out: whoever reads it should know how much time was lost. */
export const lateWords = (since: string, timezone: string): string =>
  `This should have reached you on ${instantWords(since, timezone)}.`;

export const itemOf = (
  { title, party, due, document, quote, page, obligationId }: NoticeItem,
  { link }: Pick<NoticeWords, 'link'>,
  today: string,
): LetterItem => {
  const days = due === undefined ? 0 : daysUntil(due.date, today);
  return {
    title: oneLine(title),
    party: party === undefined ? undefined : oneLine(party),
    due: due === undefined ? undefined : { words: oneLine(due.words), distance: distance(days), overdue: days < 0 },
    place: `${oneLine(document.name)}${page === undefined ? '' : `, page ${page}`}`,
    quote: quote === undefined ? undefined : shortened(oneLine(quote), LONGEST_QUOTE),
    url: link === undefined ? undefined : linkTo(link, document.id, obligationId),
  };
};

/** A link that asks for an obligation leads nowhere without one. */
export const linkTo = (template: string, documentId: string, obligationId: string | undefined): string | undefined =>
  template.includes('{obligation_id}') && obligationId === undefined
    ? undefined
    : template
        .replaceAll('{document_id}', encodeURIComponent(documentId))
        .replaceAll('{obligation_id}', encodeURIComponent(obligationId ?? ''));
