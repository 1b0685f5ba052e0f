import type { NoticeItem, NoticeKind, Preferences } from '../../ports/notifications.ts';
import { shortened } from '../../text/shorten.ts';
import { daysBetween } from '../../time/days.ts';
import { distance } from '../../time/words.ts';
import { todayOf } from '../people/preferences.ts';
import { instantWords } from './days.ts';
import type { Letter, LetterItem } from './letter.ts';
import { byDay, countWords, dueWords, oneLine, sentence, subjectOf, unanswered } from './subject.ts';

export type NoticeWords = {
  readonly kind: NoticeKind;
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
    heading: headingOf(kind, items, today),
    late: lateSince === undefined ? undefined : lateWords(lateSince, preferences.timezone),
    lead: leadOf(kind, items),
    items: items.map((item) => itemOf(item, words, today)),
    code: undefined,
    closing: [],
    footer: [
      'You get this because Dossier keeps watch over deadlines for you. Change what you get: dossier notifications preferences.',
      ...(items.some(({ quote }) => quote !== undefined)
        ? ['Quotes are word for word from the document. Read on there before you act.']
        : []),
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

const headingOf = (kind: NoticeKind, items: readonly NoticeItem[], today: string): string => {
  const [first, ...others] = items;
  if (others.length > 0) return countWords(items, today);
  const days = first?.due === undefined ? 0 : daysBetween(today, first.due.date);
  const words = `${dueWords(first ?? {}, today)}${days > 1 ? `, ${distance(days)}` : ''}`;
  return kind === 'escalation' ? unanswered(words) : words;
};

const leadOf = (kind: NoticeKind, items: readonly NoticeItem[]): string[] => {
  if (kind !== 'escalation') return [];
  const what = items.length === 1 ? 'this' : 'these';
  return [`Reminders of ${what} went out and nobody marked ${what} as done. You are named as the one to be told then.`];
};

/** Also for what never went out: whoever reads it should know how much time was lost. */
const lateWords = (since: string, timezone: string): string =>
  `This should have reached you on ${instantWords(since, timezone)}.`;

export const itemOf = (
  { title, party, due, document, quote, page, obligationId }: NoticeItem,
  { link }: Pick<NoticeWords, 'link'>,
  today: string,
): LetterItem => {
  const days = due === undefined ? 0 : daysBetween(today, due.date);
  return {
    title: sentence(title),
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
