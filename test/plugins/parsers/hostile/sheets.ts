import { makeCompound, readCompound } from '../../../fuzz/mutators/compound.ts';
import { xlsSample } from '../../../fuzz/samples/office.ts';
import { bytesOf } from '../../../support/bytes.ts';
import { makeXlsx } from '../xlsx/workbooks.ts';
import type { Attack } from './attack.ts';

const sheet = (
  data: string,
  more: { readonly before?: string; readonly after?: string; readonly strings?: readonly string[] } = {},
): Uint8Array => {
  const { strings = [], ...rest } = more;
  return makeXlsx({ sheets: [{ name: 'Fees', data, ...rest }], strings });
};
const cell = (address: string, text: string): string => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
const well = `<row r="1">${cell('A1', 'All is well.')}</row>`;

/** A workbook before 2007 with one of its records put in again and again. */
const xlsWith = (type: number, data: Uint8Array, times: number): Uint8Array => {
  const record = Buffer.alloc(4 + data.byteLength);
  record.writeUInt16LE(type, 0);
  record.writeUInt16LE(data.byteLength, 2);
  record.set(data, 4);
  const streams = readCompound(xlsSample()) ?? [];
  return makeCompound(
    streams.map(([path, content]) => {
      if (!path.endsWith('/Workbook')) return [path, content];
      // Before the end of the last sheet: the last four bytes are its EOF record.
      const parts = [content.subarray(0, -4), ...Array.from({ length: times }, () => record), content.subarray(-4)];
      return [path, new Uint8Array(Buffer.concat(parts))];
    }),
  );
};

/** A row of 256 numbers: row, first column, format and number each, last column ([MS-XLS] 2.4.175). */
const rowOfNumbers = (): Uint8Array => {
  const data = Buffer.alloc(4 + 256 * 6 + 2);
  for (let column = 0; column < 256; column += 1) data.writeUInt32LE((column << 2) | 2, 6 + column * 6);
  data.writeUInt16LE(255, data.byteLength - 2);
  return new Uint8Array(data);
};

export const sheetAttacks: readonly Attack[] = [
  {
    tries: 'xlsx: a billion empty cells, as stated',
    name: 'billion.xlsx',
    bytes: () =>
      sheet(`${well}<row r="1048576">${cell('XFD1048576', 'The end.')}</row>`, {
        before: '<dimension ref="A1:XFD1048576"/>',
      }),
    expected: 'ready',
    holds: ({ text, blocks }) => text.length < 1000 && blocks.length < 10,
  },
  {
    tries: 'xlsx: three million empty cells that are written down',
    name: 'empty.xlsx',
    bytes: () => sheet(well + `<row>${'<c/>'.repeat(3000)}</row>`.repeat(1000)),
    expected: 'ready',
  },
  {
    tries: 'xlsx: more cells than are allowed',
    name: 'cells.xlsx',
    bytes: () =>
      sheet(
        `${Array.from(
          { length: 2_100_000 },
          (_, index) => `${index % 3000 === 0 ? '</row><row>' : ''}<c><v>${(index * 7919) % 100_003}</v></c>`,
        )
          .join('')
          .replace('</row>', '')}</row>`,
      ),
    expected: 'too_many_cells',
  },
  {
    tries: 'xlsx: one long string in ten thousand cells',
    name: 'strings.xlsx',
    bytes: () =>
      sheet('<row><c t="s"><v>0</v></c></row>'.repeat(10_000), { strings: [`<t>${'a'.repeat(30_000)}</t>`] }),
    expected: 'too_much_text',
  },
  {
    tries: 'xlsx: a hundred thousand merged ranges over everything',
    name: 'merged.xlsx',
    bytes: () =>
      sheet(well, { after: `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(100_000)}</mergeCells>` }),
    expected: 'ready',
  },
  {
    tries: 'xlsx: links over everything',
    name: 'links.xlsx',
    bytes: () =>
      sheet(well, {
        after: `<hyperlinks>${'<hyperlink ref="A1:XFD1048576" location="javascript:x"/>'.repeat(50_000)}</hyperlinks>`,
      }),
    expected: 'ready',
  },
  {
    tries: 'xlsx: addresses that are none, and columns without end',
    name: 'addresses.xlsx',
    bytes: () =>
      sheet(
        `${well}<row r="-5">${cell('ZZZZZZZZZ99999999999', 'a')}</row><row r="1e9">${cell('', 'b')}${cell('A0', 'c')}${cell('__proto__', 'd')}</row>`,
      ),
    expected: 'damaged',
  },
  {
    tries: 'xlsx: elements in one another',
    name: 'deep.xlsx',
    bytes: () => sheet(`${well}${'<row><c><is>'.repeat(100_000)}`),
    expected: 'damaged',
  },
  {
    tries: 'xlsx: formats that are traps for expressions',
    name: 'formats.xlsx',
    bytes: () =>
      makeXlsx({
        sheets: [
          {
            name: 'Fees',
            data: Array.from({ length: 5 }, (_, index) => `<row><c s="${index + 1}"><v>46000.5</v></c></row>`).join(''),
          },
        ],
        formats: [
          '#'.repeat(200_000),
          '[h]'.repeat(50_000),
          '"'.repeat(99_999),
          `${'0.'.repeat(50_000)}`,
          `yyyy${'-mm'.repeat(50_000)}`,
        ],
      }),
    expected: 'ready',
  },
  {
    tries: 'xls: more cells than are allowed',
    name: 'cells.xls',
    bytes: () => xlsWith(0x00bd, rowOfNumbers(), 8000),
    expected: 'too_many_cells',
  },
  {
    tries: 'xls: a record of every length that is not what it says',
    name: 'records.xls',
    bytes: () => xlsWith(0x00fc, new Uint8Array(8).fill(0xff), 1000),
    expected: 'ready',
  },
  {
    tries: 'csv: a million columns',
    name: 'columns.csv',
    bytes: () => bytesOf(`${'a,'.repeat(999_999)}a\n`),
    expected: 'ready',
  },
  {
    tries: 'csv: more cells than are allowed',
    name: 'cells.csv',
    bytes: () => bytesOf('a,b,c,d,e,f,g,h,i,j\n'.repeat(210_000)),
    expected: 'too_many_cells',
  },
  {
    tries: 'csv: one quote that is never closed',
    name: 'quote.csv',
    bytes: () => bytesOf(`a,b\n"${'x,y\n'.repeat(100_000)}`),
    expected: 'ready',
  },
  {
    tries: 'csv: quotes everywhere',
    name: 'quotes.csv',
    bytes: () => bytesOf('","\n"'.repeat(200_000)),
    expected: 'ready',
  },
];
