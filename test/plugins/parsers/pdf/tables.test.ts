import test from 'ava';
import { tables as tableFiles } from '../../../../bench/tables/by-hand/pdf.ts';
import { draw, table } from '../../../../bench/tables/pdf/draw.ts';
import type { ParsedDocument } from '../../../../core/document/parsed.ts';
import { breach, lines, makePdf, parsePdf } from './fixtures.ts';

/** The tables of a document as rows of texts, '' where no cell begins. */
function tablesOf(parsed: ParsedDocument): string[][][] {
  const tables: string[][][] = [];
  for (const block of parsed.blocks) {
    if (block.kind !== 'table-row') continue;
    const row: string[] = [];
    for (const cell of block.cells) row[cell.column] = parsed.text.slice(cell.charStart, cell.charEnd);
    const table = tables[block.table] ?? [];
    tables[block.table] = table;
    table[block.row] = Array.from(row, (text) => text ?? '');
  }
  return tables;
}

const trimmed = (rows: readonly (readonly string[])[]): string[][] =>
  rows.map((row) => row.slice(0, row.findLastIndex((text) => text !== '') + 1));

for (const { name, bytes, tables } of tableFiles) {
  test(`reads the cells of: ${name}`, async (t) => {
    const parsed = await parsePdf(await bytes());
    t.is(breach(parsed), undefined);
    t.deepEqual(tablesOf(parsed).map(trimmed), tables.map(trimmed));
  });
}

const named = async (name: string) => {
  const file = tableFiles.find((candidate) => candidate.name === name);
  if (file === undefined) throw new Error(`no file is named ${name}`);
  return parsePdf(await file.bytes());
};
const headers = (parsed: ParsedDocument): number[] =>
  parsed.blocks.flatMap((block) => (block.kind === 'table-row' && block.header ? [block.row] : []));

test('says which rows name the columns: by weight, by a line, and as words over figures', async (t) => {
  for (const name of ['ruled', 'ruled between columns', 'three rules, wrapped', 'not ruled', 'accounts']) {
    t.deepEqual(headers(await named(name)), [0], name);
  }
  t.deepEqual(headers(await named('names over names')), [0, 1]);
});

test('a table goes on over pages, and the header that it repeats is a header each time', async (t) => {
  t.deepEqual(headers(await named('over pages, header repeated')), [0, 21, 42]);
  t.deepEqual(headers(await named('over pages, not ruled')), [0, 21, 42]);
  t.deepEqual(headers(await named('over pages, header once')), [0]);
});

test('cells say how many columns they span, and stand apart by tabulators in the text', async (t) => {
  const parsed = await named('names over names');
  const [first] = parsed.blocks.filter((block) => block.kind === 'table-row');
  t.deepEqual(
    first?.cells.map(({ column, columnSpan, rowSpan }) => [column, columnSpan, rowSpan]),
    [
      [0, 1, 2],
      [1, 2, 1],
      [3, 2, 1],
    ],
  );
  t.is(parsed.text.slice(first?.charStart, first?.charEnd), 'Region\t2023\t2022');
});

test('a label and its value are a row without a header', async (t) => {
  const rows = [
    ['Landlord:', 'Mill Estates Ltd'],
    ['Tenant:', 'Jane Doe'],
    ['Rent:', '900 euros a month'],
  ];
  const parsed = await parsePdf(
    await makePdf((document) => {
      rows.forEach((row, index) => {
        lines(document, [row[0] ?? ''], 72, 100 + index * 18);
        lines(document, [row[1] ?? ''], 180, 100 + index * 18);
      });
    }),
  );
  t.deepEqual(tablesOf(parsed), [rows]);
  t.deepEqual(headers(parsed), []);
});

test('what two parties sign is read party by party', async (t) => {
  const { text } = await named('no table: signatures');
  t.true(text.indexOf('Name: Jane Doe') < text.indexOf('NORTH BAKERY LLC'));
  t.true(text.indexOf('NORTH BAKERY LLC') < text.indexOf('Name: John Roe'));
});

test('the addresses of two parties are read one after the other', async (t) => {
  const left = ['If to the landlord:', 'Mill Estates Ltd', 'Mill Road 1', 'York', 'Attention: Jane Doe'];
  const right = ['If to the tenant:', 'North Bakery LLC', 'High Street 7', 'Leeds', 'Attention: John Roe'];
  const { text } = await parsePdf(
    await makePdf((document) => {
      lines(document, left, 72, 100);
      lines(document, right, 320, 100);
    }),
  );
  t.true(text.indexOf('Jane Doe') < text.indexOf('If to the tenant'), text);
});

test('justified lines whose gaps stand below each other are no table', async (t) => {
  const parsed = await parsePdf(
    await makePdf((document) => {
      for (const [index, [left, right]] of [
        ['Dollars for each year', 'that the promoter secures in each of the venues'],
        ['Promoter secures them with the payment due within thirty days of the date of the', 'contract'],
        ['and by the issuance', 'of stock as set forth below, in the usual form of it'],
      ].entries()) {
        lines(document, [left ?? ''], 72, 100 + index * 14);
        lines(document, [right ?? ''], index === 1 ? 530 : 210, 100 + index * 14);
      }
    }),
  );
  t.deepEqual(tablesOf(parsed), []);
});

test('an entry of a table of contents is a line of its own', async (t) => {
  const parsed = await named('no table: contents');
  t.true(parsed.blocks.some((block) => parsed.text.slice(block.charStart, block.charEnd) === '3. Rent and deposit 5'));
});

test('a drawing of boxes with words in some of them is no table', async (t) => {
  const parsed = await parsePdf(
    await makePdf((document) => {
      for (let row = 0; row < 6; row++)
        for (let column = 0; column < 5; column++) document.rect(72 + column * 80, 100 + row * 40, 80, 40).stroke();
      lines(document, ['Start'], 80, 110);
      lines(document, ['End'], 400, 310);
      lines(document, ['Room'], 240, 190);
    }),
  );
  t.deepEqual(tablesOf(parsed), []);
});

test('rows that nobody ruled are told by their figures, set right or not, and by a name that has no figure', async (t) => {
  const fees = [
    ['Item', 'Units', 'Net'],
    ['Heating', '12', '5,730.50'],
    ['Lift', '', ''],
    ['Garden', '7', '748.81'],
    ['Water', '131', '3,755.46'],
  ];
  for (const rows of [fees, fees.slice(0, 2).concat(fees.slice(3, 4))]) {
    const parsed = await parsePdf(
      await draw((document) => {
        table(document, rows, 100, { widths: [120, 60, 70], align: ['left', 'right', 'right'], lines: 'columns' });
      }),
    );
    t.deepEqual(tablesOf(parsed).map(trimmed), [trimmed(rows)]);
  }
});

test('a column set to the right that ends a blank before one set to the left is a column; a unit or a name is none', async (t) => {
  const bytes = (rows: readonly (readonly [string, string, string])[]) =>
    draw((document) => {
      document.fontSize(10);
      rows.forEach(([name, right, left], index) => {
        const y = 100 + index * 16;
        document.text(name, 72, y, { lineBreak: false });
        document.text(right, 300 - document.widthOfString(right), y, { lineBreak: false });
        document.text(left, 303, y, { lineBreak: false });
      });
    });
  const shares = [
    ['Lift', '41%', '2026-04-10'],
    ['Garden', '6%', '2026-09-17'],
    ['Water', '16%', '2026-05-11'],
    ['Caretaker', '5%', '2026-06-16'],
    ['Heating', '86%', '2026-06-27'],
  ] as const;
  t.deepEqual(tablesOf(await parsePdf(await bytes(shares))), [shares.map((row) => [...row])]);

  const units = shares.map(([name], index) => [name, String(9 + index * 7), 'EUR'] as const);
  t.deepEqual(tablesOf(await parsePdf(await bytes(units))), [
    units.map(([name, figure, unit]) => [name, `${figure} ${unit}`]),
  ]);
  const places = shares.map(([name], index) => [name, 'Workstation', String(101 + index)] as const);
  t.deepEqual(tablesOf(await parsePdf(await bytes(places))), [
    places.map(([name, place, number]) => [name, `${place} ${number}`]),
  ]);
});
