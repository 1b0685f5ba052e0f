import test from 'ava';
import { ratesOf, scoreTables, tablesOf } from '../../bench/tables/score.ts';

const FEES = [
  ['Service', 'Unit', 'Price'],
  ['Heating', 'kWh', '0.31'],
  ['Lift', '', '45.50'],
];

test('all cells in their places, whatever the white space', (t) => {
  const found = FEES.map((row) => row.map((cell) => `  ${cell}\n`));
  t.deepEqual(scoreTables([found], [FEES]), { known: 8, found: 8, right: 8 });
  t.deepEqual(ratesOf({ known: 8, found: 8, right: 8 }), { precision: 1, recall: 1, f1: 1 });
});

test('a cell in the wrong column is wrong, and the others stay right', (t) => {
  const shifted = FEES.with(2, ['Lift', '45.50', '']);
  t.deepEqual(scoreTables([FEES], [shifted]), { known: 8, found: 8, right: 7 });
});

test('a row or a column too many costs its own cells, one too few those that are missing', (t) => {
  t.deepEqual(scoreTables([FEES], [[['The fees are these.'], ...FEES]]), { known: 8, found: 9, right: 8 });
  t.deepEqual(scoreTables([FEES], [FEES.map((row) => ['', ...row])]), { known: 8, found: 8, right: 8 });
  t.deepEqual(scoreTables([FEES], [FEES.slice(1)]), { known: 8, found: 5, right: 5 });
});

test('a table that is cut in two, or joined with the next, counts once', (t) => {
  const other = [
    ['Name', 'Since'],
    ['Ann', '2024'],
  ];
  t.deepEqual(scoreTables([FEES], [FEES.slice(0, 2), FEES.slice(2)]), { known: 8, found: 8, right: 6 });
  t.deepEqual(scoreTables([FEES, other], [[...FEES, ...other]]), { known: 12, found: 12, right: 8 });
  t.deepEqual(scoreTables([FEES, other], [other]), { known: 12, found: 4, right: 4 });
});

test('a table where there is none is wrong, and nothing where there is nothing is right', (t) => {
  t.deepEqual(scoreTables([], [FEES]), { known: 0, found: 8, right: 0 });
  t.deepEqual(ratesOf(scoreTables([], [])), { precision: 1, recall: 1, f1: 1 });
  t.is(ratesOf(scoreTables([FEES], [])).f1, 0);
});

test('the tables of a document are its rows by the columns of their cells', (t) => {
  const text = 'a b\nc';
  const row = { kind: 'table-row', page: 1, table: 3, header: false } as const;
  const cell = (column: number, charStart: number) => ({
    column,
    columnSpan: 1,
    rowSpan: 1,
    charStart,
    charEnd: charStart + 1,
  });
  const blocks = [
    { ...row, row: 0, charStart: 0, charEnd: 3, cells: [cell(0, 0), cell(2, 2)] },
    { ...row, row: 1, charStart: 4, charEnd: 5, cells: [cell(1, 4)] },
  ];
  t.deepEqual(tablesOf({ text, blocks }), [
    [
      ['a', '', 'b'],
      ['', 'c'],
    ],
  ]);
});
