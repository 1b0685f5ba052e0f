import type { Box, Word } from '../shared/layout/word.ts';
import type { Filled } from './annotations.ts';

/** What a form prints for people to write or tick on. */
const BLANK = /[_.…‥]{3,}/;
const BOX = /^[☐□❏❐❑❒]$/;

/** The words without the blanks that were filled: a reader sees the value on the line, not beside it. */
export function withoutFilledBlanks(words: readonly Word[], filled: readonly Filled[]): readonly Word[] {
  if (filled.length === 0) return words;
  return words.flatMap((word) => {
    if (!BLANK.test(word.text) && !BOX.test(word.text)) return [word];
    if (!filled.some(({ place }) => touches(place, word))) return [word];
    const text = word.text.replace(BLANK, '').replace(BOX, '');
    const width = (word.width * text.length) / word.text.length;
    return text === '' ? [] : [{ ...word, text, width: Math.max(width, 1) }];
  });
}

/** Both stand on one line and at least a third of the narrower one lies in the other. */
function touches(a: Box, b: Box): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > Math.min(a.width, b.width) / 3 && down > Math.min(a.height, b.height) / 3;
}
