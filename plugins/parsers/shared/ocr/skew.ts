import { type Raster, reduce } from './raster.ts';

/** How lines of text would lie if they ran along one axis. */
export type Skew = {
  /** Degrees that the picture has to be turned clockwise to put the lines on that axis. */
  readonly degrees: number;
  /** How far the lines stand out then; to be compared between the axes only. */
  readonly sharpness: number;
};

/** Lines are looked for this far from the axes, in degrees. */
const REACH = 18;
const COARSE = 1;
const FINE = 0.1;
/** Enough to tell lines of small print apart. */
const LONGEST_SIDE = 1000;
/** A run of ink this long, as a share of the side, is a rule, an edge or a picture, and no writing. */
const LONGEST_RUN = 0.06;
/** Pixels of ink below which nothing can be said. */
const LEAST_INK = 200;
/** More would not change the answer. */
const MOST_INK = 60_000;

/**
 * Finds how lines of text lie, from the profile of ink across them: it is sharpest, by the squares of the steps from
 * one row to the next, where it is taken along the lines (the measure of W. Postl, US patent 4,723,297, 1988).
 */
export function findSkew(picture: Raster): { readonly across: Skew; readonly upright: Skew } {
  const small = reduce(picture, Math.ceil(Math.max(picture.width, picture.height) / LONGEST_SIDE));
  const points = pointsOf(inkOf(small), small.width);
  if (points.length < LEAST_INK) return { across: LEVEL, upright: LEVEL };
  return { across: sharpest(points, 'across'), upright: sharpest(points, 'upright') };
}

const LEVEL: Skew = { degrees: 0, sharpness: 0 };

type Point = { readonly x: number; readonly y: number };

function sharpest(points: readonly Point[], axis: 'across' | 'upright'): Skew {
  let best = { degrees: 0, sharpness: sharpnessAt(points, axis, 0) };
  const look = (from: number, to: number, step: number) => {
    for (let count = 0; from + count * step <= to + step / 2; count++) {
      const degrees = Math.round((from + count * step) / FINE) * FINE;
      const sharpness = sharpnessAt(points, axis, degrees);
      if (sharpness > best.sharpness) best = { degrees, sharpness };
    }
  };
  look(-REACH, REACH, COARSE);
  // Still rising where the search ends: no lines of text, or none that could be read.
  if (Math.abs(best.degrees) === REACH) return { degrees: 0, sharpness: sharpnessAt(points, axis, 0) };
  look(best.degrees - COARSE, best.degrees + COARSE, FINE);
  return best;
}

/** How uneven the profile is when the picture is turned clockwise by so much, per pixel of ink. */
function sharpnessAt(points: readonly Point[], axis: 'across' | 'upright', degrees: number): number {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const middle = 2 * LONGEST_SIDE;
  const profile = new Uint32Array(2 * middle);
  for (const { x, y } of points) {
    const at = Math.round(axis === 'across' ? y * cos + x * sin : x * cos - y * sin) + middle;
    profile[at] = (profile[at] ?? 0) + 1;
  }
  let steps = 0;
  for (let at = 1; at < profile.length; at++) steps += ((profile[at] ?? 0) - (profile[at - 1] ?? 0)) ** 2;
  return steps / points.length ** 2;
}

/** Pixels that are clearly darker than what surrounds them, so that shadows on a photo are no ink. */
function inkOf({ width, height, data }: Raster): Uint8Array {
  const reach = 12;
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x] ?? 0;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
    }
  }
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)];
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
      const sum =
        (sums[bottom * stride + right] ?? 0) -
        (sums[top * stride + right] ?? 0) -
        (sums[bottom * stride + left] ?? 0) +
        (sums[top * stride + left] ?? 0);
      const mean = sum / ((bottom - top) * (right - left));
      if ((data[y * width + x] ?? 255) < mean * 0.85 - 4) ink[y * width + x] = 1;
    }
  }
  dropRuns(ink, width, height);
  return ink;
}

/** Rules of tables and edges of pictures are longer than any stroke of a letter, and would outweigh the text. */
function dropRuns(ink: Uint8Array, width: number, height: number): void {
  const longest = Math.max(12, Math.max(width, height) * LONGEST_RUN);
  const rules: number[] = [];
  const scan = (lines: number, length: number, lineStep: number, step: number) => {
    for (let line = 0; line < lines; line++) {
      let run = 0;
      for (let place = 0; place <= length; place++) {
        const at = line * lineStep + place * step;
        if (place < length && ink[at] === 1) run++;
        else {
          if (run > longest) for (let back = 1; back <= run; back++) rules.push(at - back * step);
          run = 0;
        }
      }
    }
  };
  scan(height, width, width, 1);
  scan(width, height, 1, width);
  for (const at of rules) ink[at] = 0;
}

function pointsOf(ink: Uint8Array, width: number): Point[] {
  let count = 0;
  for (const pixel of ink) count += pixel;
  const every = Math.max(1, Math.ceil(count / MOST_INK));
  const points: Point[] = [];
  let seen = 0;
  for (let at = 0; at < ink.length; at++) {
    if (ink[at] === 1 && seen++ % every === 0) points.push({ x: at % width, y: Math.floor(at / width) });
  }
  return points;
}
