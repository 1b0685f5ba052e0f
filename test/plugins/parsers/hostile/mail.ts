import { emlSample, msgSample } from '../../../fuzz/samples/mail.ts';
import { bytesOf } from '../../../support/bytes.ts';
import { makeMsg, storedRtf } from '../msg/items.ts';
import type { Attack } from './attack.ts';

const HEADERS =
  'From: a@example.com\r\nDate: Thu, 1 Jan 2026 10:00:00 +0100\r\nMessage-ID: <1@example.com>\r\nSubject: All is well\r\nMIME-Version: 1.0\r\n';
const mail = (rest: string): Uint8Array => bytesOf(HEADERS + rest);

const multiparts = (levels: number): string => {
  const opened = Array.from(
    { length: levels },
    (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`,
  );
  const closed = Array.from({ length: levels }, (_, level) => `\r\n--b${levels - 1 - level}--`);
  return `${opened.join('')}Content-Type: text/plain\r\n\r\nAll is well.${closed.join('')}\r\n`;
};

/** A .msg with this body in RTF, as the message holds it. */
const withRtf = (stored: Uint8Array): Uint8Array =>
  makeMsg({ values: { 26: 'IPM.Note', 55: 'All is well', 4105: stored } });
const rtf = (source: string): Uint8Array => withRtf(storedRtf(source));

export const mailAttacks: readonly Attack[] = [
  {
    tries: 'eml: parts in parts, fifty thousand levels',
    name: 'deep.eml',
    bytes: () => mail(multiparts(50_000)),
    expected: 'nested_too_deep',
  },
  {
    tries: 'eml: messages in messages, twenty thousand levels',
    name: 'messages.eml',
    bytes: () => mail(`Content-Type: message/rfc822\r\n\r\n${HEADERS}`.repeat(20_000)),
    expected: 'ready',
  },
  {
    tries: 'eml: two hundred thousand parts',
    name: 'parts.eml',
    bytes: () =>
      mail(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\na\r\n'.repeat(200_000)}--b--\r\n`),
    expected: 'ready',
  },
  {
    tries: 'eml: ten thousand attachments',
    name: 'attachments.eml',
    bytes: () =>
      mail(
        `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nAll is well.\r\n${'--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\na\r\n'.repeat(10_000)}--b--\r\n`,
      ),
    expected: 'ready',
    holds: ({ children, warnings }) => children.length <= 1000 && warnings.length > 0,
  },
  {
    tries: 'eml: a million header lines',
    name: 'headers.eml',
    bytes: () => mail(`${'X-A: b\r\n'.repeat(1_000_000)}\r\nAll is well.`),
    expected: 'ready',
  },
  {
    tries: 'eml: a header of ten megabytes, folded',
    name: 'folded.eml',
    bytes: () => mail(`To: ${'a@example.com,\r\n '.repeat(600_000)}\r\n\r\nAll is well.`),
    expected: 'ready',
  },
  {
    tries: 'eml: comments in comments in an address',
    name: 'comments.eml',
    bytes: () =>
      mail(
        `To: ${'('.repeat(200_000)}a@example.com\r\nCc: ${'"'.repeat(200_001)}\r\nBcc: ${'<'.repeat(200_000)}\r\n\r\nAll is well.`,
      ),
    expected: 'ready',
  },
  {
    tries: 'eml: encoded words without end',
    name: 'words.eml',
    bytes: () =>
      mail(`X-S: ${'=?utf-8?Q?=41?= '.repeat(200_000)}\r\nTo: ${'=?utf-8?B?'.repeat(100_000)}\r\n\r\nAll is well.`),
    expected: 'ready',
  },
  {
    tries: 'eml: a boundary that is a trap for expressions',
    name: 'boundary.eml',
    bytes: () =>
      mail(
        `Content-Type: multipart/mixed; boundary="(.*)*$+[${'a'.repeat(50_000)}"\r\n\r\n${'-'.repeat(1_000_000)}\r\nAll is well.`,
      ),
    expected: 'ready',
  },
  {
    tries: 'eml: parameters in pieces',
    name: 'pieces.eml',
    bytes: () =>
      mail(
        `Content-Type: text/plain${Array.from({ length: 50_000 }, (_, index) => `;\r\n name*${index}*=utf-8''%41`).join('')}\r\n\r\nAll is well.`,
      ),
    expected: 'ready',
  },
  {
    tries: 'eml: names of attachments that lead elsewhere',
    name: 'names.eml',
    bytes: () =>
      emlSample(
        [
          '../../etc/passwd',
          '/etc/passwd',
          'C:\\x.txt',
          'a\u0000b',
          'a\nb',
          '..',
          'con',
          `${'x'.repeat(5000)}.pdf`,
        ].map((name) => ({ name: name.replaceAll('"', ''), type: 'text/plain', bytes: bytesOf('a') })),
      ),
    expected: 'ready',
    holds: ({ children }) =>
      children.length >= 8 &&
      children.every(({ name }) => !/[/\\]|\p{Cc}/u.test(name) && name !== '..' && name.length <= 255),
  },
  {
    tries: 'eml: HTML that loads pictures and runs scripts',
    name: 'html.eml',
    bytes: () =>
      mail(
        'Content-Type: text/html\r\n\r\n<p>All is well.<img src="http://127.0.0.1:1/x"><script>fetch("file:///etc/passwd")</script><iframe src="file:///etc/passwd"></iframe><a href="javascript:x">here</a>',
      ),
    expected: 'ready',
    holds: ({ links, text }) => links.length === 0 && !text.includes('fetch'),
  },
  {
    tries: 'msg: RTF of groups in groups',
    name: 'groups.msg',
    bytes: () => rtf(`{\\rtf1\\ansi\\fromhtml1 ${'{'.repeat(500_000)}All is well.`),
    expected: 'ready',
  },
  {
    tries: 'msg: RTF of closing braces and endless words',
    name: 'braces.msg',
    bytes: () =>
      rtf(
        `{\\rtf1\\ansi ${'}'.repeat(100_000)}\\${'a'.repeat(500_000)}\\u99999999999 \\bin4294967295 ${"\\'zz".repeat(100_000)}`,
      ),
    expected: 'ready',
  },
  {
    tries: 'msg: compressed RTF that states four gigabytes',
    name: 'states.msg',
    bytes: () => {
      const header = Buffer.alloc(16);
      header.writeUInt32LE(0xffffffff, 0);
      header.writeUInt32LE(0xffffffff, 4);
      header.write('LZFu', 8, 'latin1');
      return withRtf(header);
    },
    expected: 'ready',
  },
  {
    tries: 'msg: sectors that follow themselves',
    name: 'chain.msg',
    bytes: () => {
      const bytes = Buffer.from(msgSample({ name: 'a.txt', type: 'text/plain', bytes: bytesOf('a'.repeat(10_000)) }));
      const table = (bytes.readUInt32LE(76) + 1) * 512;
      for (let at = table; at + 4 <= table + 512; at += 4) bytes.writeUInt32LE((at - table) / 4, at);
      return new Uint8Array(bytes);
    },
    expected: 'unsupported',
  },
];
