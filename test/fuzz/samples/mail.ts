import { makeCompound, type Stream } from '../mutators/compound.ts';

const base64 = (bytes: Uint8Array): string =>
  (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');

type Attachment = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** A message with text in two forms, an inline picture's place, attachments and another message inside. */
export const emlSample = (attachments: readonly Attachment[]): Uint8Array =>
  new Uint8Array(
    Buffer.from(
      [
        'Received: from mx.example.com by mail.example.com; Thu, 1 Jan 2026 10:00:00 +0100',
        'From: =?utf-8?Q?Anna_M=C3=BCller?= <anna@example.com>',
        'To: "Landlord, Inc." <office@example.com>, b@example.com',
        'Cc: undisclosed-recipients:;',
        'Subject: =?iso-8859-1?B?S/xuZGlndW5n?= of the lease',
        'Date: Thu, 1 Jan 2026 10:00:00 +0100',
        'Message-ID: <1@example.com>',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary="outer"',
        '',
        'This is for programs that know no MIME.',
        '--outer',
        'Content-Type: multipart/alternative; boundary=inner',
        '',
        '--inner',
        'Content-Type: text/plain; charset=iso-8859-1; format=flowed',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'I end the lease by the 31st of March. Gr=FC=DFe',
        '',
        '> On Monday you wrote:',
        '> The rent is 1,450 euros.',
        '--inner',
        'Content-Type: text/html; charset=utf-8',
        'Content-Transfer-Encoding: 8bit',
        '',
        '<p>I end the lease by the <b>31st of March</b>. <a href="https://example.com/">More</a><blockquote>The rent</blockquote>',
        '--inner--',
        '--outer',
        'Content-Type: message/rfc822',
        '',
        'From: b@example.com',
        'Date: Wed, 31 Dec 2025 10:00:00 +0100',
        'Subject: The lease',
        '',
        'The rent is 1,450 euros.',
        ...attachments.flatMap(({ name, type, bytes }) => [
          '--outer',
          `Content-Type: ${type}; name="${name}"`,
          'Content-Transfer-Encoding: base64',
          `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}`,
          '',
          base64(bytes),
        ]),
        '--outer--',
        '',
      ].join('\r\n'),
      'latin1',
    ),
  );

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));

/** Compressed RTF whose header says that it is not compressed ([MS-OXRTFCP] 2.1.3.1). */
const plainRtf = (rtf: string): Uint8Array => {
  const header = Buffer.alloc(16);
  header.writeUInt32LE(rtf.length + 12, 0);
  header.writeUInt32LE(rtf.length, 4);
  header.write('MELA', 8, 'latin1');
  return new Uint8Array(Buffer.concat([header, Buffer.from(rtf, 'latin1')]));
};

/** Properties of fixed size: 8 bytes for what they are and 8 for the value ([MS-OXMSG] 2.4.2). */
const properties = (
  headerBytes: number,
  values: readonly (readonly [tag: number, value: number | bigint])[],
): Uint8Array => {
  const stream = Buffer.alloc(headerBytes + values.length * 16);
  for (const [index, [tag, value]] of values.entries()) {
    const at = headerBytes + index * 16;
    stream.writeUInt32LE(tag, at);
    stream.writeUInt32LE(6, at + 4);
    stream.writeBigUInt64LE(BigInt(value), at + 8);
  }
  return new Uint8Array(stream);
};

/** 1 January 2026, 09:00 UTC, in tenths of a microsecond since 1601. */
const SENT = 134_118_036_000_000_000n;

/** A message as Outlook keeps it: subject, sender, body as text and as HTML in RTF, a recipient and an attachment. */
export const msgSample = (attachment: Attachment): Uint8Array => {
  const text = (id: string, value: string): Stream => [`/__substg1.0_${id}001F`, utf16(value)];
  const inside = (folder: string, [path, content]: Stream): Stream => [`/${folder}${path}`, content];
  const recipient = '__recip_version1.0_#00000000';
  const file = '__attach_version1.0_#00000000';
  return makeCompound([
    [
      '/__properties_version1.0',
      properties(32, [
        [0x00390040, SENT],
        [0x0e060040, SENT],
        [0x3fde0003, 65001],
      ]),
    ],
    text('001A', 'IPM.Note'),
    text('0037', 'End of the lease'),
    text('0C1A', 'Anna Müller'),
    text('0C1F', 'anna@example.com'),
    text('0E04', 'Landlord'),
    text('1000', 'I end the lease by the 31st of March.\r\n\r\nFrom: b@example.com\r\nThe rent is 1,450 euros.'),
    [
      '/__substg1.0_10090102',
      plainRtf(
        String.raw`{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}{\*\htmltag64 <p>}I end the lease by the 31st of March.{\*\htmltag72 </p>}}`,
      ),
    ],
    inside(recipient, ['/__properties_version1.0', properties(8, [[0x0c150003, 1]])]),
    inside(recipient, text('3001', 'Landlord')),
    inside(recipient, text('39FE', 'office@example.com')),
    inside(file, ['/__properties_version1.0', properties(8, [[0x37050003, 1]])]),
    inside(file, text('3707', attachment.name)),
    inside(file, ['/__substg1.0_37010102', attachment.bytes]),
    ['/__nameid_version1.0/__substg1.0_00020102', new Uint8Array(16)],
  ]);
};
