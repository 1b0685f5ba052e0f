import type { TextStyle } from '../../../core/capability/capability.ts';
import { wrap } from '../../../core/text/wrap.ts';
import type { MessageView, ReminderView, Why } from './view.ts';

/** "Tuesday, 1 December 2026, 09:00". */
export const timeIn = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone })
    .format(new Date(instant))
    .replace(' at ', ', ');

const wordsOf: Readonly<Record<ReminderView['state'], string>> = {
  planned: 'planned',
  handing: 'going out',
  sent: 'sent',
  cancelled: 'cancelled',
  skipped: 'not sent',
};

export const listText = (reminders: readonly ReminderView[], style: TextStyle): string =>
  reminders.length === 0
    ? 'No reminders. They follow from confirmed obligations that have a day: dossier obligations'
    : reminders.map((each) => reminderText(each, style)).join('\n');

const reminderText = (each: ReminderView, style: TextStyle): string => {
  const about = each.title ?? each.obligation_id;
  const line = `${each.at.slice(0, 16).replace('T', ' ')}Z  ${wordsOf[each.state]}${each.late ? ', late' : ''}  ${each.slot}, to ${each.person}: ${about}, due ${each.due}`;
  const where = [each.document_name, each.reason].filter((part) => part !== null).join('; ');
  return [wrap(line, style.width), ...(where === '' ? [] : [style.dim(wrap(where, style.width, '    '))])].join('\n');
};

export const previewText = (messages: readonly MessageView[], style: TextStyle): string =>
  messages.length === 0
    ? 'Nothing would go out in this time.'
    : messages.map((message) => messageText(message, style)).join('\n\n');

const messageText = ({ at, timezone, person, kind, items }: MessageView, style: TextStyle): string =>
  [
    style.bold(`${timeIn(at, timezone)} (${timezone}) to ${person}${kind === 'reminder' ? '' : `: ${kind}`}`),
    ...items.map((item) =>
      wrap(`${item.due_words}: ${item.title} (${item.party}), ${item.document_name} [${item.slot}]`, style.width, '  '),
    ),
  ].join('\n');

/** Planned ones that are told of one by one; what recurs has them planned for a year. */
const MOST_PLANNED = 5;

export const whyText = ({ explanation, reminders }: Why, style: TextStyle): string => {
  const planned = reminders.filter(({ state }) => state === 'planned');
  const further = planned.slice(MOST_PLANNED);
  const last = further.at(-1);
  return [
    wrap(explanation, style.width),
    ...reminders.filter((each) => !further.includes(each)).flatMap((each) => whyLines(each, style)),
    ...(last === undefined
      ? []
      : [style.dim(`Planned beyond these: ${further.length}, the last on ${last.at.slice(0, 10)}.`)]),
  ].join('\n');
};

const whyLines = (each: Why['reminders'][number], style: TextStyle): readonly string[] => [
  reminderText(each, style),
  ...each.deliveries.map(({ channel, address, state, reason, sent_at }) =>
    style.dim(
      `      ${channel} ${address}: ${state}${sent_at === null ? '' : ` ${sent_at}`}${reason === null ? '' : ` (${reason})`}`,
    ),
  ),
];
