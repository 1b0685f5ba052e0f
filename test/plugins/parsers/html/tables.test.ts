import test from 'ava';
import { outlineOf, page, read } from './pages.ts';

test('tables: rows of cells in the columns where they are seen, with the rows that name them', async (t) => {
  t.deepEqual(
    await outlineOf(
      '<table><caption>Fees</caption><thead><tr><th>Year<th>Month<th>Fee</thead><tr><th rowspan=2>2025<td>May<td>5<tr><td>June<td>6<tr><td colspan=2>Sum<td><p>1</p><p>1</p></table>' +
        '<table><tr><td><b>A</b><td><strong>B</strong><tr><td>1<td>2</table>',
    ),
    [
      'caption: Fees',
      'header 0.0: 0=Year | 1=Month | 2=Fee',
      'row 0.1: 0=2025 | 1=May | 2=5',
      'row 0.2: 1=June | 2=6',
      'row 0.3: 0=Sum | 2=1 1',
      'header 1.0: 0=A | 1=B',
      'row 1.1: 0=1 | 1=2',
    ],
  );
});

test('a cell that reaches over rows and columns says so', async (t) => {
  const { blocks } = await read(
    page('<table><tr><th rowspan=9>Rent<th colspan=2>Fees<tr><td>1<td>2<tr><td>3<td>4</table>'),
  );
  const spans = blocks.flatMap((block) => (block.kind === 'table-row' ? block.cells : []));
  t.deepEqual(
    spans.map(({ column, columnSpan, rowSpan }) => [column, columnSpan, rowSpan]),
    [
      [0, 1, 3],
      [1, 2, 1],
      [1, 1, 1],
      [2, 1, 1],
      [1, 1, 1],
      [2, 1, 1],
    ],
  );
});

test('tables that only place things are read like any text', async (t) => {
  t.deepEqual(
    await outlineOf('<table><tr><td><h1>Letter</h1><p>Dear all,<tr><td><table><tr><td>1<td>2</table></table>'),
    ['heading 1: Letter', 'paragraph: Dear all,', 'row 0.0: 0=1 | 1=2'],
  );
  // A cell of a table with contents of its own stays in its row.
  t.deepEqual(await outlineOf('<table><tr><td>a<td>b<td>c<tr><td>d<td><table><tr><td>1<td>2</table><td>e</table>'), [
    'row 0.0: 0=a | 1=b | 2=c',
    'row 0.1: 0=d | 1=1 2 | 2=e',
  ]);
});
