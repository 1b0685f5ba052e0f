import test from 'ava';
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { plugin } from '../../../plugins/parsers/docx.ts';
import { parseLimits, parseWith, testParser } from '../../contracts/parser.ts';
import { makeOle, makeZip } from '../../core/sniff/containers.ts';
import { bytesOf } from '../../support/bytes.ts';
import { outline } from './outline.ts';

const docx = async (children: (Paragraph | Table)[], options: object = {}): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(new Document({ ...options, sections: [{ children }] })));

const row = (cells: readonly string[], tableHeader = false): TableRow =>
  new TableRow({ tableHeader, children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });

testParser(test, {
  plugin,
  module: new URL('../../../plugins/parsers/docx.ts', import.meta.url).href,
  sample: {
    name: 'agreement.docx',
    bytes: () =>
      docx([
        new Paragraph({ text: 'Agreement', heading: HeadingLevel.HEADING_1 }),
        new Paragraph('The parties agree on what follows, 👍.'),
        new Table({ rows: [row(['a', 'b']), row(['1', '2'])] }),
      ]),
  },
});

/** A Word file whose main part has this body. */
const withBody = (body: string, more: readonly (readonly [string, string])[] = []): Uint8Array =>
  makeZip([
    [
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ],
    [
      '_rels/.rels',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ],
    [
      'word/document.xml',
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ],
    ...more,
  ]);
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

test('headings, lists, tables and the title', async (t) => {
  const document = await parseWith(
    plugin,
    await docx(
      [
        new Paragraph({ text: 'Services Agreement', heading: HeadingLevel.TITLE }),
        new Paragraph({ text: 'Fees', heading: HeadingLevel.HEADING_2 }),
        new Paragraph({ children: [new TextRun('The fee is '), new TextRun({ text: '100 EUR', bold: true })] }),
        new Paragraph({ text: 'first', bullet: { level: 0 } }),
        new Paragraph({ text: 'below', bullet: { level: 1 } }),
        new Paragraph({ text: 'numbered', numbering: { reference: 'numbers', level: 0 } }),
        new Table({ rows: [row(['Name', 'Fee'], true), row(['Support', '5']), row(['Hosting', '7'])] }),
      ],
      {
        title: 'Services & more',
        numbering: {
          config: [{ reference: 'numbers', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }],
        },
      },
    ),
  );
  t.is(document.title, 'Services & more');
  t.deepEqual(outline(document), [
    'heading 1: Services Agreement',
    'heading 2: Fees',
    'paragraph: The fee is 100 EUR',
    'list-item 1 ●: first',
    'list-item 2 ○: below',
    'list-item 1 1.: 1. numbered',
    'header 0.0: 0=Name | 1=Fee',
    'row 0.1: 0=Support | 1=5',
    'row 0.2: 0=Hosting | 1=7',
  ]);
});

test('footnotes and comments are what they are, with their marks', async (t) => {
  const document = await parseWith(
    plugin,
    await docx(
      [
        new Paragraph({
          children: [
            new CommentRangeStart(0),
            new TextRun('Net price'),
            new CommentRangeEnd(0),
            new TextRun({ children: [new CommentReference(0)] }),
            new FootnoteReferenceRun(1),
          ],
        }),
      ],
      {
        footnotes: { 1: { children: [new Paragraph('Without VAT.')] } },
        comments: { children: [{ id: 0, author: 'Ann', date: new Date(0), children: [new Paragraph('Too high?')] }] },
      },
    ),
  );
  t.deepEqual(outline(document), [
    'paragraph: Net price[1]',
    'footnote: [1] Without VAT.',
    'comment: Ann (on “Net price”): Too high?',
  ]);
});

test('tracked changes are read as accepted, with a warning', async (t) => {
  const inserted = new InsertedTextRun({ text: ' and heating', id: 0, author: 'Ann', date: '2024-01-01T00:00:00Z' });
  const { text, warnings } = await parseWith(
    plugin,
    await docx([new Paragraph({ children: [new TextRun('Rent'), inserted] })]),
  );
  t.is(text, 'Rent and heating');
  t.deepEqual(
    warnings.map(({ code }) => code),
    ['tracked-changes'],
  );
});

test('headings below the sixth level are still headings', async (t) => {
  const styles =
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="H8"><w:name w:val="heading 8"/></w:style></w:styles>';
  const bytes = withBody('<w:p><w:pPr><w:pStyle w:val="H8"/></w:pPr><w:r><w:t>Deep</w:t></w:r></w:p>', [
    ['word/styles.xml', styles],
  ]);
  t.deepEqual(outline(await parseWith(plugin, bytes)), ['heading 8: Deep']);
});

test("the document's own style map is not followed", async (t) => {
  const bytes = withBody(paragraph('Plain'), [['mammoth/style-map', 'p => h1:fresh']]);
  t.deepEqual(outline(await parseWith(plugin, bytes)), ['paragraph: Plain']);
});

test('files that are no good: encrypted, damaged, without a text', async (t) => {
  await t.throwsAsync(parseWith(plugin, makeOle(['EncryptedPackage'])), { code: 'encrypted' });
  await t.throwsAsync(parseWith(plugin, makeZip([['word/document.xml', 'x', 'encrypted']])), { code: 'encrypted' });
  await t.throwsAsync(parseWith(plugin, bytesOf('PK\x03\x04 word/document.xml')), { code: 'damaged' });
  await t.throwsAsync(parseWith(plugin, makeZip([['word/styles.xml', '<a/>']])), { code: 'damaged' });
  await t.throwsAsync(parseWith(plugin, withBody('<w:p>not closed')), { code: 'damaged' });
});

test('what unpacks to more than is allowed is refused before anything reads it, whatever the directory states', async (t) => {
  const bomb = Buffer.alloc(parseLimits.maxUnpackedBytes + 1);
  for (const [stated, code] of [
    [undefined, 'unpacks_too_large'],
    [1, 'packed_too_tightly'],
  ] as const) {
    const bytes = makeZip([['word/document.xml', bomb]], stated);
    t.true(bytes.byteLength < 200_000);
    await t.throwsAsync(parseWith(plugin, bytes), { code });
  }
  // Below the limit in all, but no document compresses like this.
  const ratio = makeZip([['word/document.xml', Buffer.alloc(20 * 2 ** 20)]]);
  await t.throwsAsync(parseWith(plugin, ratio), { code: 'packed_too_tightly' });
  const many = makeZip(Array.from({ length: 10_001 }, (_, index) => [`word/${index}`, ''] as const));
  await t.throwsAsync(parseWith(plugin, many), { code: 'unpacks_too_large' });
});
