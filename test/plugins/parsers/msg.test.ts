import reader from '@kenjiuno/msgreader';
import test from 'ava';
import type { ParsedDocument } from '../../../core/document/parsed.ts';
import { plugin } from '../../../plugins/parsers/msg.ts';
import { parseLimits, parseWith, testParser } from '../../contracts/parser.ts';
import { bytesOf } from '../../support/bytes.ts';
import { png } from './eml/messages.ts';
import { type Item, makeMsg, storedRtf, type Values } from './msg/items.ts';
import { outline, warningCodes } from './outline.ts';

const SENT = new Date('2026-04-14T07:12:30Z');

const values: Values = {
  26: 'IPM.Note',
  55: 'The lease',
  57: SENT,
  3098: 'Ann Lee',
  3102: 'SMTP',
  3103: 'ann@example.com',
};
const recipients: readonly Values[] = [
  { 3093: 1, 12289: 'Bob', 14846: 'bob@example.com' },
  { 3093: 2, 12289: 'Carl', 12290: 'EX', 12291: '/O=ORG/CN=CARL' },
  { 3093: 3, 12289: 'dan@example.com', 12290: 'SMTP', 12291: 'dan@example.com' },
];
const file = (name: string, bytes: Uint8Array, more: Values = {}): Values => ({
  14085: 1,
  14087: name,
  14081: bytes,
  ...more,
});

const read = (item: Item): Promise<ParsedDocument> => parseWith(plugin, makeMsg(item));
const lines = (document: ParsedDocument): string[] => outline(document).slice(1);

testParser(test, {
  plugin,
  module: new URL('../../../plugins/parsers/msg.ts', import.meta.url).href,
  sample: {
    name: 'lease.msg',
    bytes: () =>
      makeMsg({
        values: { ...values, 4096: 'Dear Bob,\r\n\r\nthe lease is attached, 👍.\r\n' },
        recipients,
        attachments: [file('lease.pdf', bytesOf('%PDF-1.7'))],
      }),
  },
});

test('a message reads like one that travelled: header, body, history, attachments', async (t) => {
  const document = await read({
    values: {
      ...values,
      55: 'RE: The lease',
      4096: 'Agreed.\r\n\r\nFrom: Bob\r\nSent: Monday\r\nTo: Ann\r\n\r\nIs it 500?',
    },
    recipients,
    attachments: [file('C:\\x\\lease.pdf', bytesOf('%PDF-1.7')), file('lease.pdf', bytesOf('other'))],
  });
  t.is(document.title, 'RE: The lease');
  t.deepEqual(lines(document), [
    'paragraph: From: Ann Lee <ann@example.com>\nTo: Bob <bob@example.com>\nCc: Carl\nBcc: dan@example.com\nDate: Tue, 14 Apr 2026 07:12:30 +0000\nSubject: RE: The lease',
    'paragraph: Agreed.',
    'quoted-history: From: Bob\nSent: Monday\nTo: Ann',
    'quoted-history: Is it 500?',
    'paragraph: Attachments: lease.pdf, lease (2).pdf',
  ]);
  t.deepEqual(
    document.children.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
    [
      ['lease.pdf', '%PDF-1.7'],
      ['lease (2).pdf', 'other'],
    ],
  );
});

test("the header that it travelled with knows the sender's time and address", async (t) => {
  const headers =
    'Received: by x\r\nFrom: =?utf-8?Q?Ann_L=C3=A9e?= <ann@example.org>\r\nDate: Tue, 14 Apr 2026 09:12:30 +0200\r\nReply-To: desk@example.org\r\nTo: old@example.com\r\n\r\n';
  const document = await read({ values: { ...values, 66: 'Boss', 125: headers, 4096: 'x' }, recipients });
  t.deepEqual(lines(document)[0]?.split('\n'), [
    'paragraph: From: Ann Lée <ann@example.org>',
    'Sender: Ann Lee <ann@example.com>',
    'Reply-To: desk@example.org',
    'To: Bob <bob@example.com>',
    'Cc: Carl',
    'Bcc: dan@example.com',
    'Date: Tue, 14 Apr 2026 09:12:30 +0200',
    'Subject: The lease',
  ]);
});

test('on behalf of someone, and recipients that are only named', async (t) => {
  const document = await read({
    values: { ...values, 66: 'Board', 100: 'SMTP', 101: 'board@example.com', 3588: 'Bob; Eve', 4096: 'x' },
  });
  t.regex(document.text, /From: Board <board@example\.com>\nSender: Ann Lee <ann@example\.com>\nTo: Bob; Eve\n/);
});

test('HTML in its code page, HTML and text inside RTF, RTF itself', async (t) => {
  const body = async (more: Values): Promise<string[]> =>
    lines(await read({ values: { ...values, 4096: 'plain', ...more } })).slice(1);
  t.deepEqual(await body({ 4115: Buffer.from('<h2>K\xfcndigung</h2><ul><li>one</li></ul>', 'latin1'), 16350: 28591 }), [
    'heading 2: Kündigung',
    'list-item 1: one',
  ]);
  t.deepEqual(await body({ 4115: Buffer.from('<p>\xc4\xee\xe3\xee\xe2\xee\xf0</p>', 'latin1'), 16350: 1251 }), [
    'paragraph: Договор',
  ]);
  t.deepEqual(await body({ 4115: '<p>Text of HTML</p>' }), ['paragraph: Text of HTML']);
  const html = storedRtf(
    String.raw`{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 In \'fc RTF{\*\htmltag72 </p>}\htmlrtf }\htmlrtf0}`,
  );
  t.deepEqual(await body({ 4105: html }), ['paragraph: In ü RTF']);
  t.deepEqual(await body({ 4105: storedRtf(String.raw`{\rtf1\ansi Rich \b text\b0\par\par next}`) }), [
    'paragraph: Rich text',
    'paragraph: next',
  ]);
  t.deepEqual(await body({ 4105: bytesOf('damaged') }), ['paragraph: plain']);
  t.deepEqual(await body({ 4115: bytesOf('<p>&nbsp;</p>') }), ['paragraph: plain']);
});

test('strings of 8 bits in the code page of the message', async (t) => {
  const ansi = (bytes: string) => ({ ansi: Buffer.from(bytes, 'latin1') });
  const document = await read({
    values: {
      26: ansi('IPM.Note'),
      55: ansi('\x8c\x5f\x96\xf1\x8f\x91'),
      4096: ansi('\x8c\x5f\x96\xf1'),
      16381: 932,
      3098: ansi('Ann'),
    },
    recipients: [{ 3093: 1, 12289: ansi('\x8c\x5f') }],
  });
  t.is(document.title, '契約書');
  t.regex(document.text, /From: Ann\nTo: 契\nSubject: 契約書\n\n契約$/);
});

test('a message that is attached becomes a file that this parser and others read', async (t) => {
  const named: Item['names'] = [['00062002-0000-0000-c000-000000000046', 0x8208, 0x8005]];
  const inner: Item = {
    values: { ...values, 26: 'IPM.Appointment', 55: 'Inner / one', 4096: 'Deep text', 32773: 'Room 5' },
    recipients,
    attachments: [
      file('deep.pdf', new Uint8Array(9000).fill(7)),
      { values: { 14085: 5, 12289: 'Third' }, item: { values: { 55: 'Third', 4096: 'third text' } } },
    ],
  };
  const document = await read({
    values: { ...values, 4096: 'See below.' },
    attachments: [{ values: { 14085: 5, 12289: 'Inner / one' }, item: inner }],
    names: named,
  });
  t.deepEqual(
    document.children.map(({ name }) => name),
    ['Inner - one.msg'],
  );
  const bytes = document.children[0]?.bytes ?? new Uint8Array();
  const child = await parseWith(plugin, bytes);
  t.is(child.title, 'Inner / one');
  t.regex(
    child.text,
    /To: Bob <bob@example\.com>[\s\S]*Where: Room 5\n\nDeep text\n\nAttachments: deep\.pdf, Third\.msg$/,
  );
  t.is(child.children[0]?.bytes.byteLength, 9000);
  t.regex((await parseWith(plugin, child.children[1]?.bytes ?? new Uint8Array())).text, /third text$/);

  const other = new reader.default(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)).getFileData();
  t.is(other.subject, 'Inner / one');
  t.is(other.body, 'Deep text');
  t.deepEqual(
    other.recipients?.map(({ name }) => name),
    ['Bob', 'Carl', 'dan@example.com'],
  );
  t.is(other.apptLocation, 'Room 5');
  t.is(other.attachments?.[0]?.contentLength, 9000);
});

test('pictures in the text, references and rights', async (t) => {
  const document = await read({
    values: { ...values, 4115: bytesOf('<p>Plan <img src="cid:plan@x"></p>') },
    attachments: [
      file('plan.png', png(300, 300), { 14098: 'plan@x' }),
      file('logo.png', png(20, 20), { 14100: 4 }),
      { 14085: 7, 14087: 'cloud.docx' },
    ],
  });
  t.deepEqual(
    document.children.map(({ name }) => name),
    ['plan.png'],
  );
  t.deepEqual(warningCodes(document), ['external-body']);
  const rights = await read({
    values: { ...values, 4096: 'Protected' },
    attachments: [file('message.rpmsg', bytesOf('x'))],
  });
  t.deepEqual(warningCodes(rights), ['encrypted-content']);
  t.deepEqual(rights.children, []);
  const pgp = await read({
    values,
    attachments: [
      file('ATT1', bytesOf('Version: 1'), { 14094: 'application/pgp-encrypted' }),
      file('ATT2', bytesOf('-----BEGIN PGP MESSAGE-----\nx')),
    ],
  });
  t.deepEqual([warningCodes(pgp), pgp.children], [['encrypted-content'], []]);
});

test('signed and encrypted as a whole', async (t) => {
  const entity =
    'Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSigned text.\r\n--b\r\nContent-Type: application/pkcs7-signature\r\n\r\nx\r\n--b--\r\n';
  const signed = await read({
    values: { ...values, 26: 'IPM.Note.SMIME.MultipartSigned' },
    attachments: [file('smime.p7m', bytesOf(entity))],
  });
  t.regex(signed.text, /Subject: The lease\n\nSigned text\.$/);
  t.deepEqual([warningCodes(signed), signed.children], [[], []]);
  const encrypted = await read({
    values: { ...values, 26: 'IPM.Note.SMIME' },
    attachments: [file('smime.p7m', bytesOf('0\x80x'))],
  });
  t.deepEqual([warningCodes(encrypted), encrypted.children], [['encrypted-content'], []]);
});

test('appointments, tasks and contacts show what they are about', async (t) => {
  const item = async (kind: string, more: Values, names: Item['names'] = []): Promise<string> =>
    (await read({ values: { 26: kind, 55: 'Keys', ...more }, names })).text;
  const appointment = '00062002-0000-0000-c000-000000000046';
  t.regex(
    await item(
      'IPM.Appointment',
      {
        32768: new Date('2026-04-14T16:00:00Z'),
        32769: new Date('2026-04-14T16:30:00Z'),
        32770: 'Kilnrow Yard',
        32771: '(UTC-08:00) Pacific Time',
      },
      [
        [appointment, 0x820d, 0x8000],
        [appointment, 0x820e, 0x8001],
        [appointment, 0x8208, 0x8002],
        [appointment, 0x8234, 0x8003],
      ],
    ),
    /When: Tue, 14 Apr 2026 16:00:00 \+0000 to Tue, 14 Apr 2026 16:30:00 \+0000\nTime zone: \(UTC-08:00\) Pacific Time\nWhere: Kilnrow Yard/,
  );
  t.regex(
    await item('IPM.Task', { 32768: new Date('2026-04-30T00:00:00Z'), 32769: 1 }, [
      ['00062003-0000-0000-c000-000000000046', 0x8105, 0x8000],
      ['00062003-0000-0000-c000-000000000046', 0x8101, 0x8001],
    ]),
    /Due: Thu, 30 Apr 2026\nStatus: In progress/,
  );
  t.regex(
    await item('IPM.Contact', { 12289: 'Ann Lee', 14870: 'Kilnrow', 14876: '555-0118' }),
    /Name: Ann Lee\nCompany: Kilnrow\nMobile: 555-0118/,
  );
});

test('files that are no good, and limits', async (t) => {
  await t.throwsAsync(parseWith(plugin, new Uint8Array(2000)), { code: 'damaged' });
  const nested = (levels: number): Item => ({
    values: { 55: 'x', 4096: 'y' },
    attachments: levels === 0 ? [] : [{ values: { 14085: 5, 12289: 'x' }, item: nested(levels - 1) }],
  });
  await t.throwsAsync(parseWith(plugin, makeMsg(nested(30)), { limits: { ...parseLimits, maxNesting: 20 } }), {
    code: 'nested_too_deep',
  });
  const large = makeMsg({ values, attachments: [file('a', new Uint8Array(6000)), file('b', new Uint8Array(6000))] });
  await t.throwsAsync(parseWith(plugin, large, { limits: { ...parseLimits, maxUnpackedBytes: 10_000 } }), {
    code: 'unpacks_too_large',
  });
});
