import { stem } from './stem.ts';
import { stopWords } from './stopwords.ts';
import { segments, unspaced } from './unspaced.ts';

/** A word or number of a text, with its place. */
export type Word = {
  readonly start: number;
  readonly end: number;
  /** Lower case, without accents and without a possessive 's. */
  readonly form: string;
};

const pattern = /\p{N}+(?:[.,:/-]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Most words of most texts: nothing to fold but the case, and no script to look up. */
const plain = /^[A-Za-z0-9]+$/;

/** Words in order, also of scripts that put no spaces between them. */
export const wordsOf = (text: string): readonly Word[] => {
  const words: Word[] = [];
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    if (plain.test(match[0]) || !unspaced.test(match[0])) {
      words.push({ start, end: start + match[0].length, form: foldWord(match[0]) });
      continue;
    }
    for (const { index, segment } of segments(match[0])) {
      words.push({ start: start + index, end: start + index + segment.length, form: foldWord(segment) });
    }
  }
  return words;
};

/** The form under which a word is compared: lower case, no accents, no possessive. */
const foldWord = (word: string): string =>
  plain.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/['’](?:s|t)?$/u, '')
        .replaceAll('’', "'");

export const isContent = (form: string): boolean =>
  !stopWords.has(form) && (form.length > 1 || !/^\p{Script=Latin}$/u.test(form)) && !particle.test(form);

/** Japanese writes endings and particles in hiragana, and hardly any word that one would look for. */
const particle = /^\p{Script=Hiragana}+$/u;

/** Words of no meaning that are names in capitals. */
export const initials: ReadonlySet<string> = new Set(['IT', 'US', 'WHO']);

/** Whether a word is such a name: "the IT contract", but not in a heading that is all in capitals. */
export const isInitials = (text: string, { start, end }: Word): boolean =>
  end - start <= 3 && initials.has(text.slice(start, end)) && /\p{Ll}/u.test(text);

/** What a word is compared by: its stem, or the capitals of initials. */
export const keyOf = (text: string, word: Word): string =>
  isInitials(text, word) ? text.slice(word.start, word.end) : stem(word.form);

/** Keys of the words that carry meaning, in order, with repetitions. */
export const contentStems = (text: string): readonly string[] =>
  wordsOf(text)
    .filter((word) => isContent(word.form) || isInitials(text, word))
    .map((word) => keyOf(text, word));
