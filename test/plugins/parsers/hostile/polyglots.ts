import { docxSample } from '../../../fuzz/samples/office.ts';
import { pngOfText } from '../../../fuzz/samples/pictures.ts';
import { bytesOf } from '../../../support/bytes.ts';
import { onePage, show } from '../pdf/source.ts';
import type { Attack } from './attack.ts';

const pdf = (): Uint8Array => onePage(show([72, 700, 'All is well in this document.']));
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** Two formats in one file. One parser gets it, and no text of the other is made up. */
export const polyglotAttacks: readonly Attack[] = [
  {
    tries: 'a PDF with an office file behind it, under the name of the office file',
    name: 'both.docx',
    bytes: () => joined(pdf(), docxSample()),
    expected: 'ready',
    holds: ({ text }) => text.trim() === 'All is well in this document.',
  },
  {
    tries: 'an office file with a PDF behind it, under the name of the PDF',
    name: 'both.pdf',
    bytes: () => joined(docxSample(), pdf()),
    expected: 'ready',
    holds: ({ text }) => text.includes('The rent is 1,450 euros.') && !text.includes('All is well'),
  },
  {
    tries: 'a web page that becomes a PDF after a few bytes',
    name: 'both.html',
    bytes: () => joined(bytesOf('<html><body>A page.<!--\n'), pdf(), bytesOf('-->')),
    expected: 'ready',
    holds: ({ text }) => text.includes('All is well') !== text.includes('A page.'),
  },
  {
    tries: 'a GIF that is a script',
    name: 'script.js',
    bytes: () => bytesOf('GIF89a/*\u0001\u0000*/=1;alert(1)'),
    expected: 'unsupported',
  },
  {
    tries: 'a picture with an office file behind it',
    name: 'both.png',
    bytes: () => joined(pngOfText('RENT 1450 EURO'), docxSample()),
    expected: 'ready',
    holds: ({ text }) => !text.includes('rent is 1,450 euros'),
  },
  {
    tries: 'an e-mail that begins like a PDF',
    name: 'mail.eml',
    bytes: () => bytesOf('%PDF-1.4\r\nFrom: a@example.com\r\nDate: Thu, 1 Jan 2026 10:00:00 +0100\r\n\r\nAll is well.'),
    expected: 'damaged',
  },
  {
    tries: 'a program under the name of a PDF',
    name: 'program.pdf',
    bytes: () => joined(Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), new Uint8Array(500)),
    expected: 'unsupported',
  },
  {
    tries: 'an archive under the name of a Word file',
    name: 'archive.docx',
    bytes: () => Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]),
    expected: 'unsupported',
  },
];
