import type { ParsedDocumentInput } from '../../../core/document/parsed.ts';
import type { ParseLimits } from '../../../core/ports/parser.ts';
import { composeMail } from '../shared/mail/compose.ts';
import { mapiMessage } from '../shared/mail/mapi/message.ts';
import { readTnef } from '../shared/mail/mapi/tnef.ts';
import { securedBody } from '../shared/mail/mime/entities.ts';
import { readMsg } from './item.ts';

/** An item of Outlook: a .msg file ([MS-OXMSG]) or TNEF ("winmail.dat", [MS-OXTNEF]). */
export const readItem = async (bytes: Uint8Array, limits: ParseLimits): Promise<ParsedDocumentInput> => {
  const item = bytes[0] === 0x78 ? readTnef(bytes) : readMsg(bytes, limits);
  return composeMail(await mapiMessage(item, limits, undefined, securedBody(limits)), limits);
};
