import { bytesOf } from '../../../support/bytes.ts';
import type { Attack } from './attack.ts';

const MILLION = 1_000_000;
/** What regular expressions and recursive readers stumble over. */
const traps: readonly (readonly [what: string, text: string])[] = [
  ['spaces', ' '.repeat(MILLION)],
  ['spaces and a letter at the end', `a${' '.repeat(MILLION)}b`],
  ['blank lines', '\n \t\n'.repeat(200_000)],
  ['opening brackets', '('.repeat(100_000)],
  ['square brackets', '['.repeat(100_000)],
  ['brackets that look like links', '[a]('.repeat(50_000)],
  ['pictures in links', '[!['.repeat(50_000)],
  ['quotes in quotes', '>'.repeat(100_000)],
  ['lists in lists', '- '.repeat(50_000)],
  ['numbered lists in quotes', '> 1. '.repeat(20_000)],
  [
    'lines each deeper than the one before',
    Array.from({ length: 2000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
  ],
  ['stars', '*'.repeat(100_000)],
  ['emphasis that never ends', '*a **b _c '.repeat(30_000)],
  ['backticks', Array.from({ length: 2000 }, (_, length) => '`'.repeat(length + 1)).join(' ')],
  ['dots', '.'.repeat(MILLION)],
  ['words with dots', 'a.b.'.repeat(200_000)],
  ['figures', '1.2.3.'.repeat(200_000)],
  ['figures without end', '9'.repeat(MILLION)],
  ['ampersands', '&'.repeat(200_000)],
  ['entities without end', '&amp'.repeat(200_000)],
  ['angle brackets', '<'.repeat(200_000)],
  ['comments that never end', '<!--'.repeat(100_000)],
  ['marks of tables', '|'.repeat(200_000)],
  ['rules', '---\n===\n'.repeat(50_000)],
  ['a table of many columns', `${'|a'.repeat(5000)}|\n${'|-'.repeat(5000)}|\n${`${'|b'.repeat(5000)}|\n`.repeat(20)}`],
  [
    'definitions of links',
    Array.from({ length: 20_000 }, (_, index) => `[${index}]: /u\n[${index}][${index}]`).join('\n'),
  ],
  ['definitions of notes', Array.from({ length: 5000 }, (_, index) => `[^${index}]: x\n`).join('')],
  ['one word again and again', 'aaaa '.repeat(300_000)],
  ['one long word', 'a'.repeat(2 * MILLION)],
  ['colons', ':'.repeat(MILLION)],
  ['ats', 'a@'.repeat(300_000)],
  ['addresses', 'http://'.repeat(100_000)],
  ['short forms', 'Inc. Co. Ltd. '.repeat(70_000)],
  ['combining marks', `e${'\u0301'.repeat(MILLION)}`],
  ['marks of direction', '\u202e\u2066'.repeat(200_000)],
  ['line ends of every kind', '\r\n\r\u0085\u2028\u2029\v\f'.repeat(600)],
];

/** What makes each of them that format. */
const STARTS: Readonly<Record<string, string>> = {
  html: '<!doctype html><html><body><p>',
  eml: 'From: a@example.com\r\nDate: Thu, 1 Jan 2026 10:00:00 +0100\r\nMessage-ID: <1@example.com>\r\nSubject: trap\r\n\r\n',
};

const EXPECTED: Readonly<Record<string, Attack['expected']>> = {
  'md: quotes in quotes': 'nested_too_deep',
  'md: numbered lists in quotes': 'nested_too_deep',
  'md: lines each deeper than the one before': 'nested_too_deep',
};

const utf16 = (text: string): Uint8Array => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);

/** Text, and what is read from text: each trap under each name. */
export const plainAttacks: readonly Attack[] = [
  ...['txt', 'md', 'html', 'csv', 'eml'].flatMap((extension) =>
    traps.map(
      ([what, text]): Attack => ({
        tries: `${extension}: ${what}`,
        name: `trap.${extension}`,
        bytes: () => bytesOf(`${STARTS[extension] ?? ''}${text}`),
        expected: EXPECTED[`${extension}: ${what}`] ?? 'ready',
      }),
    ),
  ),
  {
    tries: 'halves of pairs in UTF-16',
    name: 'halves.txt',
    bytes: () => utf16('Half \ud83c and \udfe0 and \udfe0\ud83c the wrong way round.'),
    expected: 'ready',
  },
  {
    tries: 'UTF-16 that ends within a character',
    name: 'odd.txt',
    bytes: () => utf16('An odd number of bytes, 🏠').slice(0, -3),
    expected: 'ready',
  },
  {
    tries: 'more pages than are allowed',
    name: 'pages.txt',
    bytes: () => bytesOf('page\f'.repeat(5001)),
    expected: 'too_many_pages',
  },
  {
    tries: 'more text than is allowed',
    name: 'long.txt',
    bytes: () => bytesOf('All is well. '.repeat(1_600_000)),
    expected: 'too_much_text',
  },
  {
    tries: 'a name with line ends and control characters',
    name: 'a\nb\r\nX-Header: c\u0000\u001b[2J.txt',
    bytes: () => bytesOf('All is well in this document.'),
    expected: 'ready',
  },
  {
    tries: 'a name of a hundred thousand characters',
    name: `${'../'.repeat(33_000)}a.txt`,
    bytes: () => bytesOf('All is well in this document.'),
    expected: 'ready',
  },
];
