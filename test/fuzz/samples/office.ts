import * as XLSX from 'xlsx';
import { makeZip } from '../../core/sniff/containers.ts';

const PREFIX = 'http://schemas.openxmlformats.org/';
const TYPES = `<Types xmlns="${PREFIX}package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`;
const relations = (...targets: readonly (readonly [type: string, target: string, external?: 'External'])[]): string =>
  `<Relationships xmlns="${PREFIX}package/2006/relationships">${targets
    .map(([type, target, mode], index) => {
      const external = mode === undefined ? '' : ` TargetMode="${mode}"`;
      return `<Relationship Id="r${index + 1}" Type="${PREFIX}officeDocument/2006/relationships/${type}" Target="${target}"${external}/>`;
    })
    .join('')}</Relationships>`;

const word = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} xmlns:w="${PREFIX}wordprocessingml/2006/main" xmlns:r="${PREFIX}officeDocument/2006/relationships" xmlns:m="${PREFIX}officeDocument/2006/math">${content}</w:${root}>`;

const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const numbered = (text: string, level: number): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;

const BODY = [
  paragraph('Lease', '<w:pStyle w:val="Title"/>'),
  paragraph('Rent', '<w:pStyle w:val="H1"/>'),
  numbered('The rent is 1,450 euros.', 0),
  numbered('It is due on the first day.', 1),
  numbered('Late rent bears interest.', 0),
  '<w:p><w:r><w:t>See </w:t></w:r><w:hyperlink r:id="r6"><w:r><w:t>the rules</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id="1"/></w:r><w:commentRangeStart w:id="0"/><w:r><w:t> of the house 🏠</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',
  '<w:p><w:ins w:id="1" w:author="Ann"><w:r><w:t>Pets are allowed.</w:t></w:r></w:ins><w:del w:id="2" w:author="Ann"><w:r><w:delText>No pets.</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>',
  '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
  '<w:p><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></w:p>',
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Room')}${cell('Rent')}</w:tr><w:tr>${cell('Kitchen', '<w:vMerge w:val="restart"/>')}${cell('100')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('200')}</w:tr><w:tr>${cell('Sum', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`,
  '<w:sdt><w:sdtContent><w:p><w:r><w:t>A field to fill in</w:t></w:r></w:p></w:sdtContent></w:sdt>',
  '<w:sectPr><w:headerReference w:type="default" r:id="r4"/></w:sectPr>',
].join('');

const NUMBERING = `<w:abstractNum w:abstractNumId="0">${[0, 1]
  .map(
    (level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${level === 0 ? '%1.' : '%1.%2'}"/></w:lvl>`,
  )
  .join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;

const STYLES =
  '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Base"/></w:style><w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/></w:style>';

/** A Word document with one of most things, written by hand so that it is the same in each run. */
export const docxSample = (): Uint8Array =>
  makeZip([
    ['[Content_Types].xml', TYPES],
    ['_rels/.rels', relations(['officeDocument', 'word/document.xml'])],
    [
      'word/_rels/document.xml.rels',
      relations(
        ['styles', 'styles.xml'],
        ['numbering', 'numbering.xml'],
        ['footnotes', 'footnotes.xml'],
        ['header', 'header1.xml'],
        ['comments', 'comments.xml'],
        ['hyperlink', 'https://example.com/rules', 'External'],
      ),
    ],
    ['word/document.xml', word('document', `<w:body>${BODY}</w:body>`)],
    ['word/styles.xml', word('styles', STYLES)],
    ['word/numbering.xml', word('numbering', NUMBERING)],
    ['word/footnotes.xml', word('footnotes', `<w:footnote w:id="1">${paragraph('Without heating.')}</w:footnote>`)],
    ['word/header1.xml', word('hdr', paragraph('Lease of 2026'))],
    ['word/comments.xml', word('comments', `<w:comment w:id="0" w:author="Ann">${paragraph('Which?')}</w:comment>`)],
  ]);

const workbook = (): XLSX.WorkBook => {
  const book = XLSX.utils.book_new();
  const fees = XLSX.utils.aoa_to_sheet([
    ['Fees for 2026', null, null],
    ['Room', 'Rent', 'Due'],
    ['Kitchen', 1450.5, { t: 'n', v: 46_023, z: 'yyyy-mm-dd' }],
    ['Garage', { t: 'n', v: 0.075, z: '0.0%' }, true],
    ['Sum', { t: 'n', v: 1450.575, f: 'SUM(B3:B4)' }, { t: 'e', v: 0x2a }],
  ]);
  fees['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }];
  fees['!rows'] = [{}, {}, {}, { hidden: true }];
  XLSX.utils.book_append_sheet(book, fees, 'Fees');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Zeile', 'Größe 🏠']]), 'Zweites Blatt');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['hidden']]), 'Hidden');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 0 }, { Hidden: 1 }] };
  return book;
};

const written = (bookType: XLSX.BookType): Uint8Array =>
  new Uint8Array(XLSX.write(workbook(), { type: 'buffer', bookType }) as Buffer);

export const xlsxSample = (): Uint8Array => written('xlsx');
export const xlsSample = (): Uint8Array => written('biff8');
