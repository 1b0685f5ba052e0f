/** A message as its parts are written, once, in plain text; the HTML beside it follows from it. */
export type Mail = {
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  /** As it stands in the header, with the sender's offset. */
  readonly date: string;
  readonly subject: string;
  readonly id: string;
  readonly paragraphs: readonly string[];
  readonly signature: readonly string[];
  /** The message that it answers. */
  readonly quoted: { readonly attribution: string; readonly paragraphs: readonly string[] };
  readonly attachment: { readonly name: string; readonly type: string; readonly bytes: Uint8Array };
};

/** The bytes of the message: plain text and HTML as alternatives, and one attachment. The same message gives the same bytes. */
export function mailBytes(mail: Mail): Uint8Array {
  const alternatives = multipart('alternative', 'kiln-text', [
    [
      ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
      quotedPrintable(plain(mail)),
    ],
    [
      ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
      quotedPrintable(html(mail)),
    ],
  ]);
  const { name, type, bytes } = mail.attachment;
  const [mixedHeader, body] = multipart('mixed', 'kiln-parts', [
    alternatives,
    [
      [
        `Content-Type: ${type}; name="${name}"`,
        `Content-Disposition: attachment; filename="${name}"`,
        'Content-Transfer-Encoding: base64',
      ],
      lines(Buffer.from(bytes).toString('base64'), 76),
    ],
  ]);
  const header = [
    `From: ${mail.from}`,
    `To: ${mail.to}`,
    `Cc: ${mail.cc}`,
    `Date: ${mail.date}`,
    `Subject: ${mail.subject}`,
    `Message-ID: <${mail.id}>`,
    'MIME-Version: 1.0',
    ...mixedHeader,
  ];
  return Buffer.from([...header, '', body].join('\n').replaceAll('\n', '\r\n'));
}

type Part = readonly [header: readonly string[], body: string];

function multipart(subtype: string, boundary: string, parts: readonly Part[]): Part {
  const written = parts.map(([header, body]) => [`--${boundary}`, ...header, '', body].join('\n'));
  return [
    [`Content-Type: multipart/${subtype}; boundary="${boundary}"`],
    [...written, `--${boundary}--`, ''].join('\n'),
  ];
}

function plain({ paragraphs, signature, quoted }: Mail): string {
  const history = quoted.paragraphs.flatMap((text, index) => [...(index === 0 ? [] : ['>']), `> ${text}`]);
  return [
    ...paragraphs.flatMap((text) => [text, '']),
    '-- ',
    ...signature,
    '',
    quoted.attribution,
    ...history,
    '',
  ].join('\n');
}

function html({ paragraphs, signature, quoted }: Mail): string {
  const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;
  return [
    '<html><body>',
    ...paragraphs.map(paragraph),
    `<p>${signature.map(escaped).join('<br>')}</p>`,
    '<div class="gmail_quote">',
    `<div class="gmail_attr">${escaped(quoted.attribution)}</div>`,
    '<blockquote class="gmail_quote" type="cite">',
    ...quoted.paragraphs.map(paragraph),
    '</blockquote></div>',
    '</body></html>',
    '',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** RFC 2045, 6.7. */
function quotedPrintable(text: string): string {
  const encoded = text.split('\n').map((line) => {
    const codes = [...Buffer.from(line)].map((byte, index, all) => {
      const plainByte = byte >= 0x20 && byte <= 0x7e && byte !== 0x3d && !(byte === 0x20 && index === all.length - 1);
      return plainByte ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    });
    let written = '';
    let column = 0;
    for (const code of codes) {
      if (column + code.length > 75) {
        written += '=\n';
        column = 0;
      }
      written += code;
      column += code.length;
    }
    return written;
  });
  return encoded.join('\n');
}

function lines(text: string, width: number): string {
  return (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');
}
