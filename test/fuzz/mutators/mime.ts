import { extremeText } from './extremes.ts';
import { MOST_BYTES, type Mutators, onText, pickMatch, replaceMatch } from './mutator.ts';

const CHARSETS = [
  'utf-16',
  'utf-7',
  'x-user-defined',
  'iso-2022-jp',
  'gb18030',
  'big5',
  'nosuch',
  '',
  '"',
  'utf-8; x',
  'unicode-1-1-utf-7',
];
const ENCODINGS = ['base64', 'quoted-printable', '7bit', '8bit', 'binary', 'x-uuencode', 'nosuch', ''];
const TYPES = [
  'multipart/mixed',
  'multipart/alternative',
  'multipart/related; boundary="a"',
  'message/rfc822',
  'message/partial; number=1; total=2; id=x',
  'text/html',
  'text/calendar',
  'application/octet-stream',
  'image/png',
  '/',
  '',
];

/** Headers, parts and encodings of an e-mail (RFC 5322, RFC 2045 to 2047). */
export const mimeMutators: Mutators = {
  'change a boundary': onText((text, random) => {
    const boundary = pickMatch(text, /boundary\s*=\s*"?[^"\s;]+"?/gi, random);
    return (
      boundary && replaceMatch(text, boundary, `boundary="${random.pick(['', '-', 'x'.repeat(5000), '(.*)*$', '--'])}"`)
    );
  }),
  'change a line between parts': onText((text, random) => {
    const line = pickMatch(text, /^--[^\r\n]+/gm, random);
    const other = pickMatch(text, /^--[^\r\n]+/gm, random);
    return (
      line && replaceMatch(text, line, random.pick(['', `${line[0]}--`, line[0].replace(/--$/, ''), other?.[0] ?? '']))
    );
  }),
  'change a charset': onText((text, random) => {
    const charset = pickMatch(text, /charset\s*=\s*"?[^"\s;]+"?/gi, random);
    return charset && replaceMatch(text, charset, `charset=${random.pick(CHARSETS)}`);
  }),
  'change a transfer encoding': onText((text, random) => {
    const encoding = pickMatch(text, /(?<=content-transfer-encoding:\s*)\S+/gi, random);
    return encoding && replaceMatch(text, encoding, random.pick(ENCODINGS));
  }),
  'change a type': onText((text, random) => {
    const type = pickMatch(text, /(?<=content-type:\s*)[^\s;]+/gi, random);
    return type && replaceMatch(text, type, random.pick(TYPES));
  }),
  'double a header': onText((text, random) => {
    const header = pickMatch(text, /^[A-Za-z-]{2,40}:[^\n]*\n/gm, random);
    return header && replaceMatch(text, header, header[0].repeat(random.pick([2, 100, 20_000])));
  }),
  'fill a header': onText((text, random) => {
    const header = pickMatch(text, /^[A-Za-z-]{2,40}: /gm, random);
    const fold = random.pick(['', '\r\n ', '\r\n\t']);
    const filling = random.pick([
      extremeText(random),
      `=?utf-8?Q?${'=41'.repeat(3000)}?=`,
      '=?utf-8?B?????=',
      '=?nosuch?X?a?= '.repeat(2000),
      'a@b, '.repeat(5000),
      `${'('.repeat(5000)}a@b`,
      '"'.repeat(5001),
      '<'.repeat(5000),
      ';x*0="a"'.repeat(3000),
    ]);
    return header && replaceMatch(text, header, header[0] + fold + Buffer.from(filling).toString('latin1'));
  }),
  'lose the line between headers and body': onText((text, random) => {
    const gap = pickMatch(text, /\r?\n\r?\n/g, random);
    return gap && replaceMatch(text, gap, random.pick(['\n', '', '\r\r', '\n\0\n']));
  }),
  'put the message into itself': onText((text, random) => {
    const levels = Math.min(random.pick([1, 5, 60, 400]), Math.floor(MOST_BYTES / 2 / (text.length + 200)) + 1);
    const headers = Array.from({ length: levels }, (_, level) =>
      random.below(2) === 0
        ? `Content-Type: message/rfc822\r\n\r\nSubject: level ${level}\r\n`
        : `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`,
    );
    return `From: a@example.com\r\nDate: Thu, 1 Jan 2026 00:00:00 +0000\r\nMime-Version: 1.0\r\n${headers.join('')}${text}`;
  }),
  'take the parts of another': onText((text, random, other) => {
    const gap = pickMatch(text, /\r?\n\r?\n/g, random);
    const foreign = pickMatch(other, /\r?\n\r?\n/g, random);
    return gap && foreign && text.slice(0, gap.index) + other.slice(foreign.index);
  }),
};
