import { definePlugin } from '../../core/plugin/define.ts';
import type { Parser } from '../../core/ports/parser.ts';
import { readMsg } from './msg/item.ts';
import { composeMail } from './shared/mail/compose.ts';
import { mapiMessage } from './shared/mail/mapi/message.ts';
import { readTnef } from './shared/mail/mapi/tnef.ts';
import { securedBody } from './shared/mail/mime/entities.ts';

const TNEF = 'application/vnd.ms-tnef';

/** Items of Outlook: .msg files ([MS-OXMSG]) and TNEF ("winmail.dat", [MS-OXTNEF]). */
const parser: Parser = {
  score: ({ mediaType }) => (mediaType === 'application/vnd.ms-outlook' || mediaType === TNEF ? 0.9 : 0),
  parse: async (bytes, { limits }) => {
    const item = bytes[0] === 0x78 ? readTnef(bytes) : readMsg(bytes, limits);
    return composeMail(await mapiMessage(item, limits, undefined, securedBody(limits)), limits);
  },
};

export const plugin = definePlugin({
  name: 'msg',
  version: '1.0.0',
  summary: 'Reads items of Outlook (.msg, winmail.dat): header, body, quoted history, and attachments as documents.',
  provides: ['parser'],
  setup: () => ({ parser }),
});
