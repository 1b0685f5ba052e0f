import test from 'ava';
import { type BookType, utils, type WorkBook, write } from 'xlsx';
import { encodeAs } from '../../../bench/encodings/encode.ts';
import { sniff } from '../../../core/sniff/sniff.ts';
import { plugin } from '../../../plugins/parsers/xls.ts';
import { plugin as xlsx } from '../../../plugins/parsers/xlsx.ts';
import { parseLimits, parseWith, testParser } from '../../contracts/parser.ts';
import { bytesOf } from '../../support/bytes.ts';
import { realFiles } from '../../support/real-files.ts';
import { outline, warningCodes } from './outline.ts';

type Value = string | number | boolean | null;

const workbookOf = (sheets: Readonly<Record<string, readonly (readonly Value[])[]>>): WorkBook => {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  return book;
};
const bytesIn = (book: WorkBook, bookType: BookType = 'biff8'): Uint8Array =>
  new Uint8Array(write(book, { type: 'buffer', bookType }) as Buffer);

const FEES: readonly (readonly Value[])[] = [
  ['Service', 'Unit', 'Price'],
  ['Hosting', 'month', 1200],
  ['Support', 'hour', 95.5],
  ['Backup', 'GB', 0.04],
];

/** The file with every `from` replaced by as many bytes. */
const patched = (bytes: Uint8Array, from: readonly number[], to: readonly number[]): Uint8Array => {
  const copy = Buffer.from(bytes);
  const wanted = Buffer.from(from);
  for (let at = copy.indexOf(wanted); at >= 0; at = copy.indexOf(wanted, at + 1)) Buffer.from(to).copy(copy, at);
  return new Uint8Array(copy);
};

testParser(test, {
  plugin,
  module: new URL('../../../plugins/parsers/xls.ts', import.meta.url).href,
  sample: { name: 'fees.xls', bytes: () => bytesIn(workbookOf({ Fees: FEES, 'Äpfel 日本': [['👍 or not']] })) },
});

test('sheets, tables and addresses are those of the newer format', async (t) => {
  const book = workbookOf({ 'Fees 2025': FEES });
  const old = await parseWith(plugin, bytesIn(book));
  const parsed = await parseWith(xlsx, bytesIn(book, 'xlsx'));
  t.deepEqual({ ...old, warnings: [] }, { ...parsed, warnings: [] });
  t.is(outline(old)[1], 'header 0.0: 0=Service | 1=Unit | 2=Price');
  const [, row] = old.blocks;
  t.is(row?.kind === 'table-row' ? row.cells[2]?.address : '', "'Fees 2025'!C1");
});

test('binary workbooks of the newer format are read as well, and their cells counted', async (t) => {
  const bytes = bytesIn(workbookOf({ Fees: FEES }), 'xlsb');
  t.is(outline(await parseWith(xlsx, bytes))[2], 'row 0.1: 0=Hosting | 1=month | 2=1200');
  await t.throwsAsync(parseWith(xlsx, bytes, { limits: { ...parseLimits, maxCells: 11 } }), { code: 'too_many_cells' });
});

test('dates, amounts, truth and errors as in the newer format', async (t) => {
  const book = workbookOf({ Sheet1: [[45385, -1234.5, 0.075, true, null]] });
  const sheet = book.Sheets['Sheet1'] ?? {};
  Object.assign(sheet['A1'], { z: 'dd/mm/yyyy' });
  Object.assign(sheet['B1'], { z: '#,##0.00;(#,##0.00)' });
  Object.assign(sheet['C1'], { z: '0.0%' });
  sheet['E1'] = { t: 'e', v: 23 };
  sheet['!ref'] = 'A1:E1';
  t.is((await parseWith(plugin, bytesIn(book))).text, '2024-04-03\t(1,234.50)\t7.5%\tTRUE\t#REF!');
  book.Workbook = { WBProps: { date1904: true } };
  t.regex((await parseWith(plugin, bytesIn(book))).text, /^2028-04-04/);
});

test('hidden sheets, merged cells, comments and links', async (t) => {
  const book = workbookOf({ Main: [['Fees', null, null], ...FEES], Secret: [['between us']] });
  const main = book.Sheets['Main'] ?? {};
  main['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }];
  Object.assign(main['A3'], { l: { Target: 'https://example.com/hosting' } });
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] };
  const document = await parseWith(plugin, bytesIn(book));
  t.deepEqual(outline(document).slice(0, 3), [
    'heading 1: Main',
    'heading 2: Fees',
    'header 0.0: 0=Service | 1=Unit | 2=Price',
  ]);
  t.true(document.text.endsWith('between us'));
  t.deepEqual(warningCodes(document), ['hidden-sheet']);
  t.deepEqual(
    document.links.map(({ charStart, charEnd, target }) => [document.text.slice(charStart, charEnd), target]),
    [['Hosting', 'https://example.com/hosting']],
  );
});

test('files from before Unicode are read in the code page that they state', async (t) => {
  const ascii = bytesIn(
    workbookOf({
      Sheet1: [
        ['Arendatel', 'Sum'],
        ['Hosting one', 5],
      ],
    }),
    'biff5',
  );
  const named = patched(ascii, [...Buffer.from('Arendatel')], [...encodeAs('windows-1251', 'Арендатор')]);
  const at = Buffer.from(named).indexOf(Buffer.from([0x42, 0, 2, 0]));
  t.true(at > 0);
  new DataView(named.buffer).setUint16(at + 4, 1251, true);
  t.regex((await parseWith(plugin, named)).text, /^Арендатор\tSum/);
});

test('what a password protects is said to be protected', async (t) => {
  const bytes = bytesIn(workbookOf({ Fees: FEES }));
  // The record that comes first after the beginning, as if it were FILEPASS.
  const locked = patched(bytes, [0xe1, 0, 2, 0], [0x2f, 0, 2, 0]);
  t.notDeepEqual(locked, bytes);
  await t.throwsAsync(parseWith(plugin, locked), { code: 'encrypted' });
});

test('too many cells are refused', async (t) => {
  const bytes = bytesIn(workbookOf({ Fees: FEES }));
  await t.throwsAsync(parseWith(plugin, bytes, { limits: { ...parseLimits, maxCells: 11 } }), {
    code: 'too_many_cells',
  });
  t.is((await parseWith(plugin, bytes, { limits: { ...parseLimits, maxCells: 12 } })).blocks.length, 5);
});

test('a link over more cells than there are is damage, not a loop', async (t) => {
  const book = workbookOf({ Fees: FEES });
  Object.assign(book.Sheets['Fees']?.['A2'], { l: { Target: 'https://example.com/' } });
  const bytes = bytesIn(book);
  // The record of the link begins with its corners: row 1, column 0.
  const at = Buffer.from(bytes).indexOf(Buffer.from([1, 0, 1, 0, 0, 0, 0, 0]));
  t.true(at > 0);
  const hostile = bytes.slice();
  hostile.set([0xff, 0xff, 0, 0, 0xff, 0xff], at + 2);
  await t.throwsAsync(parseWith(plugin, hostile), { code: 'damaged' });
});

test('web pages and separated values under the name of a spreadsheet are what they are', (t) => {
  const typeOf = (text: string): string => sniff(bytesOf(text), 'export.xls').mediaType;
  t.is(typeOf('<html><body><table><tr><td>1</td></tr></table></body></html>'), 'text/html');
  t.is(typeOf('<table><tr><td>1</td></tr></table>'), 'text/html');
  t.is(typeOf('Name\tQty\nPen\t1\nInk\t2\nPad\t3\n'), 'text/csv');
});

test('real spreadsheets of old keep the contract and their text', async (t) => {
  for (const { name, read } of await realFiles(t, 'files', '.xls')) {
    t.true((await parseWith(plugin, await read(), { name })).text.length > 0, name);
  }
});
