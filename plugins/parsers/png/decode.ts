import { Readable } from 'node:stream';
import { constants, createInflate } from 'node:zlib';
import { DossierError } from '../../../core/errors/error.ts';
import type { Raster } from '../shared/ocr/raster.ts';
import type { PngFile, PngHeader } from './chunks.ts';
import { greyReader, samplesOf } from './grey.ts';
import { unfilter } from './unfilter.ts';

/** A picture of its own inside the picture: every so many pixels, from a first one. The whole picture is one of these. */
type Pass = { readonly x: number; readonly y: number; readonly stepX: number; readonly stepY: number };

const WHOLE: readonly Pass[] = [{ x: 0, y: 0, stepX: 1, stepY: 1 }];
/** Adam7: PNG (third edition) 8.1. */
const INTERLACED: readonly Pass[] = [
  { x: 0, y: 0, stepX: 8, stepY: 8 },
  { x: 4, y: 0, stepX: 8, stepY: 8 },
  { x: 0, y: 4, stepX: 4, stepY: 8 },
  { x: 2, y: 0, stepX: 4, stepY: 4 },
  { x: 0, y: 2, stepX: 2, stepY: 4 },
  { x: 1, y: 0, stepX: 2, stepY: 2 },
  { x: 0, y: 1, stepX: 1, stepY: 2 },
];

/**
 * The picture in grey on white, `factor` times smaller in each direction. It is unpacked row by row, and no more of
 * it than the header's size needs, so that memory is that of the result and one row. Throws `damaged`.
 */
export async function decodePng(file: PngFile, factor: number): Promise<Raster> {
  const picture = new Reduced(file.header.width, file.header.height, factor);
  const rows = new RowReader(file, picture);
  const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
  const packed = Readable.from(file.data);
  packed.pipe(inflate);
  try {
    for await (const piece of inflate) if (rows.take(piece as Uint8Array)) break;
  } catch (thrown) {
    throw thrown instanceof DossierError ? thrown : new DossierError('damaged', {}, { cause: thrown });
  } finally {
    packed.destroy();
    inflate.destroy();
  }
  if (!rows.done) throw new DossierError('damaged');
  return picture.raster();
}

/** Cuts the unpacked bytes into the rows of one pass after another. */
class RowReader {
  readonly #file: PngFile;
  readonly #picture: Reduced;
  readonly #passes: readonly (Pass & { readonly columns: number; readonly rows: number })[];
  readonly #grey: (row: Uint8Array, column: number) => number;
  #pass = 0;
  #row = 0;
  #current = new Uint8Array();
  #above = new Uint8Array();
  #filled = 0;

  constructor(file: PngFile, picture: Reduced) {
    const { header } = file;
    this.#file = file;
    this.#picture = picture;
    this.#passes = (header.interlaced ? INTERLACED : WHOLE)
      .map((pass) => ({
        ...pass,
        columns: Math.ceil((header.width - pass.x) / pass.stepX),
        rows: Math.ceil((header.height - pass.y) / pass.stepY),
      }))
      .filter(({ columns, rows }) => columns > 0 && rows > 0);
    this.#grey = greyReader(file);
    this.#startPass();
  }

  get done(): boolean {
    return this.#pass >= this.#passes.length;
  }

  /** Takes what was unpacked next; true when the picture is complete. */
  take(piece: Uint8Array): boolean {
    let at = 0;
    while (!this.done && at < piece.length) {
      const part = piece.subarray(at, at + this.#current.length - this.#filled);
      this.#current.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === this.#current.length) this.#endRow();
    }
    return this.done;
  }

  #startPass(): void {
    const pass = this.#passes[this.#pass];
    if (pass === undefined) return;
    const bytes = 1 + rowBytes(this.#file.header, pass.columns);
    this.#current = new Uint8Array(bytes);
    this.#above = new Uint8Array(bytes);
    this.#filled = 0;
    this.#row = 0;
  }

  #endRow(): void {
    const pass = this.#passes[this.#pass];
    if (pass === undefined) return;
    const pixel = Math.max(1, rowBytes(this.#file.header, 1));
    if (!unfilter(this.#current, this.#above, pixel)) throw new DossierError('damaged');
    const y = pass.y + this.#row * pass.stepY;
    for (let column = 0; column < pass.columns; column++) {
      this.#picture.put(pass.x + column * pass.stepX, y, this.#grey(this.#current, column));
    }
    [this.#current, this.#above] = [this.#above, this.#current];
    this.#filled = 0;
    this.#row += 1;
    if (this.#row < pass.rows) return;
    this.#pass += 1;
    this.#startPass();
  }
}

const rowBytes = ({ bitDepth, colour }: PngHeader, columns: number): number =>
  Math.ceil((columns * samplesOf(colour) * bitDepth) / 8);

/** Takes pixels in any order and makes each square of them one. */
class Reduced {
  readonly #factor: number;
  readonly #width: number;
  readonly #height: number;
  readonly #data: Uint8Array;
  readonly #sums: Uint32Array;
  readonly #counts: Uint16Array;

  constructor(width: number, height: number, factor: number) {
    this.#factor = factor;
    this.#width = Math.ceil(width / factor);
    this.#height = Math.ceil(height / factor);
    const cells = this.#width * this.#height;
    this.#data = new Uint8Array(cells);
    this.#sums = new Uint32Array(factor === 1 ? 0 : cells);
    this.#counts = new Uint16Array(factor === 1 ? 0 : cells);
  }

  put(x: number, y: number, grey: number): void {
    if (this.#factor === 1) {
      this.#data[y * this.#width + x] = grey;
      return;
    }
    const at = Math.floor(y / this.#factor) * this.#width + Math.floor(x / this.#factor);
    this.#sums[at] = (this.#sums[at] ?? 0) + grey;
    this.#counts[at] = (this.#counts[at] ?? 0) + 1;
  }

  raster(): Raster {
    this.#sums.forEach((sum, at) => {
      this.#data[at] = sum / Math.max(this.#counts[at] ?? 1, 1);
    });
    return { width: this.#width, height: this.#height, data: this.#data };
  }
}
