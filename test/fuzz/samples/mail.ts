import { makeMsg, storedRtf } from '../../plugins/parsers/msg/items.ts';

const SENT = new Date('2026-01-01T09:00:00Z');
/** The set of properties in which an appointment's place is ([MS-OXPROPS] 1.3.2). */
const APPOINTMENT = '00062002-0000-0000-c000-000000000046';

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

/** A message as Outlook keeps it: subject, sender, body as text and as HTML in RTF, a recipient and an attachment. */
export const msgSample = (attachment: Attachment): Uint8Array =>
  makeMsg({
    values: {
      26: 'IPM.Note',
      55: 'End of the lease',
      57: SENT,
      3098: 'Anna Müller',
      3103: 'anna@example.com',
      3588: 'Landlord',
      3590: SENT,
      4096: 'I end the lease by the 31st of March.\r\n\r\nFrom: b@example.com\r\nThe rent is 1,450 euros.',
      4105: storedRtf(
        String.raw`{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}{\*\htmltag64 <p>}I end the lease by the 31st of March.{\*\htmltag72 </p>}}`,
      ),
      16350: 65001,
      32773: 'Kilnrow Yard',
    },
    recipients: [{ 3093: 1, 12289: 'Landlord', 14846: 'office@example.com' }],
    attachments: [{ 14081: attachment.bytes, 14085: 1, 14087: attachment.name }],
    names: [[APPOINTMENT, 0x8208, 0x8005]],
  });
