import test from 'ava';
import { plugin } from '../../../../plugins/parsers/docx.ts';
import { parseWith } from '../../../contracts/parser.ts';
import { outline, warningCodes } from '../outline.ts';
import { paragraph, run, style, type WordFile, wordFile } from './fixtures.ts';

const read = (file: WordFile) => parseWith(plugin, wordFile(file));
const outlineOf = async (body: string): Promise<string[]> => outline(await read({ body }));
const codesOf = async (file: WordFile): Promise<string[]> => warningCodes(await read(file));

const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const field = (text: string, result: string): string =>
  mark('begin') + code(text) + mark('separate') + result + mark('end');

test('characters: tabs, hyphens, breaks, symbols, blanks that count and that do not', async (t) => {
  const runs =
    '<w:r><w:t>  One </w:t><w:t xml:space="preserve"> two</w:t><w:tab/><w:t>semi</w:t><w:softHyphen/><w:t>co\u00adlon</w:t><w:noBreakHyphen/><w:t>x</w:t><w:br/><w:t>next\nline</w:t><w:cr/></w:r>' +
    '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Nowhere" w:char="F061"/></w:r>' +
    '<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0b3</w:t></w:r>';
  t.deepEqual(await outlineOf(paragraph(runs)), ['paragraph: One two\tsemicolon-x\nnext line\n☑α≥']);
});

test('tracked changes are read as accepted: words, moves, joined paragraphs, rows', async (t) => {
  const by = 'w:id="1" w:author="Ann"';
  const body = [
    `<w:p>${run('Rent')}<w:ins ${by}>${run(' and heating')}</w:ins><w:del ${by}><w:r><w:delText> only</w:delText></w:r></w:del></w:p>`,
    `<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr>${run('It is ')}</w:p>`,
    `<w:p>${run('due monthly.')}<w:moveFrom ${by}>${run('moved away')}</w:moveFrom><w:moveTo ${by}>${run(' Moved here.')}</w:moveTo></w:p>`,
    `<w:tbl><w:tr><w:trPr><w:del ${by}/></w:trPr><w:tc>${paragraph('old')}</w:tc><w:tc>${paragraph('1')}</w:tc></w:tr>` +
      `<w:tr><w:trPr><w:ins ${by}/></w:trPr><w:tc>${paragraph('new')}</w:tc><w:tc>${paragraph('2')}</w:tc></w:tr></w:tbl>`,
    `<w:del ${by}>${paragraph('whole paragraph')}</w:del>`,
  ].join('');
  t.deepEqual(await outlineOf(body), [
    'paragraph: Rent and heating',
    'paragraph: It is due monthly. Moved here.',
    'row 0.0: 0=new | 1=2',
  ]);
  t.deepEqual(await codesOf({ body }), ['tracked-changes']);
  const format = paragraph(run('same', '<w:b/><w:rPrChange w:id="1" w:author="Ann"><w:rPr/></w:rPrChange>'));
  t.deepEqual(await codesOf({ body: format }), []);
});

test('hidden text is left out, whether by itself or by a style, with a warning', async (t) => {
  const styles =
    style('Secret', 'secret', '<w:rPr><w:vanish/></w:rPr>', 'character') +
    style('Gone', 'gone', '<w:rPr><w:vanish/></w:rPr>');
  const body = [
    paragraph(run('Seen') + run(' unseen', '<w:vanish/>') + run(' seen too', '<w:vanish w:val="0"/>')),
    paragraph(
      run('by style', '<w:rStyle w:val="Secret"/>') +
        run('told to show', '<w:rStyle w:val="Secret"/><w:vanish w:val="false"/>'),
    ),
    paragraph('all of it', '<w:pStyle w:val="Gone"/>'),
    `<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${paragraph('row')}</w:tc></w:tr></w:tbl>`,
  ].join('');
  const document = await read({ styles, body });
  t.deepEqual(outline(document), ['paragraph: Seen seen too', 'paragraph: told to show']);
  t.deepEqual(warningCodes(document), ['hidden-text']);
});

test('fields show their results, never their codes', async (t) => {
  const body = [
    paragraph(run('See clause ') + field(' REF _Ref1 \\r \\h ', run('4.3')) + run('.')),
    paragraph(
      mark('begin') +
        code(' IF ') +
        field(' MERGEFIELD x ', run('1')) +
        code(' = 1 "yes" ') +
        mark('separate') +
        run('yes') +
        mark('end'),
    ),
    paragraph(`<w:fldSimple w:instr=" DATE ">${run('1 May 2025')}</w:fldSimple>`),
    paragraph(run('Entry') + mark('begin') + code(' XE "Entry" ') + mark('end')),
    paragraph(mark('begin') + code(' MACROBUTTON NoMacro [Click and type the name] ') + mark('end')),
    paragraph(mark('begin') + code(' PAGE ') + run('not closed')),
    paragraph('after it'),
  ].join('');
  t.deepEqual(await outlineOf(body), [
    'paragraph: See clause 4.3.',
    'paragraph: yes',
    'paragraph: 1 May 2025',
    'paragraph: Entry',
    'form-field: [Click and type the name]',
    'paragraph: not closed',
    'paragraph: after it',
  ]);
});

const tab = '<w:r><w:tab/></w:r>';

test('a table of contents is kept apart from the text', async (t) => {
  const body = [
    `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('Contents')}${paragraph(run('1 Rent') + tab + run('3'), '<w:pStyle w:val="TOC1"/>')}</w:sdtContent></w:sdt>`,
    paragraph(mark('begin') + code(' TOC \\o "1-3" ') + mark('separate') + run('2 Term') + tab + run('4')),
    paragraph(run('3 End') + tab + run('5')),
    paragraph(mark('end') + run('Text.')),
  ].join('');
  const styles = style('TOC1', 'toc 1');
  t.deepEqual(outline(await read({ styles, body })), [
    'page-header: Contents',
    'page-header: 1 Rent\t3',
    'page-header: 2 Term\t4',
    'page-header: 3 End\t5',
    'paragraph: Text.',
  ]);
});

test('links lead where the file says, and nowhere inside it or where something would run', async (t) => {
  const link = (id: string, text: string) => `<w:hyperlink r:id="${id}">${run(text)}</w:hyperlink>`;
  const { text, links } = await read({
    relations: [
      ['a', 'hyperlink', 'https://a.example/x', 'External'],
      ['b', 'hyperlink', 'javascript:alert(1)', 'External'],
      ['c', 'hyperlink', 'media/x.png'],
      ['d', 'hyperlink', 'file:///etc/passwd', 'External'],
    ],
    body: [
      paragraph(run('See ') + link('a', 'our 👍 terms') + link('b', ' bad') + link('c', ' inner') + link('d', ' file')),
      paragraph(`<w:hyperlink w:anchor="top">${run('up')}</w:hyperlink>`),
      paragraph(
        field(' HYPERLINK "mailto:ann@a.example" \\o "Write" ', run('Ann')) + field(' HYPERLINK \\l "top" ', run('x')),
      ),
      `<w:tbl><w:tr><w:tc>${paragraph('a')}${paragraph(link('a', ' in  a cell '))}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`,
    ].join(''),
  });
  t.deepEqual(
    links.map(({ charStart, charEnd, target }) => [text.slice(charStart, charEnd), target]),
    [
      ['our 👍 terms', 'https://a.example/x'],
      ['Ann', 'mailto:ann@a.example'],
      ['in a cell', 'https://a.example/x'],
    ],
  );
});

test('controls: answers, prompts that nobody has replaced, boxes to tick', async (t) => {
  const control = (properties: string, content: string) =>
    `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  const box = (properties: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${properties}</w:ffData></w:fldChar></w:r>${code(' FORMCHECKBOX ')}${mark('end')}`;
  const body = [
    paragraph(run('Tenant: ') + control('<w:text/>', run('Ann Lee'))),
    paragraph(control('<w:showingPlcHdr/><w:date/>', run('Click to enter a date.'))),
    control('', paragraph('A whole paragraph.')),
    control('<w:showingPlcHdr/>', `<w:p>${run('Click here.')}</w:p>`),
    paragraph(control('<w14:checkbox/>', run('☒')) + run(' Pets')),
    paragraph(
      box('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>') +
        run(' Garden ') +
        box('<w:checkBox><w:default w:val="0"/></w:checkBox>') +
        run(' Garage'),
    ),
    paragraph(
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Weekly"/><w:listEntry w:val="Monthly"/></w:ddList></w:ffData></w:fldChar></w:r>${code(' FORMDROPDOWN ')}${mark('end')}`,
    ),
    `<w:tbl>${control('', `<w:tr><w:tc>${paragraph('a')}</w:tc>${control('', `<w:tc>${paragraph('b')}</w:tc>`)}</w:tr>`)}</w:tbl>`,
  ].join('');
  const document = await read({ body });
  t.deepEqual(outline(document), [
    'paragraph: Tenant: Ann Lee',
    'form-field: Click to enter a date.',
    'paragraph: A whole paragraph.',
    'paragraph: Click here.',
    'form-field: ☒ Pets',
    'form-field: ☒ Garden ☐ Garage',
    'form-field: Monthly',
    'row 0.0: 0=a | 1=b',
  ]);
  t.deepEqual(warningCodes(document), ['not-filled-in']);
});

test('boxes of text come after the paragraph that they hang on, once', async (t) => {
  const inside = `<w:txbxContent>${paragraph('In the box')}</w:txbxContent>`;
  const drawing = `<w:drawing><a:graphic><a:graphicData><wps:wsp><wps:txbx>${inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></w:drawing>`;
  const vml = `<w:pict><v:shape><v:textbox>${inside}</v:textbox></v:shape></w:pict>`;
  const both = `<mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback>${vml}</mc:Fallback></mc:AlternateContent>`;
  const unknown = `<mc:AlternateContent><mc:Choice Requires="future"><w:drawing/></mc:Choice><mc:Fallback>${vml}</mc:Fallback></mc:AlternateContent>`;
  const word = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>';
  t.deepEqual(await outlineOf(paragraph(`${run('Before ')}<w:r>${both}</w:r>${run('after.')}`)), [
    'paragraph: Before after.',
    'paragraph: In the box',
  ]);
  t.deepEqual(await outlineOf(paragraph(`<w:r>${unknown}</w:r>`) + paragraph(word)), [
    'paragraph: In the box',
    'paragraph: DRAFT',
  ]);
});

test('formulas are written in one line', async (t) => {
  const r = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
  const formula = [
    `<m:f><m:num>${r('a+b')}</m:num><m:den>${r('c')}</m:den></m:f>`,
    r('='),
    `<m:sSup><m:e>${r('x')}</m:e><m:sup>${r('2')}</m:sup></m:sSup>`,
    r('y'),
    r('+'),
    `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${r('n')}</m:e></m:rad>`,
    r('+'),
    `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${r('i=1')}</m:sub><m:sup>${r('n')}</m:sup><m:e><m:sSub><m:e>${r('x')}</m:e><m:sub>${r('i')}</m:sub></m:sSub></m:e></m:nary>`,
    r('+'),
    `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>${r('q')}</m:e></m:d>`,
  ].join('');
  t.deepEqual(await outlineOf(paragraph(`${run('Let')}<m:oMath>${formula}</m:oMath>${run(' hold.')}`)), [
    'paragraph: Let(a+b)/c=x^2 y+√(n)+∑_(i=1)^n x_i+[q] hold.',
  ]);
});

test('notes follow what refers to them, with its mark; endnotes come last', async (t) => {
  const reference = (kind: string, id: number, more = '') => `<w:r><w:${kind}Reference w:id="${id}"${more}/></w:r>`;
  const note = (kind: string, id: number, text: string, more = '') =>
    `<w:${kind} w:id="${id}"${more}><w:p><w:r><w:${kind}Ref/></w:r>${run(text)}</w:p></w:${kind}>`;
  const document = await read({
    footnotes:
      note('footnote', 0, 'line', ' w:type="separator"') +
      note('footnote', 1, ' Without VAT.') +
      note('footnote', 2, ' In EUR.') +
      note('footnote', 3, '* Own mark.'),
    endnotes: note('endnote', 1, ' See annex.'),
    body: [
      paragraph(
        run('Price') + reference('footnote', 2) + run(' net') + reference('footnote', 1) + reference('endnote', 1),
      ),
      `<w:tbl><w:tr><w:tc>${paragraph(`${run('cell')}${reference('footnote', 3, ' w:customMarkFollows="1"')}${run('*')}`)}</w:tc><w:tc>${paragraph('x')}</w:tc></w:tr></w:tbl>`,
      paragraph(run('Again') + reference('footnote', 9)),
    ].join(''),
  });
  t.deepEqual(outline(document), [
    'paragraph: Price[1] net[2][i]',
    'footnote: [1] In EUR.',
    'footnote: [2] Without VAT.',
    'row 0.0: 0=cell* | 1=x',
    'footnote: * Own mark.',
    'paragraph: Again[3]',
    'footnote: [i] See annex.',
  ]);
});

test('comments follow the paragraph that they are on, with who wrote them and about what', async (t) => {
  const comment = (id: number, text: string) =>
    `<w:comment w:id="${id}" w:author="Ann Lee">${paragraph(text)}</w:comment>`;
  const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
  const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
  const document = await read({
    comments:
      comment(0, 'Too long?') +
      comment(1, 'All of it.') +
      comment(2, 'Two paragraphs.') +
      `<w:comment w:id="3"><w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl></w:comment>` +
      comment(4, 'Nowhere.'),
    body: [
      paragraph(run('Within ') + start(0) + run('30 days') + end(0) + run(' of receipt.')),
      paragraph(start(1) + run('Whole.') + end(1)),
      paragraph(start(2) + run('One')),
      paragraph(run('two') + end(2) + end(3)),
    ].join(''),
  });
  t.deepEqual(outline(document), [
    'paragraph: Within 30 days of receipt.',
    'comment: Ann Lee (on “30 days”): Too long?',
    'paragraph: Whole.',
    'comment: Ann Lee: All of it.',
    'paragraph: One',
    'paragraph: two',
    'comment: Ann Lee: Two paragraphs.',
    'comment: a\tb',
  ]);
});

test('a letter that hangs over lines, ruby, and words in two scripts', async (t) => {
  const ruby =
    '<w:r><w:ruby><w:rt><w:r><w:t>とうきょう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東京</w:t></w:r></w:rubyBase></w:ruby></w:r>';
  t.deepEqual(
    await outlineOf(
      paragraph('T', '<w:framePr w:dropCap="drop" w:lines="3"/>') + paragraph('he Tenant') + paragraph(ruby),
    ),
    ['paragraph: The Tenant', 'paragraph: 東京(とうきょう)'],
  );
});

test('the language is that of most of the text', async (t) => {
  const styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>';
  const german = paragraph(run('Der Mieter zahlt die Miete monatlich.', '<w:lang w:val="de-DE"/>'));
  t.is((await read({ styles, body: paragraph('Lease') + german })).language, 'de-DE');
  t.is((await read({ styles, body: paragraph('Lease') })).language, 'en-US');
  t.is((await read({ body: paragraph('Lease') })).language, undefined);
});
