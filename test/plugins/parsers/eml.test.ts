import test from 'ava';
import { plugin } from '../../../plugins/parsers/eml.ts';
import { parseWith, testParser } from '../../contracts/parser.ts';
import { headers, message, multipart, part, plain, readMultipart, readText } from './eml/messages.ts';
import { outline, warningCodes } from './outline.ts';

const [header, body] = multipart('mixed', [
  plain('Dear Bob,\n\nthe lease is attached, 👍.\n\nAnn'),
  part(['Content-Type: application/pdf', 'Content-Disposition: attachment; filename=lease.pdf'], '%PDF-1.7'),
]);

testParser(test, {
  plugin,
  module: new URL('../../../plugins/parsers/eml.ts', import.meta.url).href,
  sample: { name: 'lease.eml', bytes: () => message([...headers, 'Subject: The lease', ...header], body) },
});

test('a message reads as a mail program shows it, with its attachment as a document of its own', async (t) => {
  const document = await parseWith(
    plugin,
    message([...headers, 'Subject: The lease', 'Received: by x', ...header], body),
  );
  t.is(document.title, 'The lease');
  t.deepEqual(outline(document), [
    'heading 1: The lease',
    'paragraph: From: ann@example.com\nTo: bob@example.com\nDate: Tue, 14 Apr 2026 09:12:00 +0200\nSubject: The lease',
    'paragraph: Dear Bob,',
    'paragraph: the lease is attached, 👍.',
    'paragraph: Ann',
    'paragraph: Attachments: lease.pdf',
  ]);
  t.deepEqual(
    document.children.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
    [['lease.pdf', '%PDF-1.7']],
  );
});

test('a message without a body is its header, and says that it is encrypted where it is', async (t) => {
  const empty = await readText('');
  t.regex(empty.text, /^From: ann@example.com\n/);
  t.is(empty.title, undefined);
  const pgp = await readMultipart('encrypted', [
    part(['Content-Type: application/pgp-encrypted'], 'Version: 1'),
    part(['Content-Type: application/octet-stream'], '-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----'),
  ]);
  t.deepEqual(warningCodes(pgp), ['encrypted-content']);
  t.deepEqual(pgp.children, []);
  t.notRegex(pgp.text, /PGP/);
  const smime = await readText('MIIB', [
    'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
  ]);
  t.deepEqual(warningCodes(smime), ['encrypted-content']);
  const inline = await readText('Hello\n\n-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n');
  t.deepEqual(warningCodes(inline), ['encrypted-content']);
  t.true(inline.text.endsWith('Hello'));
});

test('signatures leave what was signed', async (t) => {
  const signed = await readMultipart('signed', [
    plain('Signed text.'),
    part(
      [
        'Content-Type: application/pkcs7-signature; name=smime.p7s',
        'Content-Disposition: attachment; filename=smime.p7s',
      ],
      'x',
    ),
  ]);
  t.true(signed.text.endsWith('\n\nSigned text.'));
  t.deepEqual(signed.children, []);
  const clear = await readText(
    '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nClear text.\n- -- dashed\n-----BEGIN PGP SIGNATURE-----\n\nxyz\n-----END PGP SIGNATURE-----\n',
  );
  t.true(clear.text.endsWith('\n\nClear text.\n-- dashed'));

  // ContentInfo { signedData, [0] { version, digests, { data, [0] OCTET STRING }, … } }, RFC 5652.
  const tlv = (tag: number, ...content: Uint8Array[]): Buffer => {
    const value = Buffer.concat(content);
    return Buffer.concat([Buffer.from([tag, 0x82, value.length >> 8, value.length & 0xff]), value]);
  };
  const oid = (hex: string): Buffer => tlv(0x06, Buffer.from(hex, 'hex'));
  const entity = Buffer.from('Content-Type: text/plain\r\n\r\nOpaque text.');
  const content = tlv(
    0x30,
    oid('2a864886f70d010701'),
    tlv(0xa0, tlv(0x24, tlv(0x04, entity.subarray(0, 20)), tlv(0x04, entity.subarray(20)))),
  );
  const der = tlv(
    0x30,
    oid('2a864886f70d010702'),
    tlv(0xa0, tlv(0x30, tlv(0x02, Buffer.from([1])), tlv(0x31), content)),
  );
  const opaque = await readText(der.toString('base64'), [
    'Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m',
    'Content-Transfer-Encoding: base64',
  ]);
  t.true(opaque.text.endsWith('\n\nOpaque text.'));
  t.deepEqual(warningCodes(opaque), []);
});

test('what is no message', async (t) => {
  await t.throwsAsync(parseWith(plugin, new Uint8Array(Buffer.from('no field\r\n\r\ntext'))), { code: 'damaged' });
  await t.throwsAsync(parseWith(plugin, new Uint8Array()), { code: 'damaged' });
});
