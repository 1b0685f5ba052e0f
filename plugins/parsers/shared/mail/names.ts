const MAX_NAME = 255;
/* biome-ignore-start lint/suspicious/noControlCharactersInRegex: they are what is removed */
/** Control characters, marks that reverse or hide what a reader sees, and the replacement character. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]/g;
/* biome-ignore-end lint/suspicious/noControlCharactersInRegex: they are what is removed */

/** A name that is only a name: no path, nothing unseen, at most 255 characters with its extension. '' where none is left. */
export const baseName = (name: string): string => {
  const plain = name
    .normalize('NFC')
    .replace(/[\r\n\t]+/g, ' ')
    .replace(UNSEEN, '');
  const base = (plain.split(/[/\\]/).at(-1) ?? '').replace(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '');
  if (base.length <= MAX_NAME) return base;
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(base)?.[0] ?? '';
  return cut(base, MAX_NAME - extension.length) + extension;
};

/** No surrogate pair is split. */
export const cut = (text: string, length: number): string => {
  const code = text.charCodeAt(length - 1);
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? length - 1 : length);
};

/** Makes names of attachments that a list can tell apart: the second "a.pdf" is "a (2).pdf". */
export const uniqueNames = (): ((name: string) => string) => {
  const used = new Map<string, number>();
  return (name) => {
    const key = name.toLowerCase();
    const before = used.get(key) ?? 0;
    if (before === 0) {
      used.set(key, 1);
      return name;
    }
    const dot = name.lastIndexOf('.');
    const at = dot > 0 ? dot : name.length;
    for (let count = before + 1; ; count += 1) {
      const mark = ` (${count})`;
      const other = cut(name.slice(0, at), MAX_NAME - mark.length - (name.length - at)) + mark + name.slice(at);
      if (used.has(other.toLowerCase())) continue;
      used.set(key, count);
      used.set(other.toLowerCase(), 1);
      return other;
    }
  };
};

/** Extensions for attachments that have no name, by what they say they are. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'application/msword': '.doc',
  'application/vnd.ms-excel': '.xls',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': '.pptx',
  'application/rtf': '.rtf',
  'application/zip': '.zip',
  'image/gif': '.gif',
  'image/jpeg': '.jpg',
  'image/jpg': '.jpg',
  'image/png': '.png',
  'image/tiff': '.tif',
  'image/webp': '.webp',
  'message/rfc822': '.eml',
  'message/global': '.eml',
  'text/rfc822-headers': '.eml',
  'text/calendar': '.ics',
  'text/csv': '.csv',
  'text/html': '.html',
  'text/markdown': '.md',
  'text/plain': '.txt',
  'text/rtf': '.rtf',
  'text/vcard': '.vcf',
  'text/x-vcard': '.vcf',
};

export const extensionFor = (mediaType: string): string =>
  Object.hasOwn(EXTENSIONS, mediaType) ? (EXTENSIONS[mediaType] ?? '') : '';
