import type { Box, Word } from '../shared/layout/word.ts';
import type { PdfPage } from './file.ts';

/** What was recognized on a page, in points. */
export type PlacedWords = {
  /** Laid out upright, each with its place on the page. */
  readonly placed: readonly Word[];
  /** Size of the upright sheet. */
  readonly sheet: { readonly width: number; readonly height: number };
  /** Quarter turns clockwise that put the page's text upright. */
  readonly quarters: 0 | 1 | 2 | 3;
};

/** The page as it was recognized, laid out upright, with what people filled in. */
export function replaceWords(page: PdfPage, { placed, sheet }: PlacedWords): PdfPage {
  const { width, height } = page;
  return {
    ...page,
    ...sheet,
    shown: { width, height },
    words: [...placed, ...page.words.filter(({ field }) => field !== undefined)],
    rules: [],
    unknownCharacters: 0,
  };
}

/** The page with what was recognized besides its own words: both are laid out where they are on the page. */
export function addWords(page: PdfPage, { placed, quarters }: PlacedWords): PdfPage {
  const added = placed
    .filter(({ place }) => place !== undefined && !page.words.some((word) => covers(word, place)))
    .map((word): Word => ({ ...word, ...word.place, direction: word.direction === 'oblique' ? 'oblique' : quarters }));
  return added.length === 0 ? page : { ...page, words: [...page.words, ...added] };
}

/** Whether the middle of a box lies on a word. */
function covers(word: Word, { x, y, width, height }: Box): boolean {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  return middleX >= word.x && middleX <= word.x + word.width && middleY >= word.y && middleY <= word.y + word.height;
}
