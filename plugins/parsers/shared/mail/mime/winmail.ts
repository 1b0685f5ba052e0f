import type { ParseLimits } from '../../../../../core/ports/parser.ts';
import type { HistoryOptions } from '../history/lines.ts';
import { mapiMessage } from '../mapi/message.ts';
import { readTnef } from '../mapi/tnef.ts';
import type { MailMessage } from '../message.ts';

const SIGNATURE = [0x78, 0x9f, 0x3e, 0x22];

/** Outlook's wrapping of what else would be the message's own parts, whatever it is called. */
export const isWinmail = (mediaType: string, name: string, bytes: Uint8Array): boolean =>
  (/^application\/(?:vnd\.)?ms-tnef$/.test(mediaType) || /^win(?:mail|dat)\.dat$/i.test(name)) &&
  SIGNATURE.every((value, index) => bytes[index] === value);

/** What is wrapped: text for a message that has none of its own, and attachments. */
export const readWinmail = (bytes: Uint8Array, limits: ParseLimits, thread: HistoryOptions): Promise<MailMessage> =>
  mapiMessage(readTnef(bytes), limits, thread, async () => ({ bodies: [], attachments: [], warnings: [] }));
