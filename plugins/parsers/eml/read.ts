import type { ParsedDocumentInput } from '../../../core/document/parsed.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { ParseLimits } from '../../../core/ports/parser.ts';
import { composeMail } from '../shared/mail/compose.ts';
import { readHeader } from '../shared/mail/header.ts';
import { isForwarded, isReply } from '../shared/mail/history/phrases.ts';
import { readContent } from '../shared/mail/mime/content.ts';
import { createEntityParser } from '../shared/mail/mime/entities.ts';
import { secondMessage } from '../shared/mail/mime/mailbox.ts';

/** A message as it travels (RFC 5322, MIME). Messages that are attached are documents of their own. */
export const readMessage = async (bytes: Uint8Array, limits: ParseLimits): Promise<ParsedDocumentInput> => {
  const { parse, isComplete } = createEntityParser(limits);
  const second = secondMessage(bytes);
  const root = parse(second === undefined ? bytes : bytes.subarray(0, second));
  if (root.fields.length === 0) throw new DossierError('damaged');
  const { subject, lines, warnings } = readHeader(root.fields, root.type.parameters.get('charset'));
  const thread = { forwarded: isForwarded(subject), reply: isReply(subject) };
  const content = await readContent(root, limits, thread, parse);
  const cutOff = isComplete()
    ? []
    : [{ code: 'parts-left-out', message: 'The message has more parts than are read; the last were left out.' }];
  return composeMail(
    {
      subject,
      headers: lines,
      bodies: content.bodies,
      attachments: content.attachments,
      warnings: [...warnings, ...(second === undefined ? [] : [MAILBOX]), ...cutOff, ...content.warnings],
    },
    limits,
  );
};

const MAILBOX = {
  code: 'messages-left-out',
  message: 'The file is a mailbox; its first message was read. Save the others as files of their own.',
};
