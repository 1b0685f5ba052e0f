import test from 'ava';
import { breach, parsePdf } from './fixtures.ts';
import { onePage } from './source.ts';

/** A font whose codes stand for letters of another script, as a file embeds them: each code with its UTF-16 in hex. */
const scriptFont = (letters: Readonly<Record<string, string>>) => ({
  6: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 7 0 R >>',
  7: {
    dictionary: '',
    stream: [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def',
      '1 begincodespacerange <00> <FF> endcodespacerange',
      `${Object.keys(letters).length} beginbfchar`,
      ...Object.entries(letters).map(
        ([code, unicode]) => `<${code.charCodeAt(0).toString(16).padStart(2, '0')}> <${unicode}>`,
      ),
      'endbfchar endcmap end end',
    ].join('\n'),
  },
});

const page = (content: string, letters: Readonly<Record<string, string>>): Uint8Array =>
  onePage(content, { page: '/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >>', more: scriptFont(letters) });

const line = (x: number, y: number, codes: string): string => `BT /F2 12 Tf 1 0 0 1 ${x} ${y} Tm (${codes}) Tj ET`;

test('gives lam and alef that are one glyph in the order in which they are written', async (t) => {
  // From left to right as they stand: mim, lam-alef, sin.
  const parsed = await parsePdf(page(line(72, 700, 'mXs'), { m: '0645', X: '06440627', s: '0633' }));
  t.is(breach(parsed), undefined);
  t.is(parsed.text, 'سلام');
});

test('reads the right one of two columns first where the text runs from right to left', async (t) => {
  // Aleph in the right column, bet in the left one.
  const words = (letter: string) => `${letter.repeat(9)} ${letter.repeat(8)} ${letter.repeat(9)} ${letter.repeat(7)}`;
  const content = Array.from({ length: 12 }, (_, index) => [
    line(72, 700 - index * 14, words('b')),
    line(330, 700 - index * 14, words('a')),
  ]);
  const parsed = await parsePdf(page(content.flat().join('\n'), { a: '05D0', b: '05D1' }));
  t.is(breach(parsed), undefined);
  t.is(parsed.blocks.length, 2);
  t.true(parsed.text.startsWith('אאאאאאא'), parsed.text.slice(0, 20));
  t.true(parsed.text.endsWith('בב'));
});
