import type { EastAsianLanguage } from './east-asia.ts';
import type { Language } from './languages.ts';

/**
 * How likely a text is in a language, as the sum of natural logarithms over its characters (nats). Rough on purpose:
 * the readings of one file in two encodings differ by far more than the error of these figures.
 */
const ASCII: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/, -3],
  [/[A-Z]/, -5],
  [/\d/, -4.5],
  [/ /, -1.8],
  [/[\n\r\t\f]/, -4],
  [/[,.'"()/:;-]/, -4.5],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  [/[\x00-\x1A\x1C-\x1F\x7F]/, -14],
];
const asciiFigures = Float64Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return ASCII.find(([pattern]) => pattern.test(character))?.[1] ?? -7;
});

const IMPOSSIBLE = -16;
const MARK = -8.5;
const UNEXPECTED = -12;
/** Foreign names have these in any language. */
const BORROWED = new Set('éüöáèä');
/** Words of one letter, in whatever Latin language. */
const ALONE = new Set('àáéèêóöåíøő');

const LETTER = /\p{L}|\p{M}/u;
const LATIN = /\p{Script=Latin}/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const MARKS = new Set('§°€£©®™·•…–—«»¿¡½¼¾²³±×№\u00a0„“”‘’‚‹›');
const FRACTIONS = new Set('½¼¾');
const BEFORE_WORDS = new Set('“‘„‚«¿¡‹');
const AFTER_WORDS = new Set('”’…»›');
const BETWEEN_WORDS = new Set('–—');

/** Of the language of `languages` in which the text is likeliest. */
export const alphabeticLikelihood = (text: string, languages: readonly Language[]): number => {
  const counts = new Map<string, number>();
  let base = 0;
  const characters = [...text];
  for (const [index, character] of characters.entries()) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 128) {
      base += asciiFigures[code] ?? 0;
      continue;
    }
    const before = characters[index - 1] ?? ' ';
    const after = characters[index + 1] ?? ' ';
    if (!LETTER.test(character)) {
      base += markFigure(character, code, before, after);
      continue;
    }
    base += letterPenalty(character, before, after);
    const lower = character.toLowerCase();
    counts.set(lower, (counts.get(lower) ?? 0) + 1);
  }
  base -= UNBALANCED * Math.abs(count(text, '«') - count(text, '»'));
  const words = text.toLowerCase().match(WORD) ?? [];
  return (
    base + Math.max(...languages.map((language) => lettersLikelihood(counts, language) + evidence(words, language)))
  );
};

const WORD = /\p{L}+/gu;
const UNBALANCED = 4;
const count = (text: string, mark: string): number => text.split(mark).length - 1;

/** A word of one or two letters says less than a longer one, which hardly another language has. */
const evidence = (words: readonly string[], language: Language): number =>
  language.words.size === 0
    ? 0
    : words.reduce((sum, word) => sum + (language.words.has(word) ? (word.length < 3 ? 1 : 2) : 0), 0);

const RANKED: Readonly<Record<Language['script'], (rank: number) => number>> = {
  latin: (rank) => -4.2 - 0.2 * rank,
  'any-latin': () => -8,
  other: (rank) => -2.3 - 0.14 * rank,
};

const lettersLikelihood = (counts: ReadonlyMap<string, number>, { script, letters }: Language): number => {
  let sum = 0;
  for (const [letter, count] of counts) {
    const rank = letters.indexOf(letter);
    if (rank >= 0) sum += count * RANKED[script](rank);
    else sum += count * (script === 'latin' && BORROWED.has(letter) ? -9.5 : UNEXPECTED);
  }
  return sum;
};

const letterPenalty = (letter: string, before: string, after: string): number => {
  let penalty = 0;
  const latin = LATIN.test(letter);
  const neighbours = [before, after].filter((other) => LETTER.test(other));
  if (neighbours.some((other) => LATIN.test(other) !== latin)) penalty -= latin ? 5 : 7;
  if (neighbours.length === 0 && !(latin && ALONE.has(letter.toLowerCase()))) penalty -= latin ? 3 : 5;
  if (/\d/.test(after)) penalty -= 3;
  if (UPPER.test(letter)) {
    penalty -= 1.5;
    if (LOWER.test(before)) penalty -= 4;
  } else if (LOWER.test(letter) && UPPER.test(before) && UPPER.test(after)) penalty -= 3;
  return penalty;
};

const markFigure = (mark: string, code: number, before: string, after: string): number => {
  if (code === 0xfffd || (code >= 0x80 && code < 0xa0)) return IMPOSSIBLE;
  const between = LETTER.test(before) && LETTER.test(after);
  if (mark === '’') return LETTER.test(before) ? -5 : LETTER.test(after) ? -11 : MARK;
  if (between && mark !== '\u00ad' && mark !== '·') return -13;
  if (FRACTIONS.has(mark) && (LETTER.test(before) || LETTER.test(after))) return -13;
  if (BETWEEN_WORDS.has(mark)) return before === ' ' || /\d/.test(before) ? -5.5 : MARK;
  if (BEFORE_WORDS.has(mark)) return /[\s(]/.test(before) && /\S/.test(after) ? -5.5 : -10;
  if (AFTER_WORDS.has(mark)) return /\S/.test(before) && !LETTER.test(after) ? -5.5 : -10;
  return MARKS.has(mark) ? MARK : UNEXPECTED;
};

export const eastAsianLikelihood = (text: string, language: EastAsianLanguage): number => {
  let sum = 0;
  let before = 0;
  let words = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x3000 && before >= 0x3000) words += 1;
    if (code < 128) sum += asciiFigures[code] ?? 0;
    else sum += eastAsianFigure(character, code, language);
    // A word of Latin letters does not go on with an ideograph, not even a short one.
    if (code >= 0x3000 && isSmallLetter(before)) sum -= 4;
    if (before >= 0x3000 && isSmallLetter(code)) sum -= 4;
    before = code;
  }
  return words === 0 ? sum - NO_WORDS : sum;
};

/** Hardly a word has one ideograph alone; where all stand alone, they are the letters of something else. */
const NO_WORDS = 8;

const isSmallLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;

const eastAsianFigure = (character: string, code: number, language: EastAsianLanguage): number => {
  if (code >= 0xe000 && code <= 0xf8ff) return IMPOSSIBLE;
  if (code === 0xfffd || (code >= 0x80 && code < 0xa0)) return IMPOSSIBLE;
  if (language.common.has(character)) return code >= 0x3040 && code < 0x30a0 ? -3.6 : -5.6;
  if (code === 0x3001 || code === 0x3002 || code === 0xff0c) return -4;
  if (code === 0x30fc) return language.kana ? -5 : UNEXPECTED;
  if ((code > 0x3000 && code <= 0x3011) || (code >= 0xff01 && code <= 0xff5e)) return -6.5;
  if (code === 0x3000) return -5.5;
  if (code >= 0x3040 && code < 0x3100) return language.kana ? (code < 0x30a0 ? -5.2 : -6) : UNEXPECTED - 1;
  if (code >= 0xac00 && code < 0xd7a4) {
    if (!language.hangul) return UNEXPECTED - 1;
    return language.ordinary().has(character) ? -8 : UNEXPECTED;
  }
  // Half-width katakana: one byte each, so that any Western letter reads as one.
  if (code >= 0xff61 && code <= 0xff9f) return language.kana ? -8.5 : UNEXPECTED - 1;
  if (MARKS.has(character)) return -7.5;
  if (code >= 0x4e00 && code < 0xa000) {
    return language.ordinary().has(character) ? -9 : UNEXPECTED - 1;
  }
  return UNEXPECTED - 1;
};
