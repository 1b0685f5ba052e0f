import type { ParsedDocumentInput } from '../../../core/document/parsed.ts';
import type { ParseContext } from '../../../core/ports/parser.ts';
import { decode } from '../../../core/sniff/decode.ts';
import { encodingWarnings } from '../shared/encoding.ts';
import { readHtml } from '../shared/html/blocks.ts';

/** Bytes in which a page states its encoding: the HTML standard looks at 1,024, real pages put it later. */
const DECLARATION_BYTES = 4096;
const CHARSET = /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i;
const XML_ENCODING = /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:-]+)/i;

/** Web pages as a reader sees them; nothing is fetched and nothing is run. */
export const readPage = (bytes: Uint8Array, { limits }: ParseContext): ParsedDocumentInput => {
  const decoded = decode(bytes, declaredEncoding(bytes));
  const { text, blocks, links, title, language, warnings } = readHtml(decoded.text, limits.maxCharacters);
  return {
    text,
    blocks,
    links,
    pages: [{ number: 1, charStart: 0, charEnd: text.length }],
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    warnings: [...encodingWarnings(decoded), ...warnings],
  };
};

const declaredEncoding = (bytes: Uint8Array): string | undefined => {
  const head = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1');
  const start = head.replace(/<!--[\s\S]*?-->/g, '');
  const label = (CHARSET.exec(start) ?? XML_ENCODING.exec(start))?.[1];
  // A page that can be read as far as here in single bytes is no UTF-16, whatever it says.
  return label !== undefined && /^utf-?16/i.test(label) ? 'utf-8' : label;
};
