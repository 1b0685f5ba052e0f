import test from 'ava';
import { pictureOf } from '../../../../bench/material/pdf.ts';
import type { ParsedDocument } from '../../../../core/document/parsed.ts';
import type { ParseContext } from '../../../../core/ports/parser.ts';
import { plugin } from '../../../../plugins/parsers/pdf.ts';
import { straighten, type Turn } from '../../../../plugins/parsers/shared/ocr/straighten.ts';
import { parseWith } from '../../../contracts/parser.ts';
import { warningCodes } from '../outline.ts';
import { pngOf } from '../png/encode.ts';
import { RENT, rentPicture } from '../shared/ocr/pictures.ts';
import { breach, lines, makePdf, wordsOn } from './fixtures.ts';

const read = (pdf: Uint8Array, context: Partial<ParseContext> = {}): Promise<ParsedDocument> =>
  parseWith(plugin, pdf, context);

/** The two lines as a scan, turned, and its size in points. */
const scan = async (turn: Turn = { quarters: 0, degrees: 0 }) => {
  const { raster } = straighten(await rentPicture(), turn);
  const size: [number, number] = [(raster.width * 72) / 150, (raster.height * 72) / 150];
  return { png: Buffer.from(pngOf(raster, { filter: 0 })), size };
};

test('recognizes pages that are pictures, and leaves the others as they are', async (t) => {
  const { png, size } = await scan();
  const pdf = await makePdf((document) => {
    document.image(png, 100, 200, { width: size[0], height: size[1] });
    document.addPage();
    lines(document, ['The second page has its text.'], 72, 72);
  });
  let recognized = 0;
  const seen: number[] = [];
  const document = await read(pdf, { recognizing: () => (recognized += 1), progress: (share) => seen.push(share) });
  t.is(document.text, `${RENT}\n\nThe second page has its text.`);
  t.deepEqual([recognized, seen], [1, [0.5, 1]]);
  t.is(breach(document), undefined);
  t.deepEqual(document.warnings, []);
  const [first, second] = document.pages;
  t.deepEqual([first?.source, second?.source], ['ocr', 'text']);
  t.deepEqual([first?.width, first?.height], [612, 792]);
  t.is(first?.wordConfidences?.length, RENT.split(' ').length);
  t.is(second?.wordConfidences, undefined);
  // The text begins 14 points from the left and 12 from the top of the scan.
  const [word] = wordsOn(document, 1);
  t.true(Math.abs((word?.x ?? 0) - 114) < 2 && Math.abs((word?.y ?? 0) - 212) < 3, `${word?.x} ${word?.y}`);
});

test('reads scans that lie on their side or askew, with boxes on the page as it is shown', async (t) => {
  for (const turn of [
    { quarters: 1, degrees: 0 },
    { quarters: 0, degrees: 4 },
  ] as const) {
    const { png, size } = await scan(turn);
    const pdf = await makePdf((document) => {
      document.image(png, 100, 200, { width: size[0], height: size[1] });
    });
    const document = await read(pdf);
    t.is(document.text, RENT);
    t.is(breach(document), undefined);
    t.deepEqual([document.pages[0]?.width, document.pages[0]?.height], [612, 792]);
    const [word] = wordsOn(document, 1);
    if (word === undefined) return t.fail('no words');
    const middle = [word.x + word.width / 2, word.y + word.height / 2];
    // "Rent" is 24 by 11 points; its middle is 26 points from the left and 18 from the top of the upright scan.
    const wanted = turn.quarters === 1 ? [100 + size[0] - 18, 200 + 26] : undefined;
    if (wanted !== undefined) {
      t.true(
        Math.abs((middle[0] ?? 0) - (wanted[0] ?? 0)) < 3 && Math.abs((middle[1] ?? 0) - (wanted[1] ?? 0)) < 3,
        `${middle}`,
      );
      t.true(word.height > word.width, 'on its side');
    }
  }
});

test('says which pages were not read: switched off, or more than are recognized', async (t) => {
  const { png } = await scan();
  const pdf = await makePdf((document) => {
    lines(document, ['A page with text.'], 72, 72);
    for (const x of [100, 110, 120]) {
      document.addPage();
      document.image(png, x, 200, { width: 290 });
    }
  });
  const off = await read(pdf, { ocr: { languages: [], maxPages: 20 } });
  t.deepEqual(off.warnings, [
    {
      code: 'no-text-layer',
      message:
        'Recognition of characters is off (ocr.languages is empty); there are pictures but no text on pages 2-4.',
    },
  ]);
  let recognized = 0;
  const some = await read(pdf, { ocr: { languages: ['eng'], maxPages: 1 }, recognizing: () => (recognized += 1) });
  t.is(recognized, 1);
  t.deepEqual(some.warnings, [
    {
      code: 'no-text-layer',
      message: 'More pages are scans than are recognized (ocr.max_pages); pictures were not read on pages 3-4.',
    },
  ]);
  t.deepEqual(
    some.pages.map(({ source }) => source),
    ['text', 'ocr', 'text', 'text'],
  );
  await t.throwsAsync(read(pdf, { ocr: { languages: ['tlh'], maxPages: 1 } }), { code: 'package_missing' });
});

const CLAUSE = [
  'The Tenant shall pay the rent on or before the first day of each month.',
  'If the rent is not paid within five days, the Landlord may charge a fee.',
  'Either party may end this lease by written notice of three months.',
];

test('takes what a page shows where its layer says something else', async (t) => {
  const codes = CLAUSE.map((line) =>
    line.replace(/\S/g, (character) => String.fromCharCode(Math.max(33, character.charCodeAt(0) - 29))),
  );
  const shown = await pictureOf(await makePdf((document) => lines(document, CLAUSE, 72, 100)), 200);
  const png = Buffer.from(pngOf(shown, { filter: 0 }));
  const broken = await makePdf((document) => {
    lines(document, codes, 72, 100);
    document.image(png, 0, 0, { width: 612, height: 792 });
  });
  const document = await read(broken);
  t.is(document.text, CLAUSE.join(' '));
  t.is(document.pages[0]?.source, 'ocr');
  t.deepEqual(document.warnings, [
    {
      code: 'garbage-text-layer',
      message: 'The file holds other characters than it shows; what it shows was recognized on page 1.',
    },
  ]);
  const off = await read(broken, { ocr: { languages: [], maxPages: 20 } });
  t.deepEqual(warningCodes(off), ['garbage-text-layer'], 'kept, and said to be of no use');
});

test('a layer that only looks odd stays where the page shows the same', async (t) => {
  const rows = Array.from({ length: 12 }, (_, row) => `QX${row}7Z BRKT#${row}4 XK${row}2 MTL${row}9`);
  const document = await read(await makePdf((pdf) => lines(pdf, rows, 72, 100, 20)));
  t.is(document.pages[0]?.source, 'text');
  t.true(document.text.includes('BRKT#34'));
  t.deepEqual(document.warnings, []);
});

test('reads the picture under a stamp, and the stamp once', async (t) => {
  const { png, size } = await scan();
  const scale = 500 / size[0];
  const document = await read(
    await makePdf(
      (pdf) => {
        pdf.image(png, 0, 0, { width: 500, height: size[1] * scale });
        lines(pdf, ['EXHIBIT B-0042'], 380, 105);
      },
      { size: [500, 130] },
    ),
  );
  t.is(breach(document), undefined);
  t.is(document.pages[0]?.source, 'ocr');
  t.true(document.text.includes('Rent is due on the first day of each month.'));
  t.is(document.text.match(/0042/g)?.length, 1);
  const words = document.text.split(/\s+/);
  t.is(document.pages[0]?.wordConfidences?.[words.indexOf('B-0042')], 100, 'the file says so itself');
});
