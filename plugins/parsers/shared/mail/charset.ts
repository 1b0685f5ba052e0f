import { type Decoded, decode } from '../../../../core/sniff/decode.ts';

/** What mail programs write where they do not know; ASCII that holds more than ASCII is as good as that. */
const UNKNOWN =
  /^(?:|(?:us-)?ascii|ansi\w*|x-unknown|unknown(?:-8bit)?|default|_autodetect\w*|none|binary|8bit|x-user-defined)$/;
const ALIASES: Readonly<Record<string, string>> = {
  // GB18030 holds all of them, and real mail uses more of it than its label allows.
  gb2312: 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  cp950: 'big5',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'utf-8-strict': 'utf-8',
  utf8mb4: 'utf-8',
};

/**
 * Text of a message in the character set that it names. Names that are wrong, unknown or missing are common: then it is
 * read as any text file.
 */
export const decodeCharset = (bytes: Uint8Array, label: string | undefined): Decoded => {
  const name = labelOf(label);
  if (name !== undefined && UTF7.test(name)) return decodeUtf7(bytes);
  // Mail that is no UTF-16 by name has zeros by accident; they would make it look like it.
  const content = name?.startsWith('utf-16') || !bytes.includes(0) ? bytes : bytes.filter((byte) => byte !== 0);
  return decode(content, name === undefined || isLabel(name) ? name : codePageLabel(name));
};

const UTF7 = /^(?:x-)?(?:unicode-\d-\d-)?utf-?7$/;

const isLabel = (name: string): boolean => {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
};

const labelOf = (label: string | undefined): string | undefined => {
  const name = (label ?? '')
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  return UNKNOWN.test(name) ? undefined : (ALIASES[name] ?? name);
};

/** "cp1251", "ms-1251", "windows1251" and "1251" are the same. */
const codePageLabel = (name: string): string => {
  const page = /^(?:x-)?(?:cp|ms|win(?:dows)?|ibm)?[-_]?(\d{3,5})$/.exec(name)?.[1];
  return page === undefined ? name.replace(/^x-/, '') : (CODE_PAGES[page] ?? `windows-${page}`);
};

/** Windows code pages that no label of their own names: the Windows documentation, "Code Page Identifiers". */
const CODE_PAGES: Readonly<Record<string, string>> = {
  '866': 'ibm866',
  '874': 'windows-874',
  '932': 'shift_jis',
  '936': 'gb18030',
  '949': 'euc-kr',
  '950': 'big5',
  '1200': 'utf-16le',
  '1201': 'utf-16be',
  '10000': 'macintosh',
  '10007': 'x-mac-cyrillic',
  '20127': 'us-ascii',
  '20866': 'koi8-r',
  '20932': 'euc-jp',
  '20936': 'gb18030',
  '21866': 'koi8-u',
  '28591': 'iso-8859-1',
  '28592': 'iso-8859-2',
  '28593': 'iso-8859-3',
  '28594': 'iso-8859-4',
  '28595': 'iso-8859-5',
  '28596': 'iso-8859-6',
  '28597': 'iso-8859-7',
  '28598': 'iso-8859-8',
  '28599': 'iso-8859-9',
  '28603': 'iso-8859-13',
  '28605': 'iso-8859-15',
  '38598': 'iso-8859-8-i',
  '50220': 'iso-2022-jp',
  '50221': 'iso-2022-jp',
  '50222': 'iso-2022-jp',
  '51932': 'euc-jp',
  '51949': 'euc-kr',
  '54936': 'gb18030',
  '65000': 'utf-7',
  '65001': 'utf-8',
};

/** The label of a Windows code page, for `decodeCharset`. */
export const codePageName = (page: number): string => codePageLabel(String(page));

const utf16 = new TextDecoder('utf-16be');

/** RFC 2152: runs of UTF-16 in base64 between "+" and "-". */
const decodeUtf7 = (bytes: Uint8Array): Decoded => {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const text = source.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, run: string) => {
    if (run === '') return '+';
    const decoded = Buffer.from(run, 'base64');
    return utf16.decode(decoded.subarray(0, decoded.byteLength & ~1));
  });
  return { text, encoding: 'utf-7', replaced: text.match(/\uFFFD/g)?.length ?? 0, doubtful: false };
};
