import { decode } from './decode.ts';

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
  const { text } = decode(cut ? wholeCharacters(head) : head);
  const controls = (text.match(CONTROLS) ?? []).length;
  if (controls > text.length * CONTROL_SHARE) return undefined;
  const start = text.trimStart();
  if (start.startsWith('BEGIN:VCALENDAR')) return 'text/calendar';
  if (start.startsWith('BEGIN:VCARD')) return 'text/vcard';
  if (isHtml(start, extension)) return 'text/html';
  if (start.startsWith('<?xml')) return 'application/xml';
  if (isMessage(text, extension)) return 'message/rfc822';
  if (extension === 'json' && /^[[{]/.test(start)) return 'application/json';
  if (extension === 'csv' || extension === 'tsv') return extension === 'csv' ? 'text/csv' : 'text/tab-separated-values';
  if (extension === 'md' || extension === 'markdown') return 'text/markdown';
  if (extension === '' && isMarkdown(text)) return 'text/markdown';
  return 'text/plain';
};

/** Without the bytes at the end that may be the first of a character which goes on beyond the head. */
const wholeCharacters = (head: Uint8Array): Uint8Array => {
  let end = head.byteLength;
  while (end > head.byteLength - LONGEST_CHARACTER && (head[end - 1] ?? 0) > 0x7f) end -= 1;
  return head.subarray(0, end);
};

const PROLOGUE = /^(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|\s+)*/;

const isHtml = (start: string, extension: string): boolean => {
  const body = start.replace(PROLOGUE, '');
  if (/^<!doctype\s+html|^<html[\s>]/i.test(body)) return true;
  if (extension === 'html' || extension === 'htm' || extension === 'xhtml')
    return /<\/?[a-z][a-z0-9]*[\s/>]/i.test(body);
  if (extension === 'md' || extension === 'markdown' || extension === 'txt') return false;
  return /^<(?:head|body|title|meta|table|div|p|h[1-6])[\s>]/i.test(body) && /<\/[a-z]+[0-9]?>/i.test(body);
};

const MESSAGE_HEADERS =
  /^(?:from|to|cc|subject|date|received|message-id|mime-version|return-path|delivered-to|reply-to|content-type|x-[\w-]+|dkim-signature|arc-seal|sender|in-reply-to):/i;

/** RFC 5322: a file that begins with header fields, three of which are those of a message that was sent; fewer do in an .eml. */
const isMessage = (text: string, extension: string): boolean => {
  const header = text.replace(/^(?:>?From [^\n]*\r?\n)/, '').split(/\r?\n\r?\n/, 1)[0] ?? '';
  const lines = header.split(/\r?\n/).filter((line) => !/^[ \t]/.test(line));
  if (!lines.every((line) => /^[!-9;-~]+:/.test(line))) return false;
  if (extension === 'eml') return lines.length > 0;
  const sent = lines.filter((line) => /^(?:received|message-id|mime-version|return-path|date):/i.test(line)).length;
  return sent >= 1 && lines.filter((line) => MESSAGE_HEADERS.test(line)).length >= 3;
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
