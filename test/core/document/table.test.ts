import test from 'ava';
import { parsedDocumentSchema } from '../../../core/document/parsed.ts';
import { readableRow, rowsAt } from '../../../core/document/table.ts';
import { tableDocument } from '../../support/table.ts';

test('each cell of a row under the name of its column, with its address', (t) => {
  const parsed = tableDocument('Fees', [
    ['Item', 'Price per month'],
    ['Backup', '120.00'],
    ['Helpdesk', ''],
  ]);
  const start = parsed.text.indexOf('Backup');
  const [row, ...others] = rowsAt(parsed, start, start + 3);
  t.deepEqual(others, []);
  t.is(parsed.text.slice(row?.start, row?.end), 'Backup\t120.00');
  t.deepEqual(row?.cells, [
    { column: 'Item', text: 'Backup', address: 'Fees!A2' },
    { column: 'Price per month', text: '120.00', address: 'Fees!B2' },
  ]);
  t.is(readableRow(row ?? { cells: [] }), 'Item: Backup; Price per month: 120.00');
  const all = rowsAt(parsed, 0, parsed.text.length);
  t.deepEqual(all.map(readableRow), ['Item: Backup; Price per month: 120.00', 'Item: Helpdesk']);
});

test('names over several columns and in several rows', (t) => {
  const text = 'Region\tPrice\n\tnet\tgross\nNorth\t1\t2';
  const cell = (charStart: number, charEnd: number, column: number, columnSpan = 1) => ({
    charStart,
    charEnd,
    column,
    columnSpan,
  });
  const row = (index: number, header: boolean, cells: ReturnType<typeof cell>[]) => ({
    kind: 'table-row',
    page: 1,
    table: 0,
    row: index,
    header,
    charStart: cells[0]?.charStart,
    charEnd: cells.at(-1)?.charEnd,
    cells,
  });
  const parsed = parsedDocumentSchema.parse({
    text,
    pages: [{ number: 1, charStart: 0, charEnd: text.length }],
    blocks: [
      row(0, true, [cell(0, 6, 0), cell(7, 12, 1, 2)]),
      row(1, true, [cell(13, 13, 0), cell(14, 17, 1), cell(18, 23, 2)]),
      row(2, false, [cell(24, 29, 0), cell(30, 31, 1), cell(32, 33, 2)]),
    ],
  });
  t.deepEqual(
    rowsAt(parsed, 24, 33)[0]?.cells.map(({ column }) => column),
    ['Region', 'Price / net', 'Price / gross'],
  );
});

test('prose has no rows', (t) => {
  const text = 'The rent is due.';
  const page = { number: 1, charStart: 0, charEnd: text.length };
  const blocks = [{ kind: 'paragraph', page: 1, charStart: 0, charEnd: text.length }];
  t.deepEqual(rowsAt(parsedDocumentSchema.parse({ text, pages: [page], blocks }), 0, text.length), []);
});

test('where no column has a name, the first cell is the label of the others', (t) => {
  const cells = (...texts: string[]) => texts.map((text) => ({ column: '', text }));
  t.is(readableRow({ cells: cells('Due date', 'August 31, 2026') }), 'Due date: August 31, 2026');
  t.is(readableRow({ cells: cells('Fees:', '', '10', '20') }), 'Fees: 10; 20');
  t.is(readableRow({ cells: cells('', 'alone') }), 'alone');
  t.is(readableRow({ cells: [] }), '');
});
