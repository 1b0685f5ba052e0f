import { isIdeograph } from '../shared/layout/scripts.ts';
import type { Box, Word } from '../shared/layout/word.ts';
import { isSpace, readable } from './characters.ts';

/** Width of a character and height of a line, as multiples of the font size: what most fonts have on average. */
const CHARACTER = 0.5;
const LINE = 1.2;
const USUAL_SIZE = 12;

type Setting = {
  /** Font size in points; 0 where the file leaves it to the program that shows it. */
  readonly size: number;
  /** Lines are broken where they reach the right edge, and begin at the top; else there is one, in the middle. */
  readonly wraps: boolean;
};

/**
 * Words of a text that the file gives without its letters' places, spread over the rectangle in which it is shown.
 * A value in a form is stored so. The boxes are as near as the rectangle allows and never outside of it.
 */
export function wordsWithin(text: string, place: Box, setting: Setting, mark: Partial<Word>): Word[] {
  const fitting = Math.min(USUAL_SIZE, (place.height / LINE) * 0.9);
  const size = Math.max(setting.size > 0 ? Math.min(setting.size, place.height) : fitting, 1);
  const perLine = Math.max(Math.floor(place.width / (size * CHARACTER)), 1);
  const lines = setting.wraps ? linesOf(text).flatMap((line) => wrap(line, perLine)) : [linesOf(text).flat()];
  const height = Math.min(size * LINE, place.height / Math.max(lines.length, 1));
  const top = setting.wraps ? place.y : place.y + (place.height - height) / 2;
  return lines.flatMap((words, line) => {
    const characters = words.reduce((sum, word) => sum + word.text.length + 1, -1);
    const advance = Math.min(size * CHARACTER, place.width / Math.max(characters, 1));
    let at = 0;
    return words.map(({ text: letters, spaced }, index): Word => {
      if (index > 0 && spaced) at += 1;
      const x = place.x + at * advance;
      at += letters.length;
      const y = top + line * height;
      const startsLine = index === 0;
      const box = { x, y, width: letters.length * advance, height };
      return { text: letters, ...box, size, bold: false, direction: 0, startsLine, spaced, softHyphen: false, ...mark };
    });
  });
}

/** Words that all stand for one place: a note's for what it is about. */
export function wordsAt(text: string, place: Box, mark: Partial<Word> = {}): Word[][] {
  const size = USUAL_SIZE;
  return linesOf(text)
    .filter((line) => line.length > 0)
    .map((line) =>
      line.map(
        (word, index): Word => ({
          ...word,
          ...place,
          size,
          bold: false,
          direction: 0,
          startsLine: index === 0,
          softHyphen: false,
          ...mark,
        }),
      ),
    );
}

type Letters = { readonly text: string; readonly spaced: boolean };

/** The words of each line as a reader sees them: without what is not seen, ideographs one by one. */
function linesOf(text: string): Letters[][] {
  const lines: Letters[][] = [[]];
  let open = '';
  let spaced = true;
  const finish = () => {
    if (open !== '') lines.at(-1)?.push({ text: open, spaced });
    if (open !== '') spaced = false;
    open = '';
  };
  for (const character of text.replace(/\r\n?/g, '\n')) {
    const code = character.codePointAt(0) ?? 0;
    if (isSpace(code)) {
      finish();
      spaced = true;
      if (code === 0x0a) lines.push([]);
      continue;
    }
    if (isIdeograph(code)) finish();
    open += readable(code);
    if (isIdeograph(code)) finish();
  }
  finish();
  return lines;
}

function wrap(words: readonly Letters[], perLine: number): Letters[][] {
  const lines: Letters[][] = [];
  let length = 0;
  for (const word of words) {
    const open = lines.at(-1);
    if (open === undefined || length + 1 + word.text.length > perLine) {
      lines.push([word]);
      length = word.text.length;
    } else {
      open.push(word);
      length += 1 + word.text.length;
    }
  }
  return lines;
}
