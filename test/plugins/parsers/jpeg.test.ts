import { readFileSync } from 'node:fs';
import test from 'ava';
import { decodeJpeg } from '../../../plugins/parsers/jpeg/decode.ts';
import { readExif } from '../../../plugins/parsers/jpeg/exif.ts';
import { readHeader } from '../../../plugins/parsers/jpeg/header.ts';
import { plugin } from '../../../plugins/parsers/jpeg.ts';
import { parseLimits, parseWith, testParser } from '../../contracts/parser.ts';
import { wordsOn } from './pdf/fixtures.ts';
import { RENT } from './shared/ocr/pictures.ts';

/** `rentPicture` of 150 dpi, saved as the name says. */
const file = (name: 'baseline' | 'progressive' | 'cmyk'): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`./jpeg/${name}.jpg`, import.meta.url)));

testParser(test, {
  plugin,
  module: import.meta.resolve('../../../plugins/parsers/jpeg.ts'),
  sample: { name: 'rent.jpg', bytes: () => file('baseline') },
});

/** Exif with an orientation and nothing else, in either byte order. */
const exif = (orientation: number, little = false): Uint8Array => {
  const body = Buffer.alloc(26);
  const short = (value: number, at: number) => (little ? body.writeUInt16LE(value, at) : body.writeUInt16BE(value, at));
  const long = (value: number, at: number) => (little ? body.writeUInt32LE(value, at) : body.writeUInt32BE(value, at));
  body.write(little ? 'II' : 'MM', 'latin1');
  short(42, 2);
  long(8, 4);
  short(1, 8);
  short(0x0112, 10);
  short(3, 12);
  long(1, 14);
  short(orientation, 18);
  return body;
};

const held = (bytes: Uint8Array, orientation: number): Uint8Array => {
  const segment = Buffer.concat([Buffer.from('\xff\xe1\0\0Exif\0\0', 'latin1'), exif(orientation)]);
  segment.writeUInt16BE(segment.length - 2, 2);
  return new Uint8Array(Buffer.concat([bytes.subarray(0, 2), segment, bytes.subarray(2)]));
};

test('reads baseline, progressive and four-ink pictures', async (t) => {
  for (const name of ['baseline', 'progressive', 'cmyk'] as const) {
    const document = await parseWith(plugin, file(name));
    t.is(document.text, RENT, name);
    t.is(document.pages[0]?.source, 'ocr');
    t.true(Math.abs((document.pages[0]?.width ?? 0) - 290) < 1, name);
  }
  const inks = file('cmyk');
  const { data } = await decodeJpeg(inks, readHeader(inks), 1);
  t.is(data[0], 255, 'paper is white, not inverted');
});

test('shows a photo as the camera was held, with its boxes there', async (t) => {
  const upright = wordsOn(await parseWith(plugin, file('baseline')), 1);
  for (const orientation of [3, 6, 8]) {
    const document = await parseWith(plugin, held(file('baseline'), orientation));
    t.is(document.text, RENT, `orientation ${orientation}`);
    const [page] = document.pages;
    const size = [page?.width ?? 0, page?.height ?? 0].map(Math.round);
    t.deepEqual(size, orientation === 3 ? [290, 58] : [58, 290]);
    const [first] = wordsOn(document, 1);
    const [was] = upright;
    if (first === undefined || was === undefined) return t.fail('no words');
    // Turned by 180, 90 or 270 degrees clockwise: where the first word's left top corner comes to lie.
    const corner =
      orientation === 3
        ? [290 - (first.x + first.width), 58 - (first.y + first.height)]
        : orientation === 6
          ? [first.y, 58 - (first.x + first.width)]
          : [290 - (first.y + first.height), first.x];
    t.true(
      Math.abs((corner[0] ?? 0) - was.x) < 4 && Math.abs((corner[1] ?? 0) - was.y) < 4,
      `${orientation}: ${corner}`,
    );
  }
});

test('Exif in either byte order; what is no orientation is upright', (t) => {
  t.is(readExif(exif(6))?.orientation, 6);
  t.is(readExif(exif(6, true))?.orientation, 6);
  t.is(readExif(exif(9))?.orientation, 1);
  t.is(readExif(new TextEncoder().encode('not Exif at all')), undefined);
  t.is(readExif(exif(6).subarray(0, 15))?.orientation, 1);
});

test('refuses by the size that the header states, and what is cut off', async (t) => {
  const huge = file('baseline');
  const frame = Buffer.from(huge.buffer).indexOf(Uint8Array.of(0xff, 0xc0));
  huge.set([0xea, 0x60, 0xea, 0x60], frame + 5);
  const error = await t.throwsAsync(parseWith(plugin, huge), { code: 'too_many_pixels' });
  t.like(error, { details: { pixels: 3_600_000_000, limit: parseLimits.maxPixels } });
  const cut = file('baseline');
  await t.throwsAsync(parseWith(plugin, cut.subarray(0, cut.length - 1500)), { code: 'damaged' });
  await t.throwsAsync(parseWith(plugin, cut.subarray(0, 200)), { code: 'damaged' });
});
