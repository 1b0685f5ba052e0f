import test from 'ava';
import { plugin } from '../../../plugins/parsers/xlsx.ts';
import { parseWith, testParser } from '../../contracts/parser.ts';
import { realFiles } from '../../support/real-files.ts';
import { fees, makeXlsx, outlineOf, rowsXml, sheetOf } from './xlsx/workbooks.ts';

testParser(test, {
  plugin,
  module: new URL('../../../plugins/parsers/xlsx.ts', import.meta.url).href,
  sample: {
    name: 'fees.xlsx',
    bytes: () =>
      makeXlsx({
        sheets: [
          { name: 'Fees', data: rowsXml(fees) },
          { name: 'Äpfel 日本', data: rowsXml([['👍']]) },
        ],
      }),
  },
});

test('a sheet is a page under its name; a row is a block; each cell has its address', async (t) => {
  const data = rowsXml(fees);
  const { text, pages, blocks } = await parseWith(
    plugin,
    makeXlsx({
      sheets: [
        { name: 'Fees', data },
        { name: "Ann's fees", data: rowsXml([['Only this.']]) },
      ],
    }),
  );
  t.is(
    text,
    "Fees\n\nService\tUnit\tPrice\nHosting\tmonth\t1200\nSupport\thour\t95.5\nBackup\tGB\t0.04\n\nAnn's fees\n\nOnly this.",
  );
  t.deepEqual(
    pages.map(({ number, label, charStart, charEnd }) => [
      number,
      label,
      text.slice(charStart, charStart + 4),
      charEnd,
    ]),
    [
      [1, 'Fees', 'Fees', 76],
      [2, "Ann's fees", "Ann'", text.length],
    ],
  );
  const row = blocks[2];
  t.is(row?.kind, 'table-row');
  t.deepEqual(row?.kind === 'table-row' ? row.cells.map(({ address, column }) => [address, column]) : [], [
    ['Fees!A2', 0],
    ['Fees!B2', 1],
    ['Fees!C2', 2],
  ]);
});

test('names of sheets that a formula would quote are quoted; default names are no headings', async (t) => {
  const { text, blocks } = await sheetOf({ name: 'It’s 2025', data: rowsXml(fees) });
  t.true(text.startsWith('It’s 2025\n\nService'));
  const [, row] = blocks;
  t.is(row?.kind === 'table-row' ? row.cells[0]?.address : '', "'It’s 2025'!A1");
  t.deepEqual(await outlineOf({ name: 'Tabelle3', data: rowsXml([['a.']]) }), ['paragraph: a.']);
});

test('real spreadsheets keep the contract and their text', async (t) => {
  for (const { name, read } of await realFiles(t, 'files', '.xlsx')) {
    t.true((await parseWith(plugin, await read(), { name })).text.length > 0, name);
  }
});
