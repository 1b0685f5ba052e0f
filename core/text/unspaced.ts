/** Characters of scripts that put no spaces between words: Chinese, Japanese, Thai. */
export const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}]/u;

const eachUnspaced = new RegExp(unspaced.source, 'gu');

/** The text with spaces around each such character, for an index that finds words between spaces. */
export const spaced = (text: string): string =>
  unspaced.test(text) ? text.replaceAll(eachUnspaced, (character) => ` ${character} `) : text;

let segmenter: Intl.Segmenter | undefined;

/** The words of a run of such characters by ICU's dictionaries: where each begins, and what it is. */
export const segments = (run: string): readonly { readonly index: number; readonly segment: string }[] => {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  return [...segmenter.segment(run)].filter(({ isWordLike }) => isWordLike);
};
