import test from 'ava';
import { plugin } from '../../../../plugins/parsers/eml.ts';
import { parseWith } from '../../../contracts/parser.ts';
import { warningCodes } from '../outline.ts';
import { message, utf8 } from './messages.ts';

const read = async (...lines: string[]) => parseWith(plugin, message(lines, 'Body.'));
const shown = async (...lines: string[]): Promise<string[]> =>
  (await read(...lines)).text
    .replace(/^[^\n:]*\n\n/, '')
    .split('\n\n')[0]
    ?.split('\n') ?? [];

test('addresses: names, quoted names, groups, comments, folded fields', async (t) => {
  t.deepEqual(
    await shown(
      'From: "Doe, Jane" <jane@example.com>',
      'To: Bob <bob@example.com>,',
      '\tcarl@example.com, "carl@example.com" <carl@example.com>, dan@example.com (Dan)',
      'Cc: Board: ann@example.com, "Eve \\"E\\" X" <eve@example.com>;, undisclosed-recipients:;',
      'Bcc: =?utf-8?Q?Doe,_J=C3=B6rg?= <j@example.com>',
    ),
    [
      'From: "Doe, Jane" <jane@example.com>',
      'To: Bob <bob@example.com>, carl@example.com, carl@example.com, Dan <dan@example.com>',
      'Cc: Board: ann@example.com, Eve "E" X <eve@example.com>, undisclosed-recipients',
      'Bcc: "Doe, Jörg" <j@example.com>',
    ],
  );
});

test('encoded words: split characters, split base64, languages, broken ones, raw bytes', async (t) => {
  const subject = async (value: string, ...more: string[]): Promise<string | undefined> =>
    (await read('From: a@example.com', `Subject: ${value}`, ...more)).title;
  t.is(await subject('=?UTF-8?Q?K=C3=BCndigung_der_Wohnung?='), 'Kündigung der Wohnung');
  t.is(await subject('=?utf-8?B?5aWR57SE?= =?utf-8?B?5pu4?= end'), '契約書 end');
  // One character in two words, and base64 cut between its groups.
  t.is(await subject('=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?='), 'café');
  t.is(await subject('=?utf-8?B?5aWR5?= =?utf-8?B?7SE?='), '契約');
  t.is(await subject('=?iso-8859-1*en?Q?Stra=DFe?='), 'Straße');
  t.is(await subject('=?ISO-2022-JP?B?GyRCN0BMcz1xGyhC?='), '契約書');
  t.is(await subject('=?windows-1251?Q?=C4=EE=E3=EE=E2=EE=F0?='), 'Договор');
  t.is(await subject('=?utf-7?Q?M+APw-nchen?='), 'München');
  t.is(await subject('=?utf-8?Q?open and =? more'), '=?utf-8?Q?open and =? more');
  t.is(await subject('=?nothing?B?TGVhc2U=?='), 'Lease');
  t.is(await subject(utf8('Kündigung')), 'Kündigung');
  t.is(await subject('K\xfcndigung', 'Content-Type: text/plain; charset=iso-8859-1'), 'Kündigung');
  t.is(await subject('one\r\n  two\r\n\tthree'), 'one two three');
});

test('dates as the sender saw them, in one form', async (t) => {
  const date = async (value: string): Promise<string | undefined> =>
    (await shown('From: a@example.com', `Date: ${value}`))[1]?.slice('Date: '.length);
  t.is(await date('Tue, 14 Apr 2026 09:12:30 +0200 (CEST)'), 'Tue, 14 Apr 2026 09:12:30 +0200');
  t.is(await date('14 Apr 26 9:12 EST'), 'Tue, 14 Apr 2026 09:12 -0500');
  t.is(await date('Fri, 14 April 2026 09:12 -0000'), 'Tue, 14 Apr 2026 09:12 +0000');
  t.is(await date('Tue, 31 Feb 2026 09:12 +0000'), 'Tue, 31 Feb 2026 09:12 +0000');
  t.is(await date('yesterday'), 'yesterday');
});

test('who else matters is shown only where it differs; the way of the message never', async (t) => {
  const from = 'From: Ann <ann@example.com>';
  t.deepEqual(await shown(from, 'Reply-To: ann@example.com', 'Sender: ann@example.com', 'X-Mailer: y', 'Received: z'), [
    'From: Ann <ann@example.com>',
  ]);
  t.deepEqual(
    await shown(from, 'Reply-To: desk@example.com', 'Sender: list@example.com', 'Resent-To: eve@example.com'),
    [
      'From: Ann <ann@example.com>',
      'Sender: list@example.com',
      'Reply-To: desk@example.com',
      'Resent-To: eve@example.com',
    ],
  );
});

test('fields that come twice: recipients are put together, of anything else the first counts and is said', async (t) => {
  const document = await read(
    'From: a@example.com',
    'From: b@example.com',
    'To: c@example.com',
    'To: d@example.com',
    'Subject: One',
    'Subject: Two',
  );
  t.regex(document.text, /From: a@example\.com\nTo: c@example\.com, d@example\.com\nSubject: One/);
  t.deepEqual(warningCodes(document), ['repeated-header', 'repeated-header']);
});

test('a mailbox line, blank lines and a byte order mark come before the header', async (t) => {
  for (const before of ['From a@b.c Mon Jan 1 00:00:00 2024\r\n', '\r\n \r\n', '\xef\xbb\xbf']) {
    t.is(
      (await parseWith(plugin, new Uint8Array(Buffer.from(`${before}Subject: Lease\r\n\r\nBody`, 'latin1')))).title,
      'Lease',
    );
  }
});
