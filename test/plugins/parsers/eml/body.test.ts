import test from 'ava';
import { plugin } from '../../../../plugins/parsers/eml.ts';
import { parseWith } from '../../../contracts/parser.ts';
import { outline, warningCodes } from '../outline.ts';
import {
  bodyOf,
  file,
  headers,
  html,
  message,
  multipart,
  nested,
  part,
  plain,
  readMultipart,
  readText,
  utf8,
} from './messages.ts';

test('transfer encodings, whole and broken', async (t) => {
  const body = async (encoding: string, content: string, charset = 'utf-8'): Promise<string> =>
    bodyOf(
      await readText(content, [
        `Content-Transfer-Encoding: ${encoding}`,
        `Content-Type: text/plain; charset=${charset}`,
      ]),
    );
  t.is(
    await body('quoted-printable', 'Kaution: 500=E2=82=AC and a long l=\nine.   \nx =3D y, 5=, =ZZ'),
    'Kaution: 500€ and a long line.\nx = y, 5=, =ZZ',
  );
  t.is(await body('BASE64', 'S2F1\ndGlv\n!!bg=='), 'Kaution');
  t.is(await body('base64', 'S2F1\ndGlvbg==\nIDUwMA=='), 'Kaution 500');
  t.is(await body('8bit', utf8('Kaution 500€')), 'Kaution 500€');
  t.is(await body('"base64"', 'S2F1dGlvbg=='), 'Kaution');
});

test('character sets: stated, wrong, missing', async (t) => {
  const body = async (charset: string | undefined, content: Uint8Array): Promise<string> =>
    bodyOf(
      await readText(Buffer.from(content).toString('base64'), [
        'Content-Transfer-Encoding: base64',
        ...(charset === undefined ? [] : [`Content-Type: text/plain; charset=${charset}`]),
      ]),
    );
  const hex = (value: string): Uint8Array => new Uint8Array(Buffer.from(value, 'hex'));
  t.is(await body('koi8-r', hex('e4cfc7cfd7cfd2')), 'Договор');
  t.is(await body('"Shift_JIS"', hex('8c5f96f18f91')), '契約書');
  t.is(await body('iso-2022-jp', hex('1b244237404c733d711b2842')), '契約書');
  t.is(await body('gb2312', hex('bacfcdac')), '合同');
  t.is(await body('gb2312', hex('c6f5bc7395f8')), '契約書');
  t.is(await body('utf-7', Buffer.from('M+APw-nchen +- x')), 'München + x');
  t.is(await body('cp1251', hex('c4eee3eee2eef0')), 'Договор');
  t.is(await body('windows-1252', Buffer.from('Kündigung €')), 'Kündigung €');
  t.is(await body('us-ascii', Buffer.from('Kündigung')), 'Kündigung');
  t.is(await body('utf-8', hex('4bfc6e646967756e67')), 'Kündigung');
  t.is(await body('x-unknown', hex('4bfc6e646967756e67')), 'Kündigung');
  t.is(await body(undefined, Buffer.from('Kündigung')), 'Kündigung');
  t.is(await body('nonsense', Buffer.from('Kündigung')), 'Kündigung');
  const broken = await readText(`${utf8('Kündigung, Prüfung, Änderung, Übergabe')} \xfc`, [
    'Content-Type: text/plain; charset=utf-8',
  ]);
  t.deepEqual(warningCodes(broken), ['encoding']);
});

test('flowed text is put together again, quotations and the signature kept apart', async (t) => {
  const body = 'The rent is due \non the first.\n>> quoted \n>> words\n> other\n -- not a mark\n-- \nAnn';
  const document = await readText(body, ['Content-Type: text/plain; format=flowed']);
  t.is(bodyOf(document), 'The rent is due on the first.\n>> quoted words\n> other\n-- not a mark\n-- \nAnn');
  t.deepEqual(outline(document).slice(1), [
    'paragraph: The rent is due on the first.',
    'quoted-history: >> quoted words\n> other',
    'paragraph: -- not a mark',
    'paragraph: -- \nAnn',
  ]);
  const joined = await readText('Miet \nvertrag', ['Content-Type: text/plain; format=flowed; delsp=yes']);
  t.is(bodyOf(joined), 'Mietvertrag');
});

test('numbers and lines alone are what a message says, not page furniture', async (t) => {
  t.deepEqual(outline(await readText('How many keys?\n\n12\n\nAnn')).slice(1), [
    'paragraph: How many keys?',
    'paragraph: 12',
    'paragraph: Ann',
  ]);
});

test('of alternatives the HTML is read, unless it is empty or a stub; a difference is said', async (t) => {
  const same = await readMultipart('alternative', [
    plain('The rent is 500 EUR.'),
    html('<p>The <b>rent</b> is 500 EUR.</p>'),
  ]);
  t.is(bodyOf(same), 'The rent is 500 EUR.');
  t.deepEqual(warningCodes(same), []);
  const figures = await readMultipart('alternative', [
    plain('The rent is 500 EUR.'),
    html('<p>The rent is 5000 EUR.</p>'),
  ]);
  t.is(bodyOf(figures), 'The rent is 5000 EUR.');
  t.deepEqual(warningCodes(figures), ['alternative-differs']);
  const empty = await readMultipart('alternative', [plain('The rent is 500 EUR.'), html('<p>&nbsp;</p>')]);
  t.is(bodyOf(empty), 'The rent is 500 EUR.');
  const long = 'The landlord shall repair the roof, the windows and the heating within ten days after notice. '
    .repeat(3)
    .trim();
  const stub = await readMultipart('alternative', [plain(long), html('<p>View this message in a browser</p>')]);
  t.is(bodyOf(stub), long);
  t.deepEqual(warningCodes(stub), ['alternative-differs']);
  const reversed = await readMultipart('alternative', [html('<p>Rich</p>'), plain('Rich')]);
  t.is(bodyOf(reversed), 'Rich');
});

test('several texts are read in order; pictures and attachments between them do not part them', async (t) => {
  const document = await readMultipart('mixed', [
    plain('First.'),
    file('inline; filename=plan.pdf', '%PDF'),
    html('<p>Second.</p>'),
    nested('alternative', [plain('Third.'), html('<p>Third.</p>')], 'b2'),
    part(['Content-Type: text/plain; name=terms.txt'], 'Not the body'),
  ]);
  t.is(bodyOf(document), 'First.\n\nSecond.\n\nThird.');
  t.deepEqual(
    document.children.map(({ name }) => name),
    ['plan.pdf', 'terms.txt'],
  );
});

test('related parts: the one that is named or the first is read', async (t) => {
  const parts = [
    part(['Content-Type: text/html', 'Content-ID: <one>'], '<p>Other</p>'),
    part(['Content-Type: text/html', 'Content-ID: <two>'], '<p>Root</p>'),
  ];
  const [, body] = multipart('related', parts);
  const document = await parseWith(
    plugin,
    message([...headers, 'Content-Type: multipart/related; boundary=b1; start="<two>"'], body),
  );
  t.is(bodyOf(document), 'Root');
});

test('HTML keeps headings, lists, tables and links; hidden text and pictures are not there', async (t) => {
  const document = await readMultipart('related', [
    html(
      '<h2>Rent</h2><div style="display:none">preheader</div><ul><li>first</li></ul><table><tr><th>Month</th><th>Rent</th></tr><tr><td>May</td><td>500</td></tr></table><p>See <a href="https://example.com/x">here</a><img src="cid:logo"></p>',
    ),
  ]);
  t.deepEqual(outline(document).slice(1), [
    'heading 2: Rent',
    'list-item 1: first',
    'header 0.0: 0=Month | 1=Rent',
    'row 0.1: 0=May | 1=500',
    'paragraph: See here',
  ]);
  t.deepEqual(warningCodes(document), ['hidden-text']);
  t.deepEqual(
    document.links.map(({ charStart, charEnd, target }) => [document.text.slice(charStart, charEnd), target]),
    [['here', 'https://example.com/x']],
  );
});

test('addresses in plain text are links', async (t) => {
  const { text, links } = await readText('See https://example.com/a?b=1, (or http://example.org).');
  t.deepEqual(
    links.map(({ charStart, charEnd }) => text.slice(charStart, charEnd)),
    ['https://example.com/a?b=1', 'http://example.org'],
  );
});

test('an invitation shows what, when, where and who', async (t) => {
  const calendar = [
    'BEGIN:VCALENDAR',
    'METHOD:REQUEST',
    'BEGIN:VTIMEZONE',
    'DTSTART:19700101T000000',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    'SUMMARY:Handover of the keys\\, Suite',
    '  210',
    'DTSTART;TZID=America/Los_Angeles:20260414T090000',
    'DTEND;TZID=America/Los_Angeles:20260414T093000',
    'LOCATION:42 Kilnrow Lane',
    'ORGANIZER;CN="Ann Lee":mailto:ann@example.com',
    'ATTENDEE;PARTSTAT=NEEDS-ACTION;CN=Bob:mailto:bob@example.com',
    'DESCRIPTION:Bring the old keys.',
    'BEGIN:VALARM',
    'DESCRIPTION:Reminder',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\n');
  const lines =
    'Invitation: Handover of the keys, Suite 210\nWhen: Tue, 14 Apr 2026 09:00 to 09:30 (America/Los_Angeles)\nWhere: 42 Kilnrow Lane\nOrganizer: Ann Lee <ann@example.com>\nAttendees: Bob <bob@example.com>';
  const part1 = part(['Content-Type: text/calendar; method=REQUEST; charset=utf-8'], calendar);
  t.is(bodyOf(await readMultipart('alternative', [plain('Please come.'), part1])), `${lines}\n\nPlease come.`);
  t.is(bodyOf(await readMultipart('mixed', [part1])), `${lines}\n\nBring the old keys.`);
  const whole = calendar
    .replace('DTSTART;TZID=America/Los_Angeles:20260414T090000', 'DTSTART;VALUE=DATE:20260414')
    .replace('DTEND;TZID=America/Los_Angeles:20260414T093000', 'DTEND;VALUE=DATE:20260415')
    .replace('REQUEST', 'CANCEL');
  const cancelled = bodyOf(await readMultipart('mixed', [part(['Content-Type: text/calendar'], whole)]));
  t.regex(cancelled, /^Cancelled: Handover of the keys, Suite 210\nWhen: Tue, 14 Apr 2026\nWhere/);
});

test('reports, digests and parts of messages', async (t) => {
  const report = await readMultipart('report', [
    plain('Could not be delivered.'),
    part(['Content-Type: message/delivery-status'], 'Reporting-MTA: dns; x\n\nAction: failed'),
    part(['Content-Type: message/rfc822'], 'Subject: Notice of termination\n\nText'),
  ]);
  t.is(bodyOf(report), 'Could not be delivered.\n\nReporting-MTA: dns; x\n\nAction: failed');
  t.deepEqual(
    report.children.map(({ name }) => name),
    ['Notice of termination.eml'],
  );
  const digest = await readMultipart('digest', [part([], 'Subject: One\n\nA'), part([], 'Subject: One\n\nB')]);
  t.deepEqual(
    digest.children.map(({ name }) => name),
    ['One.eml', 'One (2).eml'],
  );
  const partial = await readText('Half a', ['Content-Type: message/partial; number=1; total=2; id=x']);
  t.deepEqual(warningCodes(partial), ['partial-message']);
  t.is(bodyOf(partial), 'Half a');
});

test('right-to-left text stays as it is written', async (t) => {
  t.is(
    bodyOf(await readText(utf8('חוזה שכירות 2026'), ['Content-Type: text/plain; charset=utf-8'])),
    'חוזה שכירות 2026',
  );
});
