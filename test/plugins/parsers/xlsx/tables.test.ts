import test from 'ava';
import { fees, outlineOf, rowsXml, sheetOf } from './workbooks.ts';

test('the first row names the columns where it differs from those below, and only there', async (t) => {
  const headers = async (rows: readonly (readonly (string | number | null)[])[], styles?: readonly number[]) =>
    (await outlineOf({ data: rowsXml(rows, styles) }, { formats: ['b:General'] })).filter((line) =>
      line.startsWith('header'),
    );
  t.is((await headers(fees)).length, 1);
  t.is(
    (
      await headers([
        ['Ann Lee', 'Paris', 'blue'],
        ['Bob Fox', 'Rome', 'green'],
        ['Cy Orr', 'Oslo', 'red'],
      ])
    ).length,
    0,
  );
  t.is(
    (
      await headers(
        [
          ['Employee', 'Town'],
          ['Ann Lee', 'Paris'],
          ['Bob Fox', 'Rome'],
        ],
        [1, 0, 0],
      )
    ).length,
    1,
  );
  t.is(
    (
      await headers([
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ])
    ).length,
    0,
  );
  t.is(
    (
      await headers([
        [null, 2023, 2024],
        ['North', 1.5, 2],
        ['South', 3, 4.5],
      ])
    ).length,
    1,
  );
  t.is(
    (
      await headers([
        ['Invoice no:', 'INV-17'],
        ['Date:', '2026-07-01'],
        ['Total:', 7090],
      ])
    ).length,
    0,
  );
  t.is(
    (
      await headers([
        ['Item', 'Code'],
        ['pen', 'A-1'],
        ['ink', 'A-2'],
        ['cap', 'B-7'],
      ])
    ).length,
    1,
  );
});

test('the head of an invoice is no table with names of columns, nor are its lines of address', async (t) => {
  const rows = [
    ['INVOICE'],
    ['Nimbury Managed Systems, LLC'],
    ['7 Lanternmast Court'],
    [],
    ['Invoice no.', 'NMS-17'],
    ['Invoice date', 'August 1, 2026'],
    ['Bill to', 'Brindlewick Instruments, Inc.'],
  ];
  t.deepEqual(await outlineOf({ data: rowsXml(rows, [1]) }, { formats: ['b:General'] }), [
    'heading 2: INVOICE',
    'paragraph: Nimbury Managed Systems, LLC',
    'paragraph: 7 Lanternmast Court',
    'row 0.0: 0=Invoice no. | 1=NMS-17',
    'row 0.1: 0=Invoice date | 1=August 1, 2026',
    'row 0.2: 0=Bill to | 1=Brindlewick Instruments, Inc.',
  ]);
});

test('titles above and notes below a table are lines; a table need not begin at A1', async (t) => {
  const rows = [
    [],
    [null, 'FEES FROM 2025'],
    [],
    [null, 'All amounts are in US dollars.'],
    [null, ...fees[0]],
    [null, ...fees[1]],
    [null, ...fees[2]],
    [],
    [null, 'Total', null, 1295.5],
    [null, 'Prices change on 1 January of each year, unless agreed otherwise.'],
  ];
  t.deepEqual(await outlineOf({ data: rowsXml(rows) }), [
    'heading 2: FEES FROM 2025',
    'paragraph: All amounts are in US dollars.',
    'header 0.0: 1=Service | 2=Unit | 3=Price',
    'row 0.1: 1=Hosting | 2=month | 3=1200',
    'row 0.2: 1=Support | 2=hour | 3=95.5',
    'row 0.3: 1=Total | 3=1295.5',
    'paragraph: Prices change on 1 January of each year, unless agreed otherwise.',
  ]);
});

test('tables below and beside each other are tables of their own; a gap in one table is none', async (t) => {
  const rows = [
    ['Name', 'Qty', null, 'Code', 'Rate'],
    ['pen', 1, null, 'x', 0.5],
    ['ink', 2, null, 'y', 0.7],
    [],
    ['City', 'People'],
    ['Oslo', 7],
    ['Rome', 9],
    [],
    ['Item', 'Q1', null, 'Q2', 'Q3'],
    ['pen', 1, null, 3, 5],
    ['ink', 2, null, 4, 6],
  ];
  t.deepEqual(
    (await outlineOf({ data: rowsXml(rows) })).filter((line) => line.startsWith('header')),
    [
      'header 0.0: 0=Name | 1=Qty',
      'header 1.0: 3=Code | 4=Rate',
      'header 2.0: 0=City | 1=People',
      'header 3.0: 0=Item | 1=Q1 | 3=Q2 | 4=Q3',
    ],
  );
});

test('merged cells reach over columns and rows; groups of columns have two rows of names', async (t) => {
  const rows = [
    ['Region', 2023, null, 2024],
    [null, 'H1', 'H2', 'H1', 'H2'],
    ['North', 1, 2, 3, 4],
    ['South', 5, 6, 7, 8],
  ];
  const after =
    '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/><mergeCell ref="A1:XFD1048576x"/></mergeCells>';
  const { blocks } = await sheetOf({ data: rowsXml(rows), after });
  const table = blocks.flatMap((block) => (block.kind === 'table-row' ? [block] : []));
  t.deepEqual(
    table.map(({ header }) => header),
    [true, true, false, false],
  );
  t.deepEqual(
    table[0]?.cells.map(({ column, columnSpan, rowSpan }) => [column, columnSpan, rowSpan]),
    [
      [0, 1, 2],
      [1, 2, 1],
      [3, 2, 1],
    ],
  );
});

test('declared tables and filters say where the names are', async (t) => {
  const rows = [
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
    ['g', 'h'],
  ];
  const table = '<table ref="A2:B3" headerRowCount="1"/>';
  const declared = await outlineOf(
    { data: rowsXml(rows), relationships: [['table', '../tables/table1.xml']] },
    { parts: [['xl/tables/table1.xml', table]] },
  );
  t.deepEqual(declared.slice(1, 3), ['header 1.0: 0=c | 1=d', 'row 1.1: 0=e | 1=f']);
  const filtered = await outlineOf({ data: rowsXml(rows), after: '<autoFilter ref="A1:B2"/>' });
  t.deepEqual(
    filtered.map((line) => line.slice(0, 6)),
    ['header', 'row 0.', 'row 0.', 'row 0.'],
  );
});
