import type { ParsedDocumentInput } from '../../core/document/parsed.ts';
import { DossierError } from '../../core/errors/error.ts';
import { definePlugin } from '../../core/plugin/define.ts';
import type { ParseLimits, Parser } from '../../core/ports/parser.ts';
import { readContent } from './eml/content.ts';
import { readHeader } from './eml/header.ts';
import { type Mime, parseMime } from './eml/mime.ts';
import { composeMail } from './shared/mail/compose.ts';
import { isForwarded, isReply } from './shared/mail/history/phrases.ts';

/** Messages as they travel (RFC 5322, MIME). Messages that are attached are documents of their own. */
const parser: Parser = {
  score: ({ mediaType }) => (mediaType === 'message/rfc822' ? 0.9 : 0),
  parse: (bytes, { limits }) => readMessage(bytes, limits),
};

const readMessage = async (bytes: Uint8Array, limits: ParseLimits): Promise<ParsedDocumentInput> => {
  let depth = 0;
  let complete = true;
  const parse = (entity: Uint8Array): Mime['root'] => {
    // A signature may be around another; each is a level as well.
    depth += 1;
    if (depth > limits.maxNesting) throw new DossierError('nested_too_deep', { limit: limits.maxNesting });
    const mime = parseMime(entity, limits.maxNesting);
    complete &&= mime.complete;
    return mime.root;
  };
  const root = parse(bytes);
  if (root.fields.length === 0) throw new DossierError('damaged');
  const { subject, lines, warnings } = readHeader(root.fields, root.type.parameters.get('charset'));
  const thread = { forwarded: isForwarded(subject), reply: isReply(subject) };
  const content = await readContent(root, limits, thread, parse);
  const cutOff = complete
    ? []
    : [{ code: 'parts-left-out', message: 'The message has more parts than are read; the last were left out.' }];
  return composeMail(
    {
      subject,
      headers: lines,
      bodies: content.bodies,
      attachments: content.attachments,
      warnings: [...warnings, ...cutOff, ...content.warnings],
    },
    limits,
  );
};

export const plugin = definePlugin({
  name: 'eml',
  version: '1.0.0',
  summary: 'Reads e-mail (.eml): header, body, quoted history, and attachments as documents of their own.',
  provides: ['parser'],
  setup: () => ({ parser }),
});
