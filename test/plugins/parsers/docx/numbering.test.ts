import test from 'ava';
import { plugin } from '../../../../plugins/parsers/docx.ts';
import { parseWith } from '../../../contracts/parser.ts';
import { outline } from '../outline.ts';
import { basedOn, item, kind, level, list, paragraph, style, type WordFile, wordFile } from './fixtures.ts';

const outlineOf = async (file: WordFile): Promise<string[]> => outline(await parseWith(plugin, wordFile(file)));
const textOf = async (file: WordFile): Promise<string[]> => (await parseWith(plugin, wordFile(file))).text.split(/\n+/);

const CLAUSES =
  level(0, 'decimal', '%1.') +
  level(1, 'decimal', '%1.%2') +
  level(2, 'lowerLetter', '(%3)') +
  level(3, 'lowerRoman', '%1.%2(%3)(%4)');

test('clauses have the numbers that a reader sees, in the text and as markers', async (t) => {
  const outline = await outlineOf({
    numbering: kind(0, CLAUSES) + list(1, 0),
    body: [
      item('Rent', 1),
      item('Amount', 1, 1),
      item('Cold', 1, 2),
      item('Warm', 1, 2),
      item('The Tenant shall pay.', 1, 3),
      item('Late', 1, 1),
      item('Interest', 1, 2),
      paragraph('Between.'),
      item('Term', 1),
      item('Start', 1, 1),
    ].join(''),
  });
  t.deepEqual(outline, [
    'list-item 1 1.: 1. Rent',
    'list-item 2 1.1: 1.1 Amount',
    'list-item 3 (a): (a) Cold',
    'list-item 3 (b): (b) Warm',
    'list-item 4 1.1(b)(i): 1.1(b)(i) The Tenant shall pay.',
    'list-item 2 1.2: 1.2 Late',
    'list-item 3 (a): (a) Interest',
    'paragraph: Between.',
    'list-item 1 2.: 2. Term',
    'list-item 2 2.1: 2.1 Start',
  ]);
});

test('lists of one kind count on together; a list that begins anew does so once', async (t) => {
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const text = await textOf({
    numbering: kind(0, CLAUSES) + list(1, 0) + list(2, 0) + list(3, 0, restart),
    body: [item('a', 1), item('b', 2), item('c', 3), item('d', 3), item('e', 1), item('f', 3, 1)].join(''),
  });
  t.deepEqual(text, ['1. a', '2. b', '1. c', '2. d', '3. e', '3.1 f']);
});

test('a list may have levels of its own', async (t) => {
  const own = `<w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', 'Part %1 –')}</w:lvlOverride>`;
  const text = await textOf({
    numbering: kind(0, CLAUSES) + list(1, 0) + list(2, 0, own),
    body: [item('a', 1), item('b', 2), item('c', 2, 1)].join(''),
  });
  t.deepEqual(text, ['1. a', 'Part II – b', 'II.1 c']);
});

test('formats, legal numbering, what begins a level anew, and what stands between number and text', async (t) => {
  const text = await textOf({
    numbering:
      kind(
        0,
        level(0, 'upperRoman', 'Article %1') +
          level(1, 'decimalZero', 'Section %1.%2', '<w:isLgl/><w:suff w:val="space"/>') +
          level(2, 'ordinal', '%3', '<w:lvlRestart w:val="1"/>') +
          level(3, 'lowerLetter', '%4)', '<w:lvlRestart w:val="0"/><w:suff w:val="nothing"/>') +
          level(4, 'none', '%5Note:') +
          level(5, 'cardinalText', '%6.') +
          level(6, 'ordinalText', '%7.') +
          level(7, 'upperLetter', '%8'),
      ) + list(1, 0),
    body: [
      ...[item('a', 1), item('b', 1, 1), item('c', 1, 2), item('d', 1, 3), item('e', 1, 1), item('f', 1, 2)],
      ...[item('g', 1, 3), item('h', 1), item('i', 1, 1), item('j', 1, 2), item('k', 1, 4)],
      ...[item('l', 1, 5), item('m', 1, 6), ...Array.from({ length: 28 }, () => item('n', 1, 7))],
    ].join(''),
  });
  t.deepEqual(text.slice(0, 14), [
    'Article I a',
    'Section 1.01 b',
    '1st c',
    'a)d',
    'Section 1.02 e',
    '2nd f',
    'b)g',
    'Article II h',
    'Section 2.01 i',
    '1st j',
    'Note: k',
    'One. l',
    'First. m',
    'A n',
  ]);
  t.is(text.at(-1), 'BB n');
});

test('Word 2010 writes formats by example', async (t) => {
  const format =
    '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>';
  const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="9"/>${format}<w:lvlText w:val="%1"/></w:lvl></w:abstractNum>${list(1, 0)}`;
  t.deepEqual(await textOf({ numbering, body: item('a', 1) + item('b', 1) }), ['009 a', '010 b']);
});

test('bullets of symbol fonts are bullets', async (t) => {
  const numbering =
    kind(0, level(0, 'bullet', '\uf0b7') + level(1, 'bullet', 'o') + level(2, 'bullet', '–')) + list(1, 0);
  t.deepEqual(await outlineOf({ numbering, body: item('a', 1) + item('b', 1, 1) + item('c', 1, 2) }), [
    'list-item 1 •: a',
    'list-item 2 ◦: b',
    'list-item 3 –: c',
  ]);
});

test('boxes and ticks in place of bullets are text', async (t) => {
  const wingdings = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>';
  const levels = level(0, 'bullet', '☒') + level(1, 'bullet', '\uf06f').replace('</w:lvl>', `${wingdings}</w:lvl>`);
  t.deepEqual(await outlineOf({ numbering: kind(0, levels) + list(1, 0), body: item('a', 1) + item('b', 1, 1) }), [
    'list-item 1 ☒: ☒ a',
    'list-item 2 ☐: ☐ b',
  ]);
});

test('styles number paragraphs, by what they are based on and by the level that names them', async (t) => {
  const inList = (numId: number, more = '') =>
    `<w:pPr><w:numPr>${more}<w:numId w:val="${numId}"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>`;
  const levels =
    level(0, 'decimal', '%1', '<w:pStyle w:val="Heading1"/>') +
    level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Heading2"/>') +
    level(2, 'lowerLetter', '(%3)');
  const styles =
    style('Heading1', 'heading 1', inList(1)) +
    style(
      'Heading2',
      'heading 2',
      `${basedOn('Heading1')}<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>`,
    ) +
    style('Mine', 'My second', basedOn('Heading2')) +
    style('Plain', 'Plain head', `${basedOn('Heading1')}<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>`);
  const styled = (id: string, text: string, more = '') => paragraph(text, `<w:pStyle w:val="${id}"/>${more}`);
  const body = [
    styled('Heading1', 'Fees'),
    styled('Heading2', 'Rent'),
    styled('Mine', 'Heating'),
    styled('Plain', 'Schedule'),
    styled('Heading1', 'Not numbered', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
    styled(
      'Heading2',
      'The Tenant shall pay the rent in advance on the first working day of every month by bank transfer.',
    ),
    item('list below', 1, 2),
    styled('Heading1', 'Term'),
  ].join('');
  t.deepEqual(await outlineOf({ styles, numbering: kind(0, levels) + list(1, 0), body }), [
    'heading 1: 1 Fees',
    'heading 2: 1.1 Rent',
    'heading 2: 1.2 Heating',
    'heading 1: Schedule',
    'heading 1: Not numbered',
    'list-item 2 1.3: 1.3 The Tenant shall pay the rent in advance on the first working day of every month by bank transfer.',
    'list-item 3 (a): (a) list below',
    'heading 1: 2 Term',
  ]);
});

test('a list that stands for a numbering style has its levels', async (t) => {
  const numbering =
    `<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Legal"/>${CLAUSES}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Legal"/></w:abstractNum>${list(1, 0)}${list(2, 1)}`;
  const styles = style('Legal', 'Legal', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', 'numbering');
  t.deepEqual(await textOf({ styles, numbering, body: item('a', 2) + item('b', 2, 1) }), ['1. a', '1.1 b']);
});

test('numbers count what is shown: not what was deleted or hidden, but empty paragraphs and rows of tables', async (t) => {
  const inList = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const body = [
    item('a', 1),
    `<w:p><w:pPr>${inList}<w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr><w:del w:id="2" w:author="x"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>`,
    item('b', 1),
    `<w:p><w:pPr>${inList}<w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r></w:p>`,
    `<w:tbl><w:tr><w:tc>${paragraph('', inList)}</w:tc><w:tc>${paragraph('in a row')}</w:tc></w:tr></w:tbl>`,
    item('c', 1),
  ].join('');
  t.deepEqual(await outlineOf({ numbering: kind(0, CLAUSES) + list(1, 0), body }), [
    'list-item 1 1.: 1. a',
    'list-item 1 2.: 2. b',
    'row 0.0: 0=3. | 1=in a row',
    'list-item 1 4.: 4. c',
  ]);
});

test('styles and lists that lead back to themselves are read, and lists that are not there number nothing', async (t) => {
  const styles =
    style('A', 'a', basedOn('B')) +
    style('B', 'b', `${basedOn('A')}<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>`) +
    style('L1', 'l1', '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', 'numbering') +
    style('L2', 'l2', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', 'numbering');
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L1"/></w:abstractNum>' +
    `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L2"/></w:abstractNum>${list(1, 0)}${list(2, 1)}${list(3, 9)}`;
  const body = [paragraph('x', '<w:pStyle w:val="A"/>'), item('y', 3), item('z', 77), item('w', 1, -5)].join('');
  t.deepEqual(await textOf({ styles, numbering, body }), ['x', 'y', 'z', 'w']);
});
