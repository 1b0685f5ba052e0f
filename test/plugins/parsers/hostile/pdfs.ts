import { deflateSync } from 'node:zlib';
import { FONT, onePage, type PdfObjects, pdfOf, show } from '../pdf/source.ts';
import type { Attack } from './attack.ts';
import { packedZeros } from './zeros.ts';

const WELL = 'All is well in this document.';
const content = show([72, 700, WELL]);
const isWell = ({ text }: { readonly text: string }): boolean => text.trim() === WELL;

const pages = (tree: string): Uint8Array =>
  pdfOf({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: tree,
    3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    4: { dictionary: '', stream: content },
    5: FONT,
  });

/** Packed once more, a gigabyte is a few kilobytes. */
const packedTwice = (megabytes: number): Uint8Array =>
  new Uint8Array(deflateSync(packedZeros(megabytes), { level: 9 }));

const filters = (times: number): string => `/Filter [${'/FlateDecode '.repeat(times)}]`;

const picture = (width: number, height: number, data: Uint8Array, filter: string): Uint8Array =>
  onePage(`q 600 0 0 700 0 0 cm /I Do Q ${content}`, {
    page: '',
    more: {
      3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /I 6 0 R >> >> >>',
      6: {
        dictionary: `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 ${filter}`,
        stream: data,
      },
    },
  });

export const pdfAttacks: readonly Attack[] = [
  {
    tries: 'pdf: a hundred thousand pages',
    name: 'pages.pdf',
    bytes: () => pages(`<< /Type /Pages /Count 100000 /Kids [${'3 0 R '.repeat(100_000)}] >>`),
    expected: 'too_many_pages',
  },
  {
    tries: 'pdf: a page tree that contains itself',
    name: 'loop.pdf',
    bytes: () => pages('<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 2 0 R] >>'),
    expected: 'damaged',
  },
  {
    tries: 'pdf: a form that draws itself twice, and that twice again',
    name: 'forms.pdf',
    bytes: () => {
      const forms: Record<number, PdfObjects[number]> = {};
      for (let number = 6; number < 40; number += 1) {
        forms[number] = {
          dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X ${number + 1} 0 R >> >>`,
          stream: '/X Do /X Do',
        };
      }
      forms[40] = { dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 612 792]', stream: '0 0 m 1 1 l S' };
      return onePage(`/X Do ${content}`, {
        more: {
          3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>',
          ...forms,
        },
      });
    },
    expected: 'parse_memory',
  },
  {
    tries: 'pdf: streams that refer to each other for their length',
    name: 'lengths.pdf',
    bytes: () =>
      Buffer.from(
        Buffer.from(onePage(content))
          .toString('latin1')
          .replace(/\/Length \d+/, '/Length 4 0 R'),
        'latin1',
      ),
    expected: 'ready',
  },
  {
    tries: 'pdf: two gigabytes of content in a few kilobytes',
    name: 'bomb.pdf',
    bytes: () => {
      return onePage('', { more: { 4: { dictionary: filters(2), stream: packedTwice(2000) } } });
    },
    expected: 'parse_memory',
  },
  {
    tries: 'pdf: an attached file of two gigabytes in a few kilobytes',
    name: 'attached.pdf',
    bytes: () =>
      onePage(content, {
        catalog: '/Names << /EmbeddedFiles << /Names [(a.txt) 6 0 R] >> >>',
        more: {
          6: '<< /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F 7 0 R >> >>',
          7: { dictionary: `/Type /EmbeddedFile ${filters(2)}`, stream: packedTwice(2000) },
        },
      }),
    expected: 'parse_memory',
  },
  {
    tries: 'pdf: a picture of 60,000 by 60,000 pixels',
    name: 'picture.pdf',
    bytes: () => picture(60_000, 60_000, packedZeros(1), filters(1)),
    expected: 'ready',
  },
  {
    tries: 'pdf: a page of a million points, nothing but a picture on it',
    name: 'wide.pdf',
    bytes: () =>
      onePage('q 1000000 0 0 1000000 0 0 cm /I Do Q', {
        more: {
          3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1000000 1000000] /UserUnit 75000 /Contents 4 0 R /Resources << /XObject << /I 6 0 R >> >> >>',
          6: {
            dictionary: '/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8',
            stream: new Uint8Array(64),
          },
        },
      }),
    expected: 'ready',
  },
  {
    tries: 'pdf: scripts, and files of this machine to open',
    name: 'actions.pdf',
    bytes: () =>
      onePage(content, {
        catalog:
          '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AA << /WC << /S /Launch /F (/bin/sh) >> >> /Names << /JavaScript << /Names [(a) 6 0 R] >> >>',
        page: '/Annots [7 0 R 8 0 R]',
        more: {
          6: '<< /S /JavaScript /JS (this.getURL\\("file:///etc/passwd"\\)) >>',
          7: '<< /Type /Annot /Subtype /Link /Rect [72 690 300 720] /A << /S /URI /URI (javascript:alert\\(1\\)) >> >>',
          8: '<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /Type /Filespec /F (/etc/passwd) >> >>',
        },
      }),
    expected: 'ready',
    holds: (document) => isWell(document) && document.links.length === 0 && document.children.length === 0,
  },
  {
    tries: 'pdf: words far outside the page, without size, and of a million characters',
    name: 'words.pdf',
    bytes: () =>
      onePage(`${show([1e9, -1e9, 'far'], [72, 600, 'x'.repeat(1_000_000)])} BT /F1 0 Tf (none) Tj ET ${content}`),
    expected: 'ready',
  },
];
