import { recognize } from './engine.ts';
import { type Box, enlargeTwice, type Raster } from './raster.ts';
import type { Recognized, RecognizedLine, RecognizedWord } from './recognized.ts';
import { findSkew, type Skew } from './skew.ts';
import { straighten, type Turn } from './straighten.ts';

export type ReadWord = {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
  /** In pixels of the picture as it was turned upright; as high as its line. */
  readonly box: Box;
  /** Which line of Tesseract's it stands on, from 0. */
  readonly line: number;
  /** Height of the line from the tops of its letters to what reaches below its base line, in pixels. */
  readonly lineHeight: number;
  /** Whether its line runs across the upright picture, not up or down it. */
  readonly level: boolean;
};

/** What stands in a picture. */
export type Reading = {
  readonly words: readonly ReadWord[];
  /** Of the words, by their length, 0 to 100. */
  readonly confidence: number;
  readonly turn: Turn;
  /** Size of the upright picture. */
  readonly width: number;
  readonly height: number;
  /** The upright rectangle around a word's box, in the picture as it came. */
  toPicture(box: Box): Box;
};

/** Less is not worth the blur that turning brings: Tesseract follows such lines by itself. */
const LEAST_DEGREES = 0.3;
/** Words of at least this confidence are right nearly always, and hardly ever found in text upside down. */
const SURE = 70;
/** A picture of which this share of the letters is sure stands upright. */
const UPRIGHT_SHARE = 0.5;
/** Lines that stand out so much more on one axis leave the other one out of question. */
const CLEAR = 3;
/** A picture with less on its longer side holds letters of few pixels: Tesseract reads them better twice as large. */
const SMALL_SIDE = 1800;

/**
 * Reads a picture however it was laid on the scanner: lines are found by their profile and turned level; up and down
 * are told apart by reading, where the first try makes no sense. `languages` are Tesseract's names, the likeliest first.
 */
export async function readPicture(picture: Raster, languages: readonly string[]): Promise<Reading> {
  let best: { reading: Reading; sure: number } | undefined;
  for (const turn of likelyTurns(picture)) {
    const upright = straighten(picture, turn);
    const small = Math.max(picture.width, picture.height) < SMALL_SIDE;
    const found = await recognize(small ? enlargeTwice(upright.raster) : upright.raster, languages);
    const reading = toReading(found, small ? 2 : 1, turn, upright);
    const level = reading.words.filter(({ level }) => level);
    const letters = countLetters(reading.words);
    const sure = countLetters(level.filter(({ confidence }) => confidence >= SURE));
    if (best === undefined || sure > best.sure) best = { reading, sure };
    // Lines are found however they lie: where there are none, turning the picture finds none either.
    if (letters === 0 || (sure > 0 && sure >= letters * UPRIGHT_SHARE)) break;
  }
  if (best === undefined) throw new RangeError('a picture can be turned in four ways');
  return best.reading;
}

/** How the picture may have to be turned, the likeliest first. */
function likelyTurns(picture: Raster): Turn[] {
  const { across, upright } = findSkew(picture);
  const turnsOf = ({ degrees }: Skew, quarters: readonly Turn['quarters'][]): Turn[] =>
    quarters.map((count) => ({ quarters: count, degrees: Math.abs(degrees) < LEAST_DEGREES ? 0 : degrees }));
  const usual = turnsOf(across, [0, 2]);
  const onItsSide = turnsOf(upright, [3, 1]);
  if (across.sharpness > CLEAR * upright.sharpness) return usual;
  if (upright.sharpness > CLEAR * across.sharpness) return [...onItsSide, ...usual];
  return [...usual, ...onItsSide];
}

function toReading(
  recognized: Recognized,
  factor: number,
  turn: Turn,
  upright: ReturnType<typeof straighten>,
): Reading {
  const lines = recognized.blocks.flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  const words = lines.flatMap((line, index) =>
    line.words.map(({ text, confidence, bbox }): ReadWord => {
      const level = isLevel(line);
      const box = toBox(level ? asHighAsTheLine(bbox, line) : bbox, factor);
      return { text, confidence, box, line: index, lineHeight: line.rowAttributes.rowHeight / factor, level };
    }),
  );
  const { width, height } = upright.raster;
  return { words, confidence: meanConfidence(words), turn, width, height, toPicture: upright.toPicture };
}

const toBox = ({ x0, y0, x1, y1 }: RecognizedWord['bbox'], factor: number): Box => ({
  x: x0 / factor,
  y: y0 / factor,
  width: (x1 - x0) / factor,
  height: (y1 - y0) / factor,
});

/** "no" is as high as "by" and "To" on its line: from the line's tallest letters to what reaches below its base line. */
function asHighAsTheLine(bbox: RecognizedWord['bbox'], { baseline, rowAttributes }: RecognizedLine) {
  const { x0, y0, x1, y1 } = baseline;
  const along = x1 === x0 ? 0 : ((bbox.x0 + bbox.x1) / 2 - x0) / (x1 - x0);
  const base = y0 + (y1 - y0) * along;
  const { rowHeight, descenders } = rowAttributes;
  const below = Math.abs(descenders);
  return { ...bbox, y0: Math.min(bbox.y0, base - rowHeight + below), y1: Math.max(bbox.y1, base + below) };
}

/** Tesseract also reads lines that run up or down the page, which is no sign that the page stands upright. */
function isLevel({ bbox, words }: RecognizedLine): boolean {
  const characters = words.reduce((sum, { text }) => sum + text.length, 0);
  return characters < 3 || bbox.x1 - bbox.x0 >= bbox.y1 - bbox.y0;
}

export function meanConfidence(words: readonly { readonly text: string; readonly confidence: number }[]): number {
  const characters = words.reduce((sum, { text }) => sum + text.length, 0);
  return characters === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / characters;
}

/** Letters and figures of words that have more than one: what specks are taken for has none. */
const countLetters = (words: readonly ReadWord[]): number =>
  words.reduce((sum, { text }) => {
    const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    return letters > 1 ? sum + letters : sum;
  }, 0);
