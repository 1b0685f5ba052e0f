import { isPlainlyCsv } from './csv/unmistakable.ts';
import { decode } from './decode.ts';
import { isMessage } from './message.ts';

/** Control characters that no text file has; some are what a terminal or an old printer understands. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\x00-\x08\x0E-\x1A\x1C-\x1F\x7F]/g;
const CONTROL_SHARE = 0.005;
/** Bytes of one character in UTF-8 and GB 18030. */
const LONGEST_CHARACTER = 4;

/**
 * The media type of a file that may be text, from its first bytes; the extension decides among text formats only.
 * `cut` says that the file goes on beyond them.
 */
export const sniffText = (head: Uint8Array, extension: string, cut: boolean): string | undefined => {
  // By its first lines alone: what follows them may be binary.
  if (isMessage(head, extension)) return 'message/rfc822';
  const { text } = decode(cut ? wholeCharacters(head) : head);
  const controls = (text.match(CONTROLS) ?? []).length;
  if (controls > text.length * CONTROL_SHARE) return undefined;
  const start = text.trimStart();
  if (start.startsWith('BEGIN:VCALENDAR')) return 'text/calendar';
  if (start.startsWith('BEGIN:VCARD')) return 'text/vcard';
  if (isHtml(start, extension)) return 'text/html';
  if (start.startsWith('<?xml')) return 'application/xml';
  if (extension === 'json' && /^[[{]/.test(start)) return 'application/json';
  if (extension === 'csv' || extension === 'tsv') return extension === 'csv' ? 'text/csv' : 'text/tab-separated-values';
  if (extension === 'md' || extension === 'markdown') return 'text/markdown';
  if (extension === '' && isMarkdown(text)) return 'text/markdown';
  if (isPlainlyCsv(cut ? wholeLines(text) : text)) return 'text/csv';
  return 'text/plain';
};

/** Without the bytes at the end that may be the first of a character which goes on beyond the head. */
const wholeCharacters = (head: Uint8Array): Uint8Array => {
  let end = head.byteLength;
  while (end > head.byteLength - LONGEST_CHARACTER && (head[end - 1] ?? 0) > 0x7f) end -= 1;
  return head.subarray(0, end);
};

/** Without the last line, which may go on beyond the head. */
const wholeLines = (text: string): string =>
  text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1 || text.length);

const PROLOGUE = /^(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|\s+)*/;

const isHtml = (start: string, extension: string): boolean => {
  const body = start.replace(PROLOGUE, '');
  if (/^<!doctype\s+html|^<html[\s>]/i.test(body)) return true;
  if (extension === 'html' || extension === 'htm' || extension === 'xhtml')
    return /<\/?[a-z][a-z0-9]*[\s/>]/i.test(body);
  if (extension === 'md' || extension === 'markdown' || extension === 'txt') return false;
  return /^<(?:head|body|title|meta|table|div|p|h[1-6])[\s>]/i.test(body) && /<\/[a-z]+[0-9]?>/i.test(body);
};

/** Signs that hardly occur in plain text: fences, headings with #, links, tables' rules. */
const isMarkdown = (text: string): boolean => {
  const signs = [
    /^```/m,
    /^#{1,6} \S/m,
    /\[[^\]\n]+\]\([^)\n]+\)/,
    /^\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+/m,
    /^\*\*[^*\n]+\*\*/m,
  ];
  return signs.filter((sign) => sign.test(text)).length >= 2;
};
