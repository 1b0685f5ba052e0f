import * as XLSX from 'xlsx';
import {
  basedOn,
  cell,
  item,
  kind,
  level,
  list,
  paragraph,
  part,
  row,
  style,
  table,
  wordFile,
} from '../../plugins/parsers/docx/fixtures.ts';

const BODY = [
  paragraph('Lease', '<w:pStyle w:val="Title"/>'),
  paragraph('Rent', '<w:pStyle w:val="H1"/>'),
  item('The rent is 1,450 euros.', 1),
  item('It is due on the first day.', 1, 1),
  item('Late rent bears interest.', 1),
  '<w:p><w:r><w:t>See </w:t></w:r><w:hyperlink r:id="rules"><w:r><w:t>the rules</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id="1"/></w:r><w:commentRangeStart w:id="0"/><w:r><w:t> of the house 🏠</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',
  '<w:p><w:ins w:id="1" w:author="Ann"><w:r><w:t>Pets are allowed.</w:t></w:r></w:ins><w:del w:id="2" w:author="Ann"><w:r><w:delText>No pets.</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>',
  '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
  '<w:p><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></w:p>',
  table(
    '<w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>',
    row([cell('Room'), cell('Rent')], '<w:tblHeader/>'),
    row([cell('Kitchen', '<w:vMerge w:val="restart"/>'), cell('100')]),
    row([cell('', '<w:vMerge/>'), cell('200')]),
    row([cell('Sum', '<w:gridSpan w:val="2"/>')]),
  ),
  '<w:sdt><w:sdtContent><w:p><w:r><w:t>A field to fill in</w:t></w:r></w:p></w:sdtContent></w:sdt>',
  '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>',
].join('');

/** A Word document with one of most things, written by hand so that it is the same in each run. */
export const docxSample = (): Uint8Array =>
  wordFile({
    body: BODY,
    styles: style('Title', 'Title') + style('H1', 'heading 1', basedOn('Base')) + style('Base', 'Base'),
    numbering: kind(0, level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2')) + list(1, 0),
    footnotes: `<w:footnote w:id="1">${paragraph('Without heating.')}</w:footnote>`,
    comments: `<w:comment w:id="0" w:author="Ann">${paragraph('Which?')}</w:comment>`,
    relations: [
      ['header', 'header', 'header1.xml'],
      ['rules', 'hyperlink', 'https://example.com/rules', 'External'],
    ],
    parts: [['word/header1.xml', part('hdr', paragraph('Lease of 2026'))]],
  });

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
