import { DossierError } from '../../../../../core/errors/error.ts';
import type { ParseLimits } from '../../../../../core/ports/parser.ts';
import type { Secured } from '../mapi/message.ts';
import { readContent } from './content.ts';
import { type Part, parseMime } from './parts.ts';

/** MIME inside MIME, as signatures wrap it, down to the limit; says whether all parts were read. */
export const createEntityParser = (limits: ParseLimits) => {
  let depth = 0;
  let complete = true;
  return {
    parse: (entity: Uint8Array): Part => {
      depth += 1;
      if (depth > limits.maxNesting) throw new DossierError('nested_too_deep', { limit: limits.maxNesting });
      const mime = parseMime(entity, limits.maxNesting);
      complete &&= mime.complete;
      return mime.root;
    },
    isComplete: (): boolean => complete,
  };
};

/** What Outlook keeps of a signed or encrypted message: the signed MIME entity, or the bytes of PKCS #7. */
export const securedBody =
  (limits: ParseLimits): Secured =>
  (kind, content, thread) => {
    const { parse } = createEntityParser(limits);
    const nothing = { value: '', parameters: new Map<string, string>() };
    const opaque: Part = {
      fields: [],
      type: { value: 'application/pkcs7-mime', parameters: new Map() },
      disposition: nothing,
      body: content,
      parts: [],
    };
    return readContent(kind === 'signed' ? parse(content) : opaque, limits, thread, parse);
  };
