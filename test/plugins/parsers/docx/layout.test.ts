import test from 'ava';
import { plugin } from '../../../../plugins/parsers/docx.ts';
import { writeCompound } from '../../../../plugins/parsers/shared/compound/write.ts';
import { parseLimits, parseWith } from '../../../contracts/parser.ts';
import { outline, warningCodes } from '../outline.ts';
import { cell, paragraph, part, relations, row, run, style, table, type WordFile, wordFile } from './fixtures.ts';

const read = (file: WordFile) => parseWith(plugin, wordFile(file));
const outlineOf = async (body: string, styles = ''): Promise<string[]> => outline(await read({ styles, body }));

test('tables: cells that reach over columns and rows, rows that start late, cells of several paragraphs', async (t) => {
  const merge = (value?: string) => `<w:vMerge${value === undefined ? '' : ` w:val="${value}"`}/>`;
  const document = await read({
    body: table(
      row([cell('Year'), cell('Fees', '<w:gridSpan w:val="2"/>')], '<w:tblHeader/>'),
      row([cell('2025', merge('restart')), cell('May'), cell(paragraph('5') + paragraph('EUR'))]),
      row([cell('', merge()), cell('June'), cell('6')]),
      row([cell('2026', merge('restart')), cell('', '<w:gridSpan w:val="2"/>')]),
      row([cell('Sum')], '<w:gridBefore w:val="2"/>'),
    ),
  });
  t.deepEqual(outline(document), [
    'header 0.0: 0=Year | 1=Fees',
    'row 0.1: 0=2025 | 1=May | 2=5 EUR',
    'row 0.2: 1=June | 2=6',
    'row 0.3: 0=2026 | 1=',
    'row 0.4: 2=Sum',
  ]);
  const spans = document.blocks.flatMap((block) => (block.kind === 'table-row' ? block.cells : []));
  t.deepEqual(
    spans.map(({ columnSpan, rowSpan }) => `${columnSpan}x${rowSpan}`),
    ['1x1', '2x1', '1x2', '1x1', '1x1', '1x1', '1x1', '1x1', '2x1', '1x1'],
  );
});

test('the row that names the columns: repeated on each page, in bold, or set off by the style of the table', async (t) => {
  const bold = (text: string) => cell(paragraph(run(text, '<w:b/>')));
  const styles = style('Grid', 'grid', '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>', 'table');
  const look = (first: 0 | 1) =>
    `<w:tblPr><w:tblStyle w:val="Grid"/><w:tblLook w:val="04A0" w:firstRow="${first}"/></w:tblPr>`;
  const rows = row([cell('1'), cell('2')]) + row([cell('3'), cell('4')]);
  const headers = async (content: string): Promise<string> =>
    (await outlineOf(table(content), styles)).map((line) => line.slice(0, 1)).join('');
  t.is(await headers(row([bold('A'), bold('B')]) + rows), 'hrr');
  t.is(await headers(row([bold('A'), cell('x')]) + row([bold('B'), cell('y')])), 'rr');
  t.is(await headers(look(1) + rows), 'hr');
  t.is(await headers(look(0) + rows), 'rr');
});

test('names that reach over two rows head both', async (t) => {
  const down = '<w:vMerge w:val="restart"/>';
  const on = '<w:vMerge/>';
  const body = table(
    row([cell('A', down), cell('B', down), cell('C', '<w:gridSpan w:val="2"/>')], '<w:tblHeader/>'),
    row([cell('', on), cell('', on), cell('D'), cell('E')]),
    row([cell('1', down), cell('2'), cell('3'), cell('4')]),
    row([cell('', on), cell('5'), cell('6'), cell('7')]),
  );
  t.deepEqual(await outlineOf(body), [
    'header 0.0: 0=A | 1=B | 2=C',
    'header 0.1: 2=D | 3=E',
    'row 0.2: 0=1 | 1=2 | 2=3 | 3=4',
    'row 0.3: 1=5 | 2=6 | 3=7',
  ]);
});

test('a table in a cell is read in its place; tables that only place things are read like any text', async (t) => {
  const inner = table(row([cell('e'), cell('f')]), row([cell('g'), cell('h')]));
  t.deepEqual(
    await outlineOf(
      table(row([cell('a'), cell('b'), cell('c')]), row([cell('d'), cell(inner + paragraph('')), cell('i')])),
    ),
    ['row 0.0: 0=a | 1=b | 2=c', 'row 0.1: 0=d | 1=e f g h | 2=i'],
  );
  t.deepEqual(await outlineOf(table(row([cell(paragraph('Letter') + inner)]), row([cell('Bye')]))), [
    'paragraph: Letter',
    'row 0.0: 0=e | 1=f',
    'row 0.1: 0=g | 1=h',
    'paragraph: Bye',
  ]);
  const column = paragraph('x'.repeat(900));
  t.deepEqual(
    (await outlineOf(table(row([cell(column + column), cell('side')])))).map((line) => line.slice(0, 12)),
    ['paragraph: x', 'paragraph: x', 'paragraph: s'],
  );
});

const sections = (types: string) =>
  types
    .split(' ')
    .map((one) => `<w:${one.slice(0, 6)}Reference w:type="${one.slice(7)}" r:id="${one.replace(' ', '-')}"/>`)
    .join('');

test('headers and footers: each once, the first page its own, where they are shown', async (t) => {
  const names = ['header-default', 'header-first', 'header-even', 'footer-default'] as const;
  const texts = {
    'header-default': 'Lease',
    'header-first': 'Letterhead',
    'header-even': 'Left',
    'footer-default': 'Page 2',
  };
  const file = (first: string, settings: string): WordFile => ({
    settings,
    relations: names.map((name) => [name, name.slice(0, 6), `${name}.xml`]),
    parts: names.map((name) => [
      `word/${name}.xml`,
      part(name.startsWith('header') ? 'hdr' : 'ftr', paragraph(texts[name])),
    ]),
    body: `${paragraph('One', `<w:sectPr>${sections(names.join(' '))}${first}</w:sectPr>`)}${paragraph('Two')}<w:sectPr>${sections('header-default')}</w:sectPr>`,
  });
  t.deepEqual(outline(await read(file('', ''))), [
    'page-header: Lease',
    'paragraph: One',
    'page-footer: Page 2',
    'paragraph: Two',
  ]);
  t.deepEqual(outline(await read(file('<w:titlePg/>', '<w:evenAndOddHeaders/>'))).slice(0, 3), [
    'page-header: Letterhead',
    'page-header: Lease',
    'page-header: Left',
  ]);
});

const app = (pages: number): readonly (readonly [string, string])[] => [
  [
    'docProps/app.xml',
    `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Pages>${pages}</Pages></Properties>`,
  ],
];
const found = '<w:r><w:lastRenderedPageBreak/></w:r>';
const asked = '<w:r><w:br w:type="page"/></w:r>';

test('pages are those of Word where its count and its page breaks agree', async (t) => {
  const body = [
    paragraph('one'),
    paragraph(run('one ') + found + run('two')),
    paragraph(asked),
    paragraph(found + run('three')),
    paragraph(asked + run('four'), '<w:keepNext/>'),
    table(row([cell(paragraph(found + run('five'))), cell(paragraph(found + run('x')))])),
    paragraph('six', '<w:pageBreakBefore/>'),
    paragraph('six', '<w:sectPr/>'),
    paragraph('seven'),
    '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>',
  ].join('');
  const { text, pages, blocks } = await read({ body, parts: app(7) });
  t.deepEqual(
    pages.map(({ charStart, charEnd }) => text.slice(charStart, charEnd).trim().replace(/\s+/g, ' ')),
    ['one one', 'two', 'three', 'four', 'five x', 'six six', 'seven'],
  );
  t.deepEqual(
    blocks.map(({ page }) => page),
    [1, 1, 3, 4, 5, 6, 6, 7],
  );
  const other = await read({ body, parts: app(8) });
  t.is(other.pages.length, 1);
  t.true(other.blocks.every(({ page }) => page === 1));
});

test('more pages than are allowed are refused', async (t) => {
  const file = wordFile({ body: paragraph('one') + paragraph(found + run('two')), parts: app(2) });
  await t.throwsAsync(parseWith(plugin, file, { limits: { ...parseLimits, maxPages: 1 } }), { code: 'too_many_pages' });
});

test('documents inside the document, and parts of the text that are documents, are handed on', async (t) => {
  const { children, warnings } = await read({
    relations: [
      ['p', 'package', 'embeddings/Annex%20A.xlsx'],
      ['c', 'aFChunk', '/word/chunk.html'],
      ['x', 'package', 'https://a.example/x.docx', 'External'],
    ],
    parts: [
      ['word/embeddings/Annex A.xlsx', 'sheet'],
      ['word/chunk.html', '<p>text'],
    ],
    body: `${paragraph('See annex.')}<w:altChunk r:id="c"/>`,
  });
  t.deepEqual(
    children.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
    [
      ['chunk.html', '<p>text'],
      ['Annex A.xlsx', 'sheet'],
    ],
  );
  t.deepEqual(
    warnings.map(({ code }) => code),
    ['embedded-text'],
  );
});

test('files in OLE objects are taken out of what wraps them; equations are none', async (t) => {
  const string = (text: string) => Buffer.from(`${text}\u0000`);
  const sized = (content: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(content.byteLength);
    return Buffer.concat([size, content]);
  };
  const native = sized(
    Buffer.concat([
      Buffer.from([2, 0]),
      ...[string('Préavis.txt'), string('C:\\letters\\Préavis.txt'), Buffer.from([0, 0, 3, 0])],
      ...[sized(string('C:\\temp\\copy.txt')), sized(Buffer.from('Notice')), Buffer.from([0, 0])],
    ]),
  );
  const object = (name: string, content: Uint8Array) =>
    writeCompound({ streams: new Map([[name, content]]), folders: new Map() });
  const objects = [
    object('\u0001Ole10Native', native),
    object('\u0001Ole10Native', native.subarray(0, 60)),
    object('CONTENTS', Buffer.from('%PDF-1.7')),
    object('Equation Native', Buffer.from('x')),
    Buffer.from('no object'),
  ];
  const { children } = await read({
    relations: objects.map((_, index) => [`o${index}`, 'oleObject', `embeddings/oleObject${index}.bin`]),
    parts: objects.map((bytes, index) => [`word/embeddings/oleObject${index}.bin`, bytes]),
    body: paragraph('See annex.'),
  });
  t.deepEqual(
    children.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
    [
      ['Préavis.txt', 'Notice'],
      ['oleObject2.bin', '%PDF-1.7'],
    ],
  );
});

test('a document without text says why; its pictures are handed on', async (t) => {
  const picture = '<w:r><w:drawing><a:blip/></w:drawing></w:r>';
  const scan = await read({
    body: paragraph(picture),
    relations: [['i', 'image', 'media/scan.png']],
    parts: [['word/media/scan.png', 'png']],
  });
  t.is(scan.text, '');
  t.deepEqual([warningCodes(scan), scan.children.map(({ name }) => name)], [['no-text-layer'], ['scan.png']]);
  const blank = await read({ body: paragraph('') });
  t.deepEqual(warningCodes(blank), ['blank']);
});

test('what is written in a chart is read: titles, names, categories', async (t) => {
  const values = (name: string, cache: string, ...list: string[]) =>
    `<c:${name}><c:${cache}Ref><c:${cache}Cache>${list.map((value, index) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`).join('')}</c:${cache}Cache></c:${cache}Ref></c:${name}>`;
  const series = (name: string) =>
    `<c:ser>${values('tx', 'str', name)}${values('cat', 'str', 'Q1', 'Q2')}${values('val', 'num', '4.3', '5')}</c:ser>`;
  const chart = `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Rents</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart>${series('North')}${series('South')}</c:barChart></c:plotArea></c:chart></c:chartSpace>`;
  const document = await read({
    body: paragraph(
      '<w:r><w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="c"/></w:drawing></w:r>',
    ),
    relations: [['c', 'chart', 'charts/chart1.xml']],
    parts: [['word/charts/chart1.xml', chart]],
  });
  t.deepEqual(outline(document), ['paragraph: Rents', 'paragraph: North\tSouth', 'paragraph: Q1\tQ2']);
});

test('points of a diagram are read as lines', async (t) => {
  const diagram =
    '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Notice</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt type="pres"><dgm:t><a:p><a:r><a:t>layout</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>';
  const drawing =
    '<w:r><w:drawing><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="d"/></w:drawing></w:r>';
  const document = await read({
    body: paragraph(drawing),
    relations: [['d', 'diagramData', 'diagrams/data1.xml']],
    parts: [
      ['word/diagrams/data1.xml', diagram],
      ['word/_rels/unused.rels', relations([])],
    ],
  });
  t.deepEqual(outline(document), ['paragraph: Notice']);
});
