import { formatMailbox, type Mailbox } from '../addresses.ts';
import { formatInstant } from '../date.ts';
import { parseFields } from '../fields.ts';
import { type MailHeader, readHeader } from '../header.ts';
import type { HeaderLine } from '../message.ts';
import { itemDetails } from './details.ts';
import type { MapiItem } from './item.ts';
import { id, type Properties } from './properties.ts';

const ORDER = ['From', 'Sender', 'Reply-To', 'To', 'Cc', 'Bcc', 'Date'];

/**
 * The header of an item of Outlook's: who and when from the header that it travelled with, which knows the sender's
 * own time, else from its properties; recipients from its table of recipients, which knows those of Bcc.
 */
export const mapiHeader = ({ properties, recipients }: MapiItem): MailHeader => {
  const { text, time } = properties;
  const travelled = readTransportHeaders(text(id.transportHeaders));
  const subject = text(id.subject) || `${text(id.subjectPrefix)}${text(id.normalizedSubject)}` || travelled.subject;
  const sent = time(id.submitTime) ?? time(id.deliveryTime);
  const representing = mailbox(properties, id.representingName, [
    [id.representingSmtpAddress, undefined],
    [id.representingAddress, id.representingAddressType],
  ]);
  const sender = mailbox(properties, id.senderName, [
    [id.senderSmtpAddress, undefined],
    [id.senderAddress, id.senderAddressType],
  ]);
  const from = isNobody(representing) ? sender : representing;
  const own: Record<string, string> = {
    From: formatMailbox(from),
    Sender: formatMailbox(sender) === formatMailbox(from) || sameAddress(sender, from) ? '' : formatMailbox(sender),
    To: recipientsOf(recipients, 1) || text(id.displayTo),
    Cc: recipientsOf(recipients, 2) || text(id.displayCc),
    Bcc: recipientsOf(recipients, 3) || text(id.displayBcc),
    Date: sent === undefined ? '' : formatInstant(sent),
  };
  const value = (label: string): string => {
    const other = travelled.lines.find((line) => line.label === label)?.value ?? '';
    const recipient = label === 'To' || label === 'Cc' || label === 'Bcc';
    // Of a sender inside an organization the properties may know no address.
    return recipient ? own[label] || other : other || (own[label] ?? '');
  };
  const shown = ORDER.map((label): HeaderLine => ({ label, value: value(label).trim() }));
  return {
    subject: subject.replace(/\s+/g, ' ').trim(),
    lines: [
      ...shown,
      { label: 'Subject', value: subject.replace(/\s+/g, ' ').trim() },
      ...itemDetails(properties),
    ].filter((line) => line.value !== ''),
    warnings: travelled.warnings,
  };
};

/** The fields begin after a line "Microsoft Mail Internet Headers Version 2.0" where Exchange wrote them. */
const readTransportHeaders = (headers: string): MailHeader => {
  const section = headers.split(/\r?\n\r?\n/, 1)[0] ?? '';
  // As bytes, in which form fields are read.
  return readHeader(parseFields(Buffer.from(section, 'utf8').toString('latin1')), undefined);
};

const mailbox = (
  { text }: Properties,
  name: number,
  addresses: readonly (readonly [number, number | undefined])[],
): Mailbox => {
  const address = addresses
    .filter(([, type]) => type === undefined || isInternet(text(type)))
    .map(([property]) => text(property).trim())
    .find((value) => value.includes('@'));
  return { name: text(name).trim(), address: address ?? '' };
};

/** Addresses of Exchange ("/O=…") are none that a reader knows. */
const isInternet = (type: string): boolean => type === '' || type.toUpperCase() === 'SMTP';

const isNobody = ({ name, address }: Mailbox): boolean => name === '' && address === '';

const sameAddress = (a: Mailbox, b: Mailbox): boolean =>
  a.address !== '' ? a.address.toLowerCase() === b.address.toLowerCase() : a.name === b.name || a.name === '';

const recipientsOf = (recipients: readonly Properties[], type: number): string =>
  recipients
    // The upper bits say whether it was resent.
    .filter(({ integer }) => ((integer(id.recipientType) ?? 1) & 0xf) === type)
    .map((recipient) =>
      formatMailbox(
        mailbox(recipient, id.displayName, [
          [id.smtpAddress, undefined],
          [id.address, id.addressType],
        ]),
      ),
    )
    .filter(Boolean)
    .join(', ');
