import test from 'ava';
import type { ParsedDocument } from '../../../../core/document/parsed.ts';
import { plugin } from '../../../../plugins/parsers/eml.ts';
import { parseLimits, parseWith } from '../../../contracts/parser.ts';
import { warningCodes } from '../outline.ts';
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
  png,
  readMultipart,
  readText,
} from './messages.ts';

const names = ({ children }: ParsedDocument): string[] => children.map(({ name }) => name);
const named = async (disposition: string, type?: string): Promise<string | undefined> =>
  names(await readMultipart('mixed', [plain('x'), file(disposition, 'y', type)]))[0];

test('names: encoded, continued, in the character set of the message, missing', async (t) => {
  t.is(await named('attachment; filename="Miet; vertrag.pdf"'), 'Miet; vertrag.pdf');
  t.is(await named('attachment; filename=Office lease.pdf'), 'Office lease.pdf');
  t.is(await named(`attachment; filename*=UTF-8''K%C3%BCndigung.pdf; filename=x.pdf`), 'Kündigung.pdf');
  t.is(
    await named(`attachment; filename*0*=utf-8''%e5%a5%91%e7; filename*1*=%b4%84; filename*2=" 1.pdf"`),
    '契約 1.pdf',
  );
  t.is(await named('attachment; filename="=?utf-8?B?5aWR57SE?=.pdf"'), '契約.pdf');
  t.is(await named('attachment; filename="K\xfcndigung.pdf"'), 'Kündigung.pdf');
  t.is(await named('attachment', 'application/pdf; name=from-type.pdf'), 'from-type.pdf');
  t.is(await named('attachment'), 'attachment-1.pdf');
  t.is(await named('attachment', 'image/png'), 'picture-1.png');
});

test('names are names: no path, nothing unseen, not too long, told apart', async (t) => {
  t.is(await named('attachment; filename="../../etc/passwd"'), 'passwd');
  t.is(await named('attachment; filename="C:\\x\\y.pdf"'), 'y.pdf');
  t.is(await named('attachment; filename=".."'), 'attachment-1.pdf');
  t.is(await named(`attachment; filename*=utf-8''a%0Ab%00%E2%80%AEfdp.exe`), 'a bfdp.exe');
  const long = await named(`attachment; filename*=utf-8''${'%F0%9F%91%8D'.repeat(500)}.pdf`);
  t.true((long?.length ?? 999) <= 255);
  t.regex(long ?? '', /^(?:👍)+\.pdf$/u);
  const twice = await readMultipart(
    'mixed',
    ['a.pdf', 'A.pdf', 'a.pdf'].map((name) => file(`attachment; filename=${name}`, name)),
  );
  t.deepEqual(names(twice), ['a.pdf', 'A (2).pdf', 'a (3).pdf']);
  t.regex(twice.text, /\n\nAttachments: a\.pdf, A \(2\)\.pdf, a \(3\)\.pdf$/);
});

test('a message that is attached is one document, with its own attachments inside', async (t) => {
  const [header, body] = multipart('mixed', [plain('Inner'), file('attachment; filename=deep.pdf', '%PDF')], 'b9');
  const document = await readMultipart('mixed', [
    plain('See below.'),
    part(['Content-Type: message/rfc822'], part(['Subject: Inner / subject', ...header], body)),
  ]);
  t.deepEqual(names(document), ['Inner - subject.eml']);
  t.is(bodyOf(document), 'See below.');
  const [child] = document.children;
  const inner = await parseWith(plugin, child?.bytes ?? new Uint8Array());
  t.is(inner.title, 'Inner / subject');
  t.deepEqual(names(inner), ['deep.pdf']);
});

test('pictures in the text are kept where they show something, and are not listed', async (t) => {
  const picture = (id: string, bytes: Uint8Array, disposition = 'inline'): string =>
    part(
      [
        'Content-Type: image/png',
        `Content-ID: <${id}>`,
        `Content-Disposition: ${disposition}; filename=${id}.png`,
        'Content-Transfer-Encoding: base64',
      ],
      Buffer.from(bytes).toString('base64'),
    );
  const document = await readMultipart('related', [
    html('<p>Plan: <img src="cid:plan"><img src="cid:logo"><img src="cid:pixel"></p>'),
    picture('plan', png(800, 600)),
    picture('logo', png(200, 60)),
    picture('pixel', png(1, 1)),
    picture('scan', png(1, 1), 'attachment'),
  ]);
  t.deepEqual(names(document), ['plan.png', 'scan.png']);
  t.regex(document.text, /Plan:\n\nAttachments: scan\.png$/);
  const mixed = await readMultipart('mixed', [
    picture('early', png(16, 16)),
    html('<img src="cid:early">Text'),
    picture('photo', png(20, 20)),
  ]);
  t.deepEqual(names(mixed), ['photo.png']);
});

test('files in the text itself: uuencode', async (t) => {
  const document = await readText('Before\n\nbegin 644 cat.txt\n#0V%T\n`\nend\n\nAfter');
  t.is(bodyOf(document), 'Before\n\n\n\nAfter');
  t.deepEqual(
    document.children.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
    [['cat.txt', 'Cat']],
  );
  const prose = await readText('We\nbegin 100 days\nafter the end\nof the term.');
  t.deepEqual(prose.children, []);
  t.regex(prose.text, /begin 100 days/);
});

test('attachments of a version that is not shown are kept', async (t) => {
  const document = await readMultipart('alternative', [
    nested('mixed', [plain('Text'), file('attachment; filename=a.pdf', 'a')], 'b2'),
    html('<p>Text</p>'),
  ]);
  t.deepEqual(names(document), ['a.pdf']);
});

test('limits: bytes in all, number of attachments, parts', async (t) => {
  const big = multipart('mixed', [
    file('attachment; filename=a', 'x'.repeat(600)),
    file('attachment; filename=b', 'x'.repeat(600)),
  ]);
  const bytes = message([...headers, ...big[0]], big[1]);
  await t.throwsAsync(parseWith(plugin, bytes, { limits: { ...parseLimits, maxUnpackedBytes: 1000 } }), {
    code: 'unpacks_too_large',
  });
  const many = await readMultipart(
    'mixed',
    Array.from({ length: 1003 }, () => file('attachment; filename=a.txt', 'x')),
  );
  t.is(many.children.length, 1000);
  t.deepEqual(warningCodes(many), ['attachments-left-out']);
  t.regex(many.text, /a \(1003\)\.txt$/);
  const parts = await readMultipart(
    'mixed',
    Array.from({ length: 6000 }, () => plain('x')),
  );
  t.deepEqual(warningCodes(parts), ['parts-left-out']);
});

test('what is kept elsewhere is said and not fetched', async (t) => {
  const document = await readMultipart('mixed', [
    plain('x'),
    part(
      ['Content-Type: message/external-body; access-type=URL; URL="http://example.com/a.pdf"'],
      'Content-Type: application/pdf\n',
    ),
  ]);
  t.deepEqual(warningCodes(document), ['external-body']);
  t.deepEqual(document.children, []);
});
