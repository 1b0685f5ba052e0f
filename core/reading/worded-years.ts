import { numberOf } from './numbers.ts';

const unit = '(?:one|two|three|four|five|six|seven|eight|nine)';
const teen = '(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)';
const tens = '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)';
const belowHundred = `(?:${tens}(?:[\\s-]+${unit})?|${teen}|${unit})`;
const inWords = `(?:(?:two\\s+thousand|one\\s+thousand,?\\s+nine\\s+hundred|nineteen\\s+hundred)(?:,?\\s+(?:and\\s+)?${belowHundred})?|(?:nineteen|twenty)[\\s-]+(?:${tens}(?:[\\s-]+${unit})?|${teen}))`;

/** "2015", "two thousand and fifteen", "nineteen ninety-nine", "Two Thousand Nineteen (2019)": give what it matches to `yearOf`. */
export const yearPattern = `(?:(?:19|20)\\d\\d\\b|${inWords}\\b(?!-)(?:\\s?\\((?:19|20)\\d\\d\\))?)`;

/** Between a month and its year: ", ", " of ", " in the year ", " in the year of our Lord ", ", A.D. ". */
export const beforeYear =
  '(?:\\s{0,3},?\\s{0,3}(?:of\\s+|in\\s+)?(?:the\\s+year\\s+(?:of\\s+our\\s+lord,?\\s+)?|a\\.?\\s?d\\.?,?\\s+)?)';

/** The year that is written; undefined for what is none. Where figures stand beside the words, they count. */
export const yearOf = (written: string): number | undefined => {
  const figures = /(?:19|20)\d\d/.exec(written)?.[0];
  if (figures !== undefined) return Number(figures);
  const words = written.toLowerCase().replace(/\s+/g, ' ').trim();
  const century = /^(nineteen|twenty)(?: hundred)?(?:,? and)?[ -]+(?=\w)/.exec(words);
  if (century === null || words === 'nineteen hundred') {
    return words === 'nineteen hundred' ? 1900 : numberOf(words.replaceAll(',', ''));
  }
  const rest = numberOf(words.slice(century[0].length));
  return rest === undefined ? undefined : (century[1] === 'twenty' ? 2000 : 1900) + rest;
};
