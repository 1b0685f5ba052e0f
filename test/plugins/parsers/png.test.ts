import { deflateSync } from 'node:zlib';
import test from 'ava';
import type { ParseContext } from '../../../core/ports/parser.ts';
import { plugin } from '../../../plugins/parsers/png.ts';
import type { Raster } from '../../../plugins/parsers/shared/ocr/raster.ts';
import { straighten } from '../../../plugins/parsers/shared/ocr/straighten.ts';
import { parseContext, parseLimits, parseWith, testParser } from '../../contracts/parser.ts';
import { breach, wordsOn } from './pdf/fixtures.ts';
import { assemblePng, encodePng, headerOf, pngOf } from './png/encode.ts';
import { RENT, rentPicture } from './shared/ocr/pictures.ts';

const DPI_150: [string, Uint8Array] = ['pHYs', Uint8Array.of(0, 0, 23, 18, 0, 0, 23, 18, 1)];

const toPng = (picture: Raster): Uint8Array => pngOf(picture, { extra: [DPI_150] });

const read = (bytes: Uint8Array, context: Partial<ParseContext> = {}) => parseWith(plugin, bytes, context);

testParser(test, {
  plugin,
  module: import.meta.resolve('../../../plugins/parsers/png.ts'),
  sample: { name: 'rent.png', bytes: async () => toPng(await rentPicture(110)) },
});

test('reads a scan: text, size in points, a box and a confidence for each word', async (t) => {
  let recognized = 0;
  const document = await read(toPng(await rentPicture()), { recognizing: () => (recognized += 1) });
  t.is(document.text, RENT);
  t.is(recognized, 1);
  const [page] = document.pages;
  t.is(page?.source, 'ocr');
  t.true(Math.abs((page?.width ?? 0) - 290) < 1 && Math.abs((page?.height ?? 0) - 58) < 1);
  t.is(page?.wordConfidences?.length, RENT.split(' ').length);
  t.true(page?.wordConfidences?.every((confidence) => confidence > 60));
  const [first, second] = wordsOn(document, 1);
  t.is(second?.text, 'is');
  // Helvetica at 12 points: "Rent " is 28.0 points wide, and the text begins 14 points from the left and 12 from the top.
  t.true(Math.abs((first?.x ?? 0) - 14) < 2, `x ${first?.x}`);
  t.true(Math.abs((second?.x ?? 0) - 42) < 2, `x ${second?.x}`);
  t.true(Math.abs((first?.y ?? 0) - 12) < 3 && Math.abs((first?.height ?? 0) - 11) < 3);
});

test('reads a picture that lies on its side, upside down or askew, with boxes where the words are in it', async (t) => {
  const upright = await rentPicture();
  const places = wordsOn(await read(toPng(upright)), 1);
  for (const turn of [
    { quarters: 1, degrees: 0 },
    { quarters: 2, degrees: 0 },
    { quarters: 3, degrees: 0 },
    { quarters: 0, degrees: 7 },
  ] as const) {
    const turned = straighten(upright, turn);
    const document = await read(toPng(turned.raster));
    t.is(document.text, RENT, `${turn.quarters} quarters, ${turn.degrees} degrees`);
    t.is(breach(document), undefined);
    const [page] = document.pages;
    t.true(Math.abs((page?.width ?? 0) - (turned.raster.width * 72) / 150) < 1, 'the page is the picture as it is');
    for (const [index, word] of wordsOn(document, 1).entries()) {
      // Back to where it is in the upright picture.
      const pixels = (points: number) => (points * 150) / 72;
      const middle = turned.toPicture({
        x: pixels(word.x + word.width / 2) - 0.5,
        y: pixels(word.y + word.height / 2) - 0.5,
        width: 1,
        height: 1,
      });
      const wanted = places[index];
      if (wanted === undefined) return t.fail(word.text);
      t.true(Math.abs(middle.x - pixels(wanted.x + wanted.width / 2)) < 8, `${word.text} x`);
      t.true(Math.abs(middle.y - pixels(wanted.y + wanted.height / 2)) < 8, `${word.text} y`);
    }
  }
});

test('says why there is no text: nothing there, another script, switched off', async (t) => {
  const reason = async (bytes: Uint8Array, context: Partial<ParseContext> = {}) => {
    const { text, pages, warnings } = await read(bytes, context);
    t.deepEqual([text, pages[0]?.source, warnings.length], ['', 'text', 1]);
    t.is(warnings[0]?.code, 'no-text');
    return warnings[0]?.message ?? '';
  };
  const blank = encodePng({ width: 200, height: 100, pixel: () => [255] });
  t.regex(await reason(blank), /^No text was found/);
  t.regex(await reason(encodePng({ width: 1, height: 1, pixel: () => [0] })), /^No text was found/);
  const off = { ocr: { languages: [], maxPages: 20 } };
  t.regex(await reason(toPng(await rentPicture()), off), /switched off/);
  // Marks of one size in rows, as another script looks to a model that does not know it.
  const marks = encodePng({
    width: 400,
    height: 120,
    pixel: (x, y) => [y % 40 < 22 && x % 24 < 20 && ((x * 7919) ^ (y * 104729) ^ (x * y)) % 5 < 2 ? 0 : 255],
  });
  t.regex(await reason(marks), /could be read with confidence|No text was found/);
});

test('refuses a picture by the size that its header states, before anything is unpacked', async (t) => {
  const huge = assemblePng([
    ['IHDR', headerOf(60_000, 60_000)],
    ['IDAT', deflateSync(Buffer.alloc(1000))],
    ['IEND', new Uint8Array()],
  ]);
  const error = await t.throwsAsync(read(huge), { code: 'too_many_pixels' });
  t.like(error, { details: { pixels: 3_600_000_000, limit: parseLimits.maxPixels } });
});

test('unpacks no more than the picture needs', async (t) => {
  // 64 MiB of zeros in 64 kB behind a picture of 100 by 50 pixels: no zlib stream any more near its end.
  const packed = deflateSync(Buffer.alloc(2 ** 26));
  packed.fill(0xff, packed.length - 1000);
  const bomb = assemblePng([
    ['IHDR', headerOf(100, 50)],
    ['IDAT', packed],
    ['IEND', new Uint8Array()],
  ]);
  t.is((await read(bomb)).text, '');
});

test('a picture that is cut off or breaks its format is damaged', async (t) => {
  const good = toPng(await rentPicture(110));
  const broken = [
    good.subarray(0, good.length - 200),
    good.subarray(0, 20),
    assemblePng([['IHDR', headerOf(10, 10, 3)]]),
    assemblePng([['IHDR', headerOf(0, 10)]]),
    assemblePng([
      ['IHDR', headerOf(10, 10, 8, 3)],
      ['IDAT', deflateSync(Buffer.alloc(110))],
    ]),
    assemblePng([
      ['IHDR', headerOf(10, 10)],
      ['IDAT', deflateSync(Buffer.alloc(110, 9))],
    ]),
    assemblePng([
      ['IHDR', headerOf(10, 10)],
      ['IDAT', new TextEncoder().encode('no zlib stream at all')],
    ]),
  ];
  for (const bytes of broken) await t.throwsAsync(read(bytes), { code: 'damaged' });
  await t.throwsAsync(read(new Uint8Array()), { code: 'empty' });
});

test('names the package of a language that is not installed, and reads with those that are', async (t) => {
  const bytes = toPng(await rentPicture(110));
  const ocr = (languages: string[]) => ({ ...parseContext, ocr: { languages, maxPages: 20 } });
  for (const language of ['tlh', '../../etc']) {
    const error = await t.throwsAsync(read(bytes, ocr(['eng', language])), { code: 'package_missing' });
    t.like(error, { details: { package: `@tesseract.js-data/${language}` } });
  }
  t.is((await read(bytes, ocr(['deu', 'eng']))).text, RENT);
});
