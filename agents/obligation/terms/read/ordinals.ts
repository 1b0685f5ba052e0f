const ones = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ');
const teens =
  'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(' ');
const tens: Readonly<Record<string, number>> = {
  twent: 20,
  thirt: 30,
  fort: 40,
  fift: 50,
  sixt: 60,
  sevent: 70,
  eight: 80,
  ninet: 90,
};

const values: ReadonlyMap<string, number> = new Map([
  ...ones.map((word, index) => [word, index + 1] as const),
  ...teens.map((word, index) => [word, index + 10] as const),
  ...Object.entries(tens).flatMap(([stem, value]) => [
    [`${stem}ieth`, value] as const,
    ...ones.map((word, index) => [`${stem}y-${word}`, value + index + 1] as const),
  ]),
]);

const words = [...values.keys()].toSorted((a, b) => b.length - a.length).map((word) => word.replace('-', '[\\s-]'));

/** "fifth", "5th", "fifth (5th)", "5t h", "twenty-first": give what it matches to `ordinalOf`. */
export const ordinalPattern = `(?:(?:${words.join('|')})(?:\\s*\\(\\s*\\d{1,2}\\s?(?:s\\s?t|n\\s?d|r\\s?d|t\\s?h)?\\s*\\))?|\\d{1,2}\\s?(?:s\\s?t|n\\s?d|r\\s?d|t\\s?h))`;

/** Which one in a row an ordinal names; undefined for what is none. Where figures stand beside the word, they count. */
export const ordinalOf = (written: string): number | undefined => {
  const figures = /\d+/.exec(written)?.[0];
  if (figures !== undefined) return Number(figures);
  return values.get(written.trim().toLowerCase().replace(/\s+/g, '-'));
};
