import test from 'ava';
import type { ParsedDocument } from '../../../core/document/parsed.ts';
import { plugin } from '../../../plugins/parsers/xlsx.ts';
import { parseLimits, parseWith, testParser } from '../../contracts/parser.ts';
import { realFiles } from '../../support/real-files.ts';
import { outline, warningCodes } from './outline.ts';
import { makeXlsx, rowsXml, type SheetXml, type WorkbookXml } from './xlsx/workbooks.ts';

const fees = [
  ['Service', 'Unit', 'Price'],
  ['Hosting', 'month', 1200],
  ['Support', 'hour', 95.5],
  ['Backup', 'GB', 0.04],
] as const;

const sheetOf = (sheet: Partial<SheetXml>, rest: Partial<WorkbookXml> = {}): Promise<ParsedDocument> =>
  parseWith(plugin, makeXlsx({ sheets: [{ name: 'Sheet1', data: '', ...sheet }], ...rest }));
const outlineOf = async (sheet: Partial<SheetXml>, rest: Partial<WorkbookXml> = {}): Promise<string[]> =>
  outline(await sheetOf(sheet, rest));

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

test('numbers as they are shown', async (t) => {
  const formats = [
    '#,##0.00 "USD"',
    '0.0%',
    '#,##0.00;[Red](#,##0.00)',
    '00000',
    '[h]:mm',
    '[$€-407] #,##0.00',
    '"No. "@',
  ];
  const cell = (value: number, style: number) => `<row><c s="${style}"><v>${value}</v></c></row>`;
  const data = `${cell(1234.5, 1)}${cell(0.075, 2)}${cell(-1234.5, 3)}${cell(42, 4)}${cell(1.75, 5)}${cell(9, 6)}<row><c s="7" t="inlineStr"><is><t>17</t></is></c></row>${cell(0.1 + 0.2, 0)}${cell(123456789012345, 0)}<row><c t="b"><v>1</v></c></row><row><c t="e"><v>#REF!</v></c></row>`;
  t.deepEqual(
    (await outlineOf({ data }, { formats })).map((line) => line.replace('paragraph: ', '')),
    [
      '1,234.50 USD',
      '7.5%',
      '(1,234.50)',
      '00042',
      '42:00',
      '€ 9.00',
      'No. 17',
      '0.3',
      '123456789012345',
      'TRUE',
      '#REF!',
    ],
  );
});

test('dates that say one thing to every reader are as shown; all others are given as in ISO 8601, with their year', async (t) => {
  const formats = [
    'dd/mm/yyyy',
    'd mmmm yyyy',
    'mmm d, yyyy',
    'yyyy-mm-dd',
    'd-mmm-yy',
    'd-mmm',
    'mmm-yy',
    'm/d/yy h:mm',
    'h:mm AM/PM',
    '[$-407]d. mmmm yyyy',
    'dddd, mmmm dd, yyyy',
    'yyyy',
  ];
  const data = formats.map((_, index) => `<row><c s="${index + 1}"><v>45385.604166667</v></c></row>`).join('');
  const shown = async (date1904: boolean) =>
    (await outlineOf({ data }, { formats, date1904 })).map((line) => line.replace('paragraph: ', ''));
  t.deepEqual(await shown(false), [
    '2024-04-03',
    '3 April 2024',
    'Apr 3, 2024',
    '2024-04-03',
    '2024-04-03',
    '2024-04-03',
    '2024-04',
    '2024-04-03 14:30',
    '2:30 PM',
    '2024-04-03',
    'Wednesday, April 03, 2024',
    '2024',
  ]);
  t.deepEqual((await shown(true)).slice(0, 2), ['2028-04-04', '4 April 2028']);
});

test('text: shared, rich, inline, of formulas; escapes, pronunciations and line ends inside cells', async (t) => {
  const strings = [
    '<t>plain &amp; simple</t>',
    '<r><t xml:space="preserve">one </t></r><r><rPr><b/></rPr><t>two</t></r>',
    '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>',
    '<t>a_x000D_\nb&#x9;c &#128077;</t>',
  ];
  const data = `${strings.map((_, index) => `<row><c t="s"><v>${index}</v></c></row>`).join('')}<row><c t="str"><f>A1&amp;"x"</f><v>joined &lt;x&gt;</v></c></row><row><c t="s"><v>99</v></c></row><row><c t="inlineStr"><is><t><![CDATA[<b>&amp;]]></t></is></c></row>`;
  t.deepEqual(
    (await outlineOf({ data }, { strings })).map((line) => line.replace(/^\w+(?: 2)?: /, '')),
    ['plain & simple', 'one two', '東京', 'a b c 👍', 'joined <x>', '<b>&amp;'],
  );
});

test('formulas that were never calculated are said to be missing; formulas are not carried out', async (t) => {
  const data =
    '<row><c t="inlineStr"><is><t>=1+1|calc</t></is></c><c><f>1+1</f></c><c><f>SUM(A1)</f><v>7</v></c></row>';
  const document = await sheetOf({ data });
  t.is(document.text, '=1+1|calc\t7');
  t.deepEqual(warningCodes(document), ['formula-without-result']);
});

test('hidden sheets, rows, columns and values are read, and said to be hidden', async (t) => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>';
  const read = async (sheet: Partial<SheetXml>, formats: readonly string[] = []) => {
    const document = await sheetOf({ data: rows, ...sheet }, { formats });
    return [document.text.replace(/\s+/g, ' '), ...warningCodes(document)];
  };
  t.deepEqual(await read({ state: 'hidden' }), ['1 2', 'hidden-sheet']);
  t.deepEqual(await read({ state: 'veryHidden' }), ['1 2', 'hidden-sheet']);
  t.deepEqual(await read({ before: '<cols><col min="2" max="2" hidden="1"/></cols>' }), ['1 2', 'hidden-cells']);
  t.deepEqual(await read({ data: rows.replace('<row r="1"', '<row r="1" hidden="1"') }), ['1 2', 'hidden-cells']);
  t.deepEqual(await read({ data: '<row><c s="1"><v>5</v></c></row>' }, [';;;']), ['5', 'hidden-cells']);
  t.deepEqual(await read({}), ['1 2']);
});

test('comments, conversations, text boxes, what is printed around the cells, links', async (t) => {
  const document = await sheetOf(
    {
      name: 'Fees',
      data: rowsXml([
        ['Hosting', 'see'],
        ['Support', 1],
      ])
        .replace('<is><t>see</t></is>', '<f>HYPERLINK("https://example.com/x","see")</f><v>see</v>')
        .replace('t="inlineStr"><f>', 't="str"><f>'),
      after:
        '<hyperlinks><hyperlink ref="A1" r:id="rId1"/><hyperlink ref="A2" r:id="rId2"/></hyperlinks><headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"Confidential&amp;RPage &amp;P of &amp;N</oddHeader><oddFooter>&amp;CDraft 3</oddFooter></headerFooter>',
      relationships: [
        ['hyperlink', 'https://example.com/hosting', true],
        ['hyperlink', 'javascript:alert(1)', true],
        ['comments', '../comments1.xml'],
        ['threadedComment', '../threads1.xml'],
        ['drawing', '../drawings/drawing1.xml'],
      ],
    },
    {
      parts: [
        [
          'xl/comments1.xml',
          '<comments><commentList><comment ref="B1"><text><r><t>Ask Ann</t></r></text></comment><comment ref="B2"><text><t>[Threaded comment]</t></text></comment></commentList></comments>',
        ],
        [
          'xl/threads1.xml',
          '<ThreadedComments><threadedComment ref="B2"><text>Is it net?</text></threadedComment><threadedComment ref="B2"><text>Yes.</text></threadedComment></ThreadedComments>',
        ],
        [
          'xl/drawings/drawing1.xml',
          '<xdr:wsDr><xdr:sp><xdr:txBody><a:p><a:r><a:t>Late fee: </a:t></a:r><a:r><a:t>1%</a:t></a:r></a:p><a:p><a:r><a:t>a month</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>',
        ],
      ],
    },
  );
  t.deepEqual(outline(document), [
    'page-header: Confidential',
    'heading 1: Fees',
    'row 0.0: 0=Hosting | 1=see',
    'row 0.1: 0=Support | 1=1',
    'paragraph: Late fee: 1% a month',
    'comment: B1: Ask Ann',
    'comment: B2: Is it net?',
    'comment: B2: Yes.',
    'page-footer: Draft 3',
  ]);
  t.deepEqual(
    document.links.map(({ charStart, charEnd, target }) => [document.text.slice(charStart, charEnd), target]),
    [
      ['Hosting', 'https://example.com/hosting'],
      ['see', 'https://example.com/x'],
    ],
  );
});

test('sheets without cells: a chart is said to be one, an empty sheet is an empty page', async (t) => {
  const bytes = makeXlsx({
    sheets: [
      { name: 'Figures', data: rowsXml([['only this']]) },
      { name: 'Chart', data: '', kind: 'chartsheet' },
      { name: 'Empty', data: '' },
    ],
  });
  const document = await parseWith(plugin, bytes);
  t.deepEqual(warningCodes(document), ['chart-sheet']);
  t.regex(document.warnings[0]?.message ?? '', /"Chart"/);
  t.deepEqual(
    document.pages.map(({ label, charStart, charEnd }) => [label, document.text.slice(charStart, charEnd)]),
    [
      ['Figures', 'Figures\n\nonly this'],
      ['Chart', ''],
      ['Empty', ''],
    ],
  );
});

test('a huge stated size with two cells is read at once; too many cells are refused, empty or not', async (t) => {
  const data = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';
  const merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
  const started = performance.now();
  const { text } = await sheetOf({ data, before: '<dimension ref="A1:XFD1048576"/>', after: merged });
  t.is(text, '1\n\n2');
  t.true(performance.now() - started < 5000);
  const limits = { ...parseLimits, maxCells: 100 };
  const filled = makeXlsx({ sheets: [{ name: 'a', data: `<row>${'<c><v>1</v></c>'.repeat(101)}</row>` }] });
  await t.throwsAsync(parseWith(plugin, filled, { limits }), { code: 'too_many_cells' });
  const empty = (times: number) => makeXlsx({ sheets: [{ name: 'a', data: `<row>${'<c/>'.repeat(times)}</row>` }] });
  t.is((await parseWith(plugin, empty(300), { limits })).text, '');
  await t.throwsAsync(parseWith(plugin, empty(600), { limits }), { code: 'too_many_cells' });
});

test('a few shared strings that are repeated without end are too much text', async (t) => {
  const data = `<row>${'<c t="s"><v>0</v></c>'.repeat(1000)}</row>`;
  const strings = [`<t>${'x'.repeat(30_000)}</t>`];
  await t.throwsAsync(sheetOf({ data }, { strings }), { code: 'too_much_text' });
});

test('names that mean something to a program are only names; entities are not carried out', async (t) => {
  const data = rowsXml([
    ['__proto__', 'constructor'],
    ['toString', '=HYPERLINK("file:///etc/passwd")'],
  ]);
  const document = await sheetOf({ name: '__proto__', data });
  t.is(document.pages[0]?.label, '__proto__');
  t.true(document.text.includes('=HYPERLINK("file:///etc/passwd")'));
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
  const strings = ['<t>&b;&b;</t>'];
  const entity = await parseWith(
    plugin,
    makeXlsx({ sheets: [{ name: 'x', data: `${bomb}<row><c t="s"><v>0</v></c></row>` }], strings }),
  );
  t.true(entity.text.endsWith('&b;&b;'));
});

test('a sheet that ends in the middle, or is not there, is damaged', async (t) => {
  await t.throwsAsync(sheetOf({ data: '<row><c><v>1</v></c></row><!--' }), { code: 'damaged' });
  await t.throwsAsync(sheetOf({ data: '<row r="99999999"><c><v>1</v></c></row>' }), { code: 'damaged' });
  await t.throwsAsync(sheetOf({ data: '<row><c r="ZZZZ1"><v>1</v></c></row>' }), { code: 'damaged' });
  const many = Array.from({ length: 3 }, (_, index) => ({ name: `s${index}`, data: '' }));
  const limits = { ...parseLimits, maxPages: 2 };
  await t.throwsAsync(parseWith(plugin, makeXlsx({ sheets: many }), { limits }), { code: 'too_many_pages' });
});

test('real spreadsheets keep the contract and their text', async (t) => {
  for (const { name, read } of await realFiles(t, 'files', '.xlsx')) {
    t.true((await parseWith(plugin, await read(), { name })).text.length > 0, name);
  }
});
