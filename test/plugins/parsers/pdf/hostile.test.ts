import { deflateSync } from 'node:zlib';
import test from 'ava';
import { DossierError } from '../../../../core/errors/error.ts';
import { sniff } from '../../../../core/sniff/sniff.ts';
import { pdfParser } from '../../../../plugins/parsers/pdf.ts';
import { warningCodes } from '../outline.ts';
import { breach, parsePdf } from './fixtures.ts';
import { onePage, pdfOf, show } from './source.ts';

const RENT = 'Rent is due on the first.';
const CONTENT = show([72, 700, RENT]);

const outcome = async (bytes: Uint8Array): Promise<string> => {
  try {
    const parsed = await parsePdf(bytes);
    return breach(parsed) ?? parsed.text;
  } catch (error) {
    return error instanceof DossierError ? error.code : `not coded: ${error}`;
  }
};

const pagesOf = (pages: string): Uint8Array =>
  pdfOf({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: pages,
    3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>',
  });

test('pages that lie about their number, or lie thousands of levels deep, end in a result or a code', async (t) => {
  t.is(await outcome(pagesOf('<< /Type /Pages /Count 2000000000 /Kids [3 0 R] >>')), '');
  t.is(await outcome(pagesOf('<< /Type /Pages /Count -5 /Kids [3 0 R] >>')), '');
  const deep: Record<number, string> = { 1: '<< /Type /Catalog /Pages 2 0 R >>' };
  for (let number = 2; number < 3000; number++) deep[number] = `<< /Type /Pages /Count 1 /Kids [${number + 1} 0 R] >>`;
  deep[3000] = '<< /Type /Page /MediaBox [0 0 612 792] >>';
  t.is(await outcome(pdfOf(deep)), 'damaged');
});

test('what contains itself is drawn as far as it goes', async (t) => {
  const page = (resources: string) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> >>`;
  const form = {
    dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X 6 0 R >> >>',
    stream: '/X Do',
  };
  t.is(await outcome(onePage(`/X Do ${CONTENT}`, { more: { 3: page('/XObject << /X 6 0 R >>'), 6: form } })), RENT);
  const font =
    '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 97 /LastChar 97 /Widths [10] /Encoding << /Differences [97 /a] >> /CharProcs << /a 7 0 R >> /Resources << /Font << /T3 6 0 R >> >> >>';
  const glyph = { dictionary: '', stream: '10 0 d0 BT /T3 1 Tf (a) Tj ET' };
  const selfDrawn = onePage(CONTENT, {
    more: { 3: page('').replace('/F1 5 0 R', '/F1 5 0 R /T3 6 0 R'), 6: font, 7: glyph },
  });
  t.is(await outcome(selfDrawn), RENT);
  const names = '<< /Kids [7 0 R 8 0 R] >>';
  t.is(
    await outcome(onePage(CONTENT, { catalog: '/Names << /EmbeddedFiles 7 0 R >>', more: { 7: names, 8: names } })),
    RENT,
  );
});

test('objects nested a hundred thousand deep do no harm', async (t) => {
  t.is(await outcome(onePage(CONTENT, { page: `/Foo ${'['.repeat(100_000)}${']'.repeat(100_000)}` })), RENT);
  t.is(await outcome(onePage(CONTENT, { page: `/Foo ${'<</A'.repeat(50_000)} 1 ${'>>'.repeat(50_000)}` })), RENT);
  t.is(await outcome(onePage(`${'q '.repeat(100_000)}${CONTENT}`)), RENT);
});

test('a page of hundreds of thousands of lines is read for its words', async (t) => {
  const drawing = Array.from({ length: 60_000 }, (_, i) => `${i % 600} ${(i * 7) % 790} 5 5 re S`).join('\n');
  t.is(await outcome(onePage(`${drawing}\n${CONTENT}`)), RENT);
  const crossing = Array.from(
    { length: 2500 },
    (_, i) => `0 ${i * 0.3} m 600 ${i * 0.3} l S ${i * 0.2} 0 m ${i * 0.2} 780 l S`,
  );
  t.is(await outcome(onePage(`${crossing.join('\n')}\n${CONTENT}`)), RENT);
});

test('a hundred thousand notes are cut, and that is said', async (t) => {
  const parsed = await parsePdf(
    onePage(CONTENT, {
      page: `/Annots [${'9 0 R '.repeat(100_000)}]`,
      more: { 9: '<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (note) >>' },
    }),
  );
  t.deepEqual(warningCodes(parsed), ['annotations-left-out']);
  t.is(parsed.blocks.length, 5001);
});

test('boxes of no sense are shown as a viewer shows them', async (t) => {
  for (const box of ['[0 0 1e30 1e30]', '[612 792 0 0]', '[0 0 0 0]', '[(a) /b null 5]', '[0 0 1e-9 1e-9]']) {
    t.is(await outcome(onePage(CONTENT, { page: `/MediaBox ${box}` })), RENT, box);
  }
});

test('an attachment that unpacks to more than is allowed is left out, and named', async (t) => {
  const parsed = await parsePdf(
    onePage(CONTENT, {
      catalog: '/Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >>',
      more: {
        7: '<< /Type /Filespec /F (zeros.bin) /EF << /F 8 0 R >> >>',
        8: { dictionary: '/Type /EmbeddedFile /Filter /FlateDecode', stream: deflateSync(Buffer.alloc(2 ** 24)) },
      },
    }),
    { limits: { maxUnpackedBytes: 2 ** 20 } },
  );
  t.deepEqual(parsed.children, []);
  t.regex(parsed.warnings[0]?.message ?? '', /"zeros\.bin"/);
});

test('a file that is a PDF and something else is what its bytes say first', async (t) => {
  const pdf = onePage(CONTENT);
  const withZip = new Uint8Array(Buffer.concat([pdf, Buffer.from(`PK\x03\x04${'x'.repeat(3000)}`)]));
  t.is(sniff(withZip, 'a.zip').mediaType, 'application/pdf');
  t.is(await outcome(withZip), RENT);
  const afterHtml = new Uint8Array(Buffer.concat([Buffer.from('<html><body>Hello</body></html>\n'), pdf]));
  t.is(pdfParser.score(sniff(afterHtml, 'a.html')), 1);
  t.is(await outcome(afterHtml), RENT);
  t.is(await outcome(new Uint8Array(Buffer.concat([pdf, Buffer.from('\0'.repeat(5000))]))), RENT);
});

test('a file that has lost its header is read, and says so; one that is something else is damaged', async (t) => {
  const whole = onePage(CONTENT);
  const cut = whole.slice(Buffer.from(whole).indexOf('\n') + 1);
  t.is(sniff(cut, 'rent').mediaType, 'application/pdf');
  const parsed = await parsePdf(cut);
  t.is(parsed.text, RENT);
  t.deepEqual(warningCodes(parsed), ['lost-header']);
  t.is(await outcome(new TextEncoder().encode('1 0 obj\n<< >>\nendobj\nnothing more')), 'damaged');
});
