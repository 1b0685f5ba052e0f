import test from 'ava';
import { readChunks } from '../../../../plugins/parsers/png/chunks.ts';
import { decodePng } from '../../../../plugins/parsers/png/decode.ts';
import { encodePng, type PngOptions } from './encode.ts';

const [WIDTH, HEIGHT] = [21, 13];
/** A slope from black to white, another value in nearly each pixel. */
const slope = (x: number, y: number): number => Math.round((255 * (x + WIDTH * y)) / (WIDTH * HEIGHT - 1));

const decoded = async (options: Partial<PngOptions> & Pick<PngOptions, 'pixel'>, factor = 1) =>
  decodePng(readChunks(encodePng({ width: WIDTH, height: HEIGHT, ...options })), factor);

const expected = (grey: (x: number, y: number) => number): number[] =>
  Array.from({ length: WIDTH * HEIGHT }, (_, at) => Math.trunc(grey(at % WIDTH, Math.floor(at / WIDTH))));

test('every depth of grey, interlaced or not, under every filter', async (t) => {
  for (const interlaced of [false, true]) {
    for (const bitDepth of [1, 2, 4, 8, 16]) {
      const most = 2 ** bitDepth - 1;
      const value = (x: number, y: number) => Math.round((slope(x, y) * most) / 255);
      const { data } = await decoded({ bitDepth, interlaced, pixel: (x, y) => [value(x, y)] });
      const shown =
        bitDepth === 16
          ? (x: number, y: number) => value(x, y) >> 8
          : (x: number, y: number) => (value(x, y) * 255) / most;
      t.deepEqual([...data], expected(shown), `${bitDepth} bits`);
    }
  }
  for (const filter of [0, 1, 2, 3, 4]) {
    const { data } = await decoded({ filter, colour: 2, pixel: (x, y) => Array(3).fill(slope(x, y)) });
    t.deepEqual([...data], expected(slope), `filter ${filter}`);
  }
});

test('colours by how bright they look, what is transparent on white', async (t) => {
  const red = await decoded({ colour: 2, pixel: () => [255, 0, 0] });
  t.is(red.data[0], 76);
  const palette: [string, Uint8Array] = ['PLTE', Uint8Array.of(0, 0, 0, 255, 255, 255, 0, 255, 0)];
  for (const bitDepth of [2, 4, 8]) {
    const { data } = await decoded({ colour: 3, bitDepth, extra: [palette], pixel: (x) => [x % 3] });
    t.deepEqual([...data.subarray(0, 3)], [0, 255, 149], `palette of ${bitDepth} bits`);
  }
  const half = await decoded({ colour: 6, pixel: (x) => [0, 0, 0, x === 0 ? 0 : x === 1 ? 255 : 128] });
  t.deepEqual([...half.data.subarray(0, 3)], [255, 0, 127]);
  const greyAlpha = await decoded({ colour: 4, bitDepth: 16, pixel: (x) => [0, x === 0 ? 0 : 65535] });
  t.deepEqual([...greyAlpha.data.subarray(0, 2)], [255, 0]);
  const seeThrough = await decoded({
    colour: 3,
    extra: [palette, ['tRNS', Uint8Array.of(0)]],
    pixel: () => [0],
  });
  t.is(seeThrough.data[0], 255, 'an entry of the palette');
  const clear = await decoded({
    colour: 2,
    extra: [['tRNS', Uint8Array.of(0, 1, 0, 2, 0, 3)]],
    pixel: (x) => [1, 2, 3 + x],
  });
  t.deepEqual([...clear.data.subarray(0, 2)], [255, 1], 'one colour');
});

test('reduced pictures are the mean of what they stand for', async (t) => {
  for (const interlaced of [false, true]) {
    const { width, height, data } = await decoded({ interlaced, pixel: (x, y) => [(x + y) % 2 === 0 ? 0 : 200] }, 2);
    t.deepEqual([width, height], [11, 7]);
    t.deepEqual([...data.subarray(0, 10)], Array(10).fill(100));
  }
});

test('reads the resolution where it is stated', (t) => {
  const phys = (unit: number, across: number, down = across) => {
    const body = Buffer.alloc(9);
    body.writeUInt32BE(across, 0);
    body.writeUInt32BE(down, 4);
    body[8] = unit;
    return readChunks(encodePng({ width: 1, height: 1, extra: [['pHYs', body]], pixel: () => [0] })).dpi;
  };
  t.is(Math.round(phys(1, 11811) ?? 0), 300);
  t.is(phys(0, 11811), undefined, 'only a ratio');
  t.is(phys(1, 11811, 5906), undefined, 'pixels that are not square');
});
