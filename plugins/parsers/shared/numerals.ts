/** Numbers as lists show them; all functions take whole numbers from 1 on. */

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const MAX_ROMAN = 32_767;

/** In small letters; what is too large for anyone to read stays in digits. */
export const roman = (number: number): string => {
  if (number > MAX_ROMAN) return String(number);
  let rest = number;
  let result = '';
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) result += sign;
  }
  return result;
};

/** a … z, aa, ab, … as browsers count. */
export const letters = (number: number): string => {
  const rest = Math.floor((number - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(97 + ((number - 1) % 26));
};

const MAX_REPEATED = 30;

/** a … z, aa, bb, … as Word counts, over any alphabet. */
export const repeatedLetters = (number: number, alphabet: string): string => {
  const letter = alphabet.charAt((number - 1) % alphabet.length);
  return letter.repeat(Math.min(Math.floor((number - 1) / alphabet.length) + 1, MAX_REPEATED));
};
