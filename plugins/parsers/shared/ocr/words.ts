import { isIdeograph } from '../layout/scripts.ts';
import type { Word } from '../layout/word.ts';
import type { Box } from './raster.ts';
import { meanConfidence, type Reading, type ReadWord } from './read.ts';

/** Words of a picture that may be quoted, with what the reader should know of them. */
export type TrustedWords = {
  readonly words: readonly ReadWord[];
  /** Of these words, by their length, 0 to 100. */
  readonly confidence: number;
};

/** Below this a line has about one wrong character in ten, or is a texture, a drawing or another script. */
const LEAST_OF_LINE = 60;
/** Below this in the mean over everything that was found, the few lines that look good are chance. */
const LEAST_OF_PICTURE = 50;
/** Below this about one character in sixty is wrong: the reader is told. */
export const LEAST_OF_PAGE = 85;
/** Rules beside a cell are read as these. */
const BAR = /^[|Il!1/\\[\](){}]+$/;
const TALLER_THAN_ITS_LINE = 1.4;

/**
 * Leaves out what was recognized where no text is. Lines are taken or left as a whole: a doubtful word inside a good
 * line may be the "not" of its sentence, so it stays, with its own confidence.
 */
export function trustedWords({ words, confidence }: Reading): TrustedWords {
  if (confidence < LEAST_OF_PICTURE) return { words: [], confidence: 0 };
  const lines = Map.groupBy(words.filter(isWriting), ({ line }) => line);
  const kept = [...lines.values()].filter((line) => meanConfidence(line) >= LEAST_OF_LINE).flat();
  return { words: kept, confidence: meanConfidence(kept) };
}

function isWriting({ text, confidence, box, lineHeight }: ReadWord): boolean {
  if (text.trim() === '') return false;
  if (BAR.test(text) && box.height > TALLER_THAN_ITS_LINE * lineHeight) return false;
  return confidence >= LEAST_OF_LINE || /[\p{L}\p{N}]/u.test(text);
}

/** Letters from their tops to what reaches below the base line, as a share of the font size; most fonts are close. */
const LINE_OF_SIZE = 0.95;
/** Lines of one font seem to differ by this much, by the letters that are in them. */
const SAME_SIZE = { from: 0.82, to: 1.12 };

/** The words as they are laid out, on the upright picture in points, each with its place on the picture as it came. */
export function toLayout(words: readonly ReadWord[], toPicture: Reading['toPicture'], pointsPerPixel: number): Word[] {
  const usual = usualHeight(words);
  const scaled = ({ x, y, width, height }: Box): Box => ({
    x: x * pointsPerPixel,
    y: y * pointsPerPixel,
    width: width * pointsPerPixel,
    height: height * pointsPerPixel,
  });
  return words.map(({ text, box, line, lineHeight, level, confidence }, index) => {
    const before = words[index - 1];
    const startsLine = before?.line !== line;
    const height = lineHeight >= usual * SAME_SIZE.from && lineHeight <= usual * SAME_SIZE.to ? usual : lineHeight;
    return {
      text,
      ...scaled(box),
      place: scaled(toPicture(box)),
      size: (height * pointsPerPixel) / LINE_OF_SIZE,
      bold: false,
      direction: level ? 0 : 'oblique',
      startsLine,
      spaced: startsLine || !(endsInIdeograph(before?.text ?? '') && isIdeograph(text.codePointAt(0) ?? 0)),
      softHyphen: false,
      confidence,
    };
  });
}

/** The height of the line on which most characters stand. */
function usualHeight(words: readonly ReadWord[]): number {
  const sorted = words.toSorted((a, b) => a.lineHeight - b.lineHeight);
  const half = words.reduce((sum, { text }) => sum + text.length, 0) / 2;
  let seen = 0;
  for (const { text, lineHeight } of sorted) {
    seen += text.length;
    if (seen >= half) return lineHeight;
  }
  return 0;
}

const endsInIdeograph = (text: string): boolean => isIdeograph([...text].at(-1)?.codePointAt(0) ?? 0);
