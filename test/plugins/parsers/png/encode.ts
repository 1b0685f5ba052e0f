import { crc32, deflateSync } from 'node:zlib';
import type { Raster } from '../../../../plugins/parsers/shared/ocr/raster.ts';

export type PngOptions = {
  readonly width: number;
  readonly height: number;
  readonly bitDepth?: number;
  /** PNG's number: 0 grey, 2 rgb, 3 palette, 4 grey with alpha, 6 rgb with alpha. */
  readonly colour?: number;
  readonly interlaced?: boolean;
  /** 0 to 4; undefined takes them in turn. */
  readonly filter?: number;
  readonly extra?: readonly Chunk[];
  /** The samples of a pixel, each up to `bitDepth` bits. */
  readonly pixel: (x: number, y: number) => readonly number[];
};

const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Writes a PNG of any kind. */
export const encodePng = (options: PngOptions): Uint8Array => {
  const { width, height, bitDepth = 8, colour = 0, interlaced = false, extra = [] } = options;
  const passes = interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const);
  const rows = passes.flatMap(([x, y, stepX, stepY]) => passRows(options, x, y, stepX, stepY));
  return assemblePng([
    ['IHDR', headerOf(width, height, bitDepth, colour, interlaced ? 1 : 0)],
    ...extra,
    ['IDAT', deflateSync(Buffer.concat(rows))],
    ['IEND', new Uint8Array()],
  ]);
};

/** A picture in grey as a PNG. */
export const pngOf = ({ width, height, data }: Raster, options: Partial<PngOptions> = {}): Uint8Array =>
  encodePng({ width, height, pixel: (x, y) => [data[y * width + x] ?? 255], ...options });

export const headerOf = (width: number, height: number, bitDepth = 8, colour = 0, interlace = 0): Uint8Array => {
  const body = Buffer.alloc(13);
  body.writeUInt32BE(width, 0);
  body.writeUInt32BE(height, 4);
  body.set([bitDepth, colour, 0, 0, interlace], 8);
  return body;
};

export type Chunk = readonly [kind: string, body: Uint8Array];

/** A PNG file of these chunks with right checksums; `statedLength` lets the last one lie about its length. */
export const assemblePng = (chunks: readonly Chunk[], statedLength?: number): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      ...chunks.map(([kind, body], index) => {
        const chunk = Buffer.alloc(12 + body.length);
        const isLast = index === chunks.length - 1;
        chunk.writeUInt32BE((isLast ? statedLength : undefined) ?? body.length, 0);
        chunk.write(kind, 4, 'latin1');
        chunk.set(body, 8);
        chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + body.length)), 8 + body.length);
        return chunk;
      }),
    ]),
  );

const passRows = (
  { width, height, bitDepth = 8, colour = 0, filter, pixel }: PngOptions,
  fromX: number,
  fromY: number,
  stepX: number,
  stepY: number,
): Uint8Array[] => {
  const columns = Math.ceil((width - fromX) / stepX);
  if (columns <= 0) return [];
  const samples = SAMPLES[colour] ?? 1;
  const bytes = Math.ceil((columns * samples * bitDepth) / 8);
  const pixelBytes = Math.max(1, (samples * bitDepth) >> 3);
  const rows: Uint8Array[] = [];
  let above = new Uint8Array(bytes);
  for (let y = fromY; y < height; y += stepY) {
    const plain = new Uint8Array(bytes);
    for (let column = 0; column < columns; column++) {
      pixel(fromX + column * stepX, y).forEach((value, index) => {
        putSample(plain, column * samples + index, bitDepth, value);
      });
    }
    const used = filter ?? rows.length % 5;
    const row = new Uint8Array(1 + bytes);
    row[0] = used;
    for (let at = 0; at < bytes; at++) {
      const left = at >= pixelBytes ? (plain[at - pixelBytes] ?? 0) : 0;
      const up = above[at] ?? 0;
      const corner = at >= pixelBytes ? (above[at - pixelBytes] ?? 0) : 0;
      const predicted = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][used] ?? 0;
      row[1 + at] = (plain[at] ?? 0) - predicted;
    }
    rows.push(row);
    above = plain;
  }
  return rows;
};

const nearest = (left: number, up: number, corner: number): number => {
  const distances = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
  return [left, up, corner][distances.indexOf(Math.min(...distances))] ?? 0;
};

const putSample = (row: Uint8Array, index: number, bitDepth: number, value: number): void => {
  if (bitDepth === 16) {
    row[2 * index] = value >> 8;
    row[2 * index + 1] = value & 0xff;
    return;
  }
  const bit = index * bitDepth;
  row[bit >> 3] = (row[bit >> 3] ?? 0) | (value << (8 - bitDepth - (bit & 7)));
};
