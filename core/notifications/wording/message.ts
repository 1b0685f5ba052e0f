import { toInstant } from '../../ports/clock.ts';
import type { NoticeKind } from '../../ports/notifications.ts';
import type { Message } from '../../ports/notifier.ts';
import { shortened } from '../../text/shorten.ts';
import type { DeliveryContext } from '../delivery/context.ts';
import type { NotificationParts } from '../parts.ts';
import { isService } from '../plan.ts';
import type { NoticeRecord } from '../records.ts';
import { unsubscribeUrl } from '../unsubscribe/token.ts';
import { letterHtml } from './html.ts';
import type { Letter } from './letter.ts';
import { linkTo, noticeLetter } from './notice.ts';
import { wordLetter } from './service.ts';
import { oneLine } from './subject.ts';
import { letterText } from './text.ts';

/** What has waited longer than this comes late, whoever held it up, milliseconds. */
const LATE = 3_600_000;
const LONGEST_BRIEF = 240;

/** The message of a delivery as its reader's preferences are at this moment. */
export const composeMessage = (
  { clock, link, publicUrl }: Pick<NotificationParts, 'clock' | 'link' | 'publicUrl'>,
  { principal, delivery, notice, preferences, channel }: DeliveryContext,
): Message => {
  if (notice === undefined) throw new Error('there is nothing to say');
  const { kind, title, items, subject, lateSince, createdAt } = notice.value;
  const now = clock.now();
  const leave =
    channel === undefined || publicUrl === undefined ? undefined : unsubscribeUrl(publicUrl, principal, channel);
  if (isService(kind)) {
    const about = subject ?? { channel: '', name: title, reason: '' };
    const word = kind === 'channel-off' ? kind : 'undelivered';
    const letter = wordLetter({ kind: word, subject: about, items, preferences, now, link });
    return messageOf(delivery.id, letter, dataOf(notice.value));
  }
  const late = lateSince ?? (now - Date.parse(createdAt) > LATE ? createdAt : null);
  const letter = noticeLetter({
    kind: kind as NoticeKind,
    items,
    lateSince: late ?? undefined,
    preferences,
    now,
    link,
    unsubscribeUrl: leave,
  });
  const [only, ...others] = items;
  const url =
    only === undefined || others.length > 0 || link === undefined
      ? undefined
      : linkTo(link, only.document.id, only.obligationId);
  return {
    ...messageOf(delivery.id, letter, dataOf(notice.value, late)),
    ...(url === undefined ? {} : { url }),
    ...(leave === undefined ? {} : { unsubscribeUrl: leave }),
  };
};

export const messageOf = (key: string, letter: Letter, data: Message['data']): Message => ({
  key,
  title: oneLine(letter.subject),
  text: letterText(letter),
  html: letterHtml(letter),
  brief: briefOf(letter),
  data,
});

/** What is due, by when, where: for a lock screen. */
const briefOf = ({ late, lead, items, code }: Letter): string => {
  const [first, ...others] = items;
  if (code !== undefined) return `Your code: ${code}`;
  if (first === undefined) return shortened(lead.join(' '), LONGEST_BRIEF);
  const due =
    first.due === undefined ? [] : [`${first.due.words}, ${first.due.overdue ? 'overdue, ' : ''}${first.due.distance}`];
  const more = others.length === 0 ? [] : [`and ${others.length} more`];
  const words = [first.title, ...due, first.place, ...more].join('. ');
  return shortened(`${late === undefined ? '' : 'Late. '}${words}`, LONGEST_BRIEF);
};

/** Ids, days and kinds. */
const dataOf = ({ kind, key, items }: NoticeRecord, late: string | null = null): Message['data'] => ({
  kind,
  notice: key,
  late_since: late === null ? null : toInstant(Date.parse(late)),
  items: items.map(({ obligationId, document, due, page }) => ({
    obligation_id: obligationId ?? null,
    document_id: document.id,
    due: due?.date ?? null,
    page: page ?? null,
  })),
});
