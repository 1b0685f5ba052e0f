import { deflateSync } from 'node:zlib';
import { jpegOfText, pngOfText } from '../../../fuzz/samples/pictures.ts';
import { assemblePng, type Chunk, headerOf } from '../png/encode.ts';
import type { Attack } from './attack.ts';
import { packedZeros } from './zeros.ts';

/** A PNG whose pixels are packed already. */
const packedPng = (header: Uint8Array, pixels: Uint8Array, more: readonly Chunk[] = []): Uint8Array =>
  assemblePng([['IHDR', header], ...more, ['IDAT', pixels], ['IEND', new Uint8Array()]]);
const png = (header: Uint8Array, pixels: Uint8Array, more: readonly Chunk[] = []): Uint8Array =>
  packedPng(header, deflateSync(pixels, { level: 9 }), more);

/** The picture with another width and height in its frame (ITU T.81, B.2.2). */
const jpegOfSize = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.from(jpegOfText('RENT'));
  const frame = bytes.indexOf(Uint8Array.of(0xff, 0xc0));
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return new Uint8Array(bytes);
};

export const pictureAttacks: readonly Attack[] = [
  {
    tries: 'png: 60,000 by 60,000 pixels',
    name: 'large.png',
    bytes: () => png(headerOf(60_000, 60_000), new Uint8Array(100)),
    expected: 'too_many_pixels',
  },
  {
    tries: 'png: two billion pixels in a row',
    name: 'row.png',
    bytes: () => png(headerOf(0x7fffffff, 1), new Uint8Array(100)),
    expected: 'too_many_pixels',
  },
  {
    tries: 'png: many white pixels in few bytes',
    name: 'allowed.png',
    bytes: () => png(headerOf(5000, 5000), new Uint8Array(5001 * 5000)),
    expected: 'ready',
  },
  {
    tries: 'png: a few pixels, and 400 MB behind them',
    name: 'more.png',
    bytes: () => packedPng(headerOf(100, 100), packedZeros(400)),
    expected: 'ready',
  },
  {
    tries: 'png: a text of 400 MB packed beside the pixels',
    name: 'text.png',
    bytes: () => {
      const data = new Uint8Array(Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), packedZeros(400)]));
      return png(headerOf(100, 100), new Uint8Array(101 * 100), [
        ['zTXt', data],
        ['iCCP', data],
      ]);
    },
    expected: 'ready',
  },
  {
    tries: 'png: no pixels',
    name: 'none.png',
    bytes: () => png(headerOf(0, 0), new Uint8Array()),
    expected: 'damaged',
  },
  {
    tries: 'png: a hundred thousand empty chunks',
    name: 'chunks.png',
    bytes: () => {
      const whole = pngOfText('RENT');
      const empty: Chunk = ['tEXt', new Uint8Array()];
      return new Uint8Array(
        Buffer.concat([
          whole.subarray(0, 33),
          assemblePng(Array.from({ length: 100_000 }, () => empty)).subarray(8),
          whole.subarray(33),
        ]),
      );
    },
    expected: 'ready',
  },
  {
    tries: 'jpeg: 65,000 by 65,000 pixels',
    name: 'large.jpg',
    bytes: () => jpegOfSize(65_000, 65_000),
    expected: 'too_many_pixels',
  },
  {
    tries: 'jpeg: many pixels that are not there',
    name: 'allowed.jpg',
    bytes: () => jpegOfSize(5000, 5000),
    expected: 'ready',
  },
  { tries: 'jpeg: no pixels', name: 'none.jpg', bytes: () => jpegOfSize(0, 0), expected: 'damaged' },
];
