import test from 'ava';
import { plugin } from '../../../../plugins/parsers/eml.ts';
import { parseMime } from '../../../../plugins/parsers/shared/mail/mime/parts.ts';
import { parseLimits, parseWith } from '../../../contracts/parser.ts';
import { warningCodes } from '../outline.ts';
import { bodyOf, headers, message, part, readText } from './messages.ts';

const read = (type: string, body: string) => parseWith(plugin, message([...headers, `Content-Type: ${type}`], body));

test('boundaries: a missing end, blanks, one that begins like another, one used twice', async (t) => {
  t.is(bodyOf(await read('multipart/mixed; boundary=b', `preamble\n--b\n\nOne\n--b  \n\nTwo`)), 'One\n\nTwo');
  t.is(bodyOf(await read('multipart/mixed; boundary=b', `--b\n\n--bb is text\n--b--\nepilogue`)), '--bb is text');
  const inner = (boundary: string, end: string): string =>
    `--b\nContent-Type: multipart/mixed; boundary=${boundary}\n\n--${boundary}\n\nOne\n${end}--b\n\nTwo\n--b--`;
  t.is(bodyOf(await read('multipart/mixed; boundary=b', inner('bb', ''))), 'One\n\nTwo');
  t.is(bodyOf(await read('multipart/mixed; boundary=b', inner('b--', '--b----\n'))), 'One\n\nTwo');
  t.is(
    bodyOf(
      await read(
        'multipart/alternative; boundary=b',
        `--b\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nPlain\n--b\nContent-Type: text/html\n\n<p>Plain</p>\n--b--\n--b--`,
      ),
    ),
    'Plain',
  );
});

test('boundaries that are not stated, or stated wrongly, are found; what has none is a text', async (t) => {
  t.is(bodyOf(await read('multipart/mixed', '--abc\n\nOne\n--abc\n\nTwo\n--abc--')), 'One\n\nTwo');
  t.is(bodyOf(await read('multipart/mixed; boundary=wrong', '--abc\n\nOne\n--abc--')), 'One');
  t.is(bodyOf(await read('multipart/mixed; boundary=b', 'Only text')), '');
  t.is(bodyOf(await read('multipart/mixed; boundary=b', '--b\nA part without fields\n--b--')), 'A part without fields');
  t.is(bodyOf(await read('nonsense', 'Text')), 'Text');
});

test('parts deeper than the limit are refused, in any number', async (t) => {
  const deep = Array.from(
    { length: 10_000 },
    (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`,
  ).join('');
  const bytes = new Uint8Array(Buffer.from(`From: a@b.c\n${deep}`));
  await t.throwsAsync(parseWith(plugin, bytes), { code: 'nested_too_deep' });
  const messages = `From: a@b.c\n${'Content-Type: message/rfc822\n\n'.repeat(10_000)}Subject: x\n\ny`;
  t.is((await parseWith(plugin, new Uint8Array(Buffer.from(messages)))).children.length, 1);
});

test('headers and lines of any length, zeros and bytes of any kind end in a result', async (t) => {
  const megabyte = 'x'.repeat(2 ** 20);
  t.is((await readText('Body', [`X-Long: ${megabyte}`, `Subject: ${megabyte}`])).title?.length, 500);
  const limits = { ...parseLimits, maxCharacters: 1000 };
  await t.throwsAsync(parseWith(plugin, message(headers, megabyte), { limits }), { code: 'too_much_text' });
  t.is(bodyOf(await readText('a\0b\x01c')), 'abc');
  t.is(bodyOf(await readText('%%%', ['Content-Transfer-Encoding: base64'])), '');
  t.notThrows(() => parseMime(new Uint8Array(Buffer.from(`${'-- '.repeat(1000)}\n`.repeat(100))), 200));
});

test('patterns made to be slow are not', async (t) => {
  for (const header of [
    `To: ${'("'.repeat(100_000)}`,
    `From: ${'<'.repeat(200_000)}`,
    `Subject: ${'=?a?Q?'.repeat(50_000)}`,
    `Content-Type: text/plain; ${'a*0*='.repeat(50_000)}`,
    `Content-Type: ${'('.repeat(200_000)}`,
  ]) {
    t.truthy(await readText('x', [header]));
  }
  for (const line of [
    '-'.repeat(300_000),
    `On ${'a '.repeat(100_000)}`,
    `From: ${' '.repeat(200_000)}`,
    '> '.repeat(100_000),
    '--b\n'.repeat(50_000),
  ]) {
    t.truthy(await readText(part([], line)));
  }
});

test('of a mailbox the first message is read, and that there are more is said', async (t) => {
  const one = (subject: string): string =>
    `From ann@example.com Tue Apr 14 09:12:00 2026\nSubject: ${subject}\n\nFrom here on, ${subject}.\n\n`;
  const single = await parseWith(plugin, new Uint8Array(Buffer.from(one('one'))));
  t.deepEqual(warningCodes(single), []);
  const several = await parseWith(plugin, new Uint8Array(Buffer.from(one('one') + one('two'))));
  t.deepEqual(warningCodes(several), ['messages-left-out']);
  t.true(several.text.endsWith('From here on, one.'));
});
