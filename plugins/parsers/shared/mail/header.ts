import type { ParseWarning } from '../../../../core/document/parsed.ts';
import { formatAddresses, type Mailbox, parseAddresses } from './addresses.ts';
import { formatDate } from './date.ts';
import { type Field, fieldText, rawText } from './fields.ts';
import type { HeaderLine } from './message.ts';
import { decodeWords } from './words.ts';

export type MailHeader = {
  readonly subject: string;
  readonly lines: readonly HeaderLine[];
  readonly warnings: readonly ParseWarning[];
};

/** Fields that a message has once; where it has more, programs show different ones. */
const ONCE = ['from', 'date', 'subject'];
const RESENT: readonly (readonly [string, string])[] = [
  ['resent-from', 'Resent-From'],
  ['resent-to', 'Resent-To'],
];

/** The header as a mail program shows it, in the same order for every message. */
export const readHeader = (fields: readonly Field[], charset: string | undefined): MailHeader => {
  const all = (name: string): string[] => fields.filter((field) => field.name === name).map(({ value }) => value);
  const parse = (value: string) => parseAddresses(rawText(value, charset), decodeWords);
  const addresses = (name: string): string =>
    all(name)
      .map((value) => formatAddresses(parse(value)))
      .filter(Boolean)
      .join(', ');
  const mailboxes = (name: string): readonly Mailbox[] =>
    parse(all(name)[0] ?? '').flatMap((recipient) => recipient.mailboxes);
  const [from = ''] = all('from').map((value) => formatAddresses(parse(value)));
  const subject = fieldText(all('subject')[0] ?? '', charset);
  const date = all('date')[0];
  const resent = all('resent-date')[0];
  const lines: HeaderLine[] = [
    { label: 'From', value: from },
    { label: 'Sender', value: others(mailboxes('sender'), mailboxes('from')) ? addresses('sender') : '' },
    { label: 'Reply-To', value: others(mailboxes('reply-to'), mailboxes('from')) ? addresses('reply-to') : '' },
    { label: 'To', value: addresses('to') },
    { label: 'Cc', value: addresses('cc') },
    { label: 'Bcc', value: addresses('bcc') },
    { label: 'Date', value: date === undefined ? '' : formatDate(fieldText(date, charset)) },
    ...RESENT.map(([name, label]) => ({ label, value: addresses(name) })),
    { label: 'Resent-Date', value: resent === undefined ? '' : formatDate(fieldText(resent, charset)) },
    { label: 'Subject', value: subject },
  ];
  const repeated = ONCE.filter((name) => new Set(all(name).map((value) => value.trim())).size > 1);
  return {
    subject,
    lines: lines.filter(({ value }) => value !== ''),
    warnings: repeated.map((name) => ({
      code: 'repeated-header',
      message: `The message has more than one ${label(name)} field; the first is shown.`,
    })),
  };
};

const label = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Whether the first list names an address that the second does not. */
const others = (first: readonly Mailbox[], second: readonly Mailbox[]): boolean => {
  const known = new Set(second.map(({ address }) => address.toLowerCase()));
  return first.some(({ address }) => address !== '' && !known.has(address.toLowerCase()));
};
