import { codePageName, decodeCharset } from '../mail/charset.ts';
import { pageOfCharset } from './codepages.ts';

export type Rtf = {
  /** HTML or plain text that RTF was only the wrapper of ([MS-OXRTFEX]), or the text of what is RTF itself. */
  readonly kind: 'html' | 'text';
  readonly text: string;
};

/** What a group is for, and how its text is to be read. */
type Group = {
  /** Nothing in it is text: fonts, pictures, properties. */
  readonly skipped: boolean;
  /** Between \htmlrtf and \htmlrtf0: RTF's version of what HTML says as well. */
  readonly rtfOnly: boolean;
  readonly hidden: boolean;
  /** Characters after \uN that stand for it in programs which do not know it. */
  readonly fallback: number;
  readonly page: number | undefined;
  readonly inFonts: boolean;
};

/* biome-ignore format: one token kind per line */
const TOKEN = new RegExp(
  [
    String.raw`\\([a-zA-Z]{1,32})(-?\d{1,10})? ?`,
    String.raw`\\'([0-9a-fA-F]{2})`,
    String.raw`\\([\s\S])`,
    '([{}])',
    String.raw`[\r\n]+`,
    String.raw`([^\\{}\r\n]+)`,
    String.raw`\\`,
  ].join('|'),
  'y',
);

/** Destinations without text of the document; those that begin with \* are passed over as well. */
const DESTINATIONS = new Set(
  (
    'colortbl stylesheet info pict object objdata header headerl headerr headerf footer footerl footerr footerf ' +
    'filetbl listtable listoverridetable revtbl rsidtbl fldinst xe tc private themedata datastore nonshppict'
  ).split(' '),
);
const SYMBOLS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  sect: '\n',
  page: '\n',
  column: '\n',
  cell: '\t',
  nestcell: '\t',
  nestrow: '\n',
  tab: '\t',
  emdash: '—',
  endash: '–',
  emspace: '\u2003',
  enspace: '\u2002',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
};
/** Groups deeper than this share one state; files that were written for reading have a few dozen. */
const MAX_DEPTH = 1000;

/** The text of an RTF document. Never throws; `bytes` that are no RTF give an empty text. */
export const readRtf = (bytes: Uint8Array): Rtf => {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!source.startsWith('{\\rtf')) return { kind: 'text', text: '' };
  const pages = new Map<number, number | undefined>();
  const out: string[] = [];
  let pending: string[] = [];
  let mode = 'rtf' as 'html' | 'text' | 'rtf';
  let defaultPage: number | undefined;
  let font: number | undefined;
  let deeper = 0;
  let starred = false;
  let skip = 0;
  let group: Group = {
    skipped: false,

    rtfOnly: false,
    hidden: false,
    fallback: 1,
    page: undefined,
    inFonts: false,
  };
  const stack: Group[] = [];

  const flush = (): void => {
    if (pending.length === 0) return;
    const page = group.page ?? defaultPage;
    const content = Buffer.from(pending.join(''), 'latin1');
    pending = [];
    out.push(decodeCharset(content, page === undefined ? 'windows-1252' : codePageName(page)).text);
  };
  const seen = (): boolean => {
    if (group.skipped || group.inFonts) return false;
    return mode === 'html' ? !group.rtfOnly : !group.hidden;
  };
  /** Bytes in the code page of the font. */
  const raw = (value: string): void => {
    const rest = skip > 0 ? value.slice(skip) : value;
    skip = Math.max(0, skip - value.length);
    if (rest !== '' && seen()) pending.push(rest);
  };
  const character = (value: string): void => {
    if (skip > 0) {
      skip -= 1;
      return;
    }
    if (!seen()) return;
    flush();
    out.push(value);
  };
  const set = (change: Partial<Group>): void => {
    flush();
    group = { ...group, ...change };
  };

  const word = (name: string, value: number | undefined): void => {
    if (starred) {
      starred = false;
      // Outlook's tags, HTML as it stands, are the only starred destinations with text of the message.
      if (name !== 'htmltag') set({ skipped: true });
    } else if (name === 'u') {
      if (value !== undefined) {
        character(String.fromCharCode(value & 0xffff));
        skip = group.fallback;
      }
    } else if (name === 'uc') set({ fallback: Math.min(10, Math.max(0, value ?? 1)) });
    else if (name === 'fromhtml') mode = value === 0 ? mode : 'html';
    else if (name === 'fromtext') mode = 'text';
    else if (name === 'ansicpg') defaultPage = value;
    else if (name === 'htmlrtf') set({ rtfOnly: value !== 0 });
    else if (name === 'fonttbl') set({ inFonts: true });
    else if (name === 'f' && group.inFonts) font = value;
    else if (name === 'fcharset' && group.inFonts && font !== undefined && pages.size < 10_000) {
      pages.set(font, pageOfCharset(value ?? 0));
    } else if (name === 'f') set({ page: pages.get(value ?? 0) });
    else if (name === 'plain') set({ page: undefined, hidden: false });
    else if (name === 'v') set({ hidden: value !== 0 });
    else if (DESTINATIONS.has(name)) set({ skipped: true });
    else if (Object.hasOwn(SYMBOLS, name)) character(SYMBOLS[name] ?? '');
  };

  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match !== null; match = TOKEN.exec(source)) {
    const [, name, number, code, symbol, brace, text] = match;
    if (text !== undefined) raw(text);
    else if (name !== undefined) {
      if (name === 'bin') TOKEN.lastIndex += Math.max(0, Number(number ?? 0));
      else word(name, number === undefined ? undefined : Number(number));
    } else if (code !== undefined) raw(String.fromCharCode(Number.parseInt(code, 16)));
    else if (brace === '{') {
      flush();
      skip = 0;
      starred = false;
      if (stack.length < MAX_DEPTH) stack.push(group);
      else deeper += 1;
    } else if (brace === '}') {
      flush();
      skip = 0;
      starred = false;
      if (deeper > 0) deeper -= 1;
      else group = stack.pop() ?? group;
    } else if (symbol === '*') starred = true;
    else if (symbol === '~') character('\u00a0');
    else if (symbol === '_') character('\u2011');
    else if (symbol === '\\' || symbol === '{' || symbol === '}') raw(symbol);
    else if (symbol === '\n' || symbol === '\r') character('\n');
  }
  flush();
  return { kind: mode === 'html' ? 'html' : 'text', text: out.join('').toWellFormed() };
};
