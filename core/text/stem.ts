/**
 * The stem of an English word, by M. F. Porter's algorithm ("An algorithm for suffix stripping", Program 14 (3), 1980),
 * the one that the store's text index uses. Takes a folded word; a word with other letters than a to z is its own stem.
 */
export const stem = (word: string): string => {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const found = word.length < 3 || !/^[a-z]+$/.test(word) ? word : steps.reduce((rest, step) => step(rest), word);
  if (cache.size > 50_000) cache.clear();
  cache.set(word, found);
  return found;
};

const cache = new Map<string, string>();

/** The word as a pattern of c (consonant) and v (vowel); y is a vowel after a consonant. */
const shape = (word: string): string => {
  let pattern = '';
  for (const letter of word) {
    const vowel = 'aeiou'.includes(letter) || (letter === 'y' && pattern.endsWith('c'));
    pattern += vowel ? 'v' : 'c';
  }
  return pattern;
};

/** Porter's m: how many times a run of vowels is followed by one of consonants. */
const measure = (word: string): number => shape(word).match(/v+c+/g)?.length ?? 0;
const hasVowel = (word: string): boolean => shape(word).includes('v');
const endsDouble = (word: string): boolean => /([a-z])\1$/.test(word) && shape(word).endsWith('c');
const endsShort = (word: string): boolean => shape(word).endsWith('cvc') && !/[wxy]$/.test(word);

type Rule = readonly [suffix: string, replacement: string];

/** The first rule whose suffix fits decides; it applies where the rest has a measure above `least`. */
const byRules =
  (rules: readonly Rule[], least: number) =>
  (word: string): string => {
    const rule = rules.find(([suffix]) => word.endsWith(suffix));
    if (!rule) return word;
    const rest = word.slice(0, -rule[0].length);
    return measure(rest) > least ? rest + rule[1] : word;
  };

const plurals = (word: string): string => {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
};

const participles = (word: string): string => {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const rest = word.replace(/(?:ed|ing)$/, '');
  if (rest === word || !hasVowel(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (endsDouble(rest) && !/[lsz]$/.test(rest)) return rest.slice(0, -1);
  return measure(rest) === 1 && endsShort(rest) ? `${rest}e` : rest;
};

const finalY = (word: string): string =>
  word.endsWith('y') && hasVowel(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;

const rulesOf = (list: string): readonly Rule[] =>
  list.split(' ').map((pair) => {
    const [suffix = '', replacement = ''] = pair.split('>');
    return [suffix, replacement];
  });

const doubleSuffixes = byRules(
  rulesOf(
    'ational>ate tional>tion enci>ence anci>ance izer>ize bli>ble alli>al entli>ent eli>e ousli>ous ization>ize ation>ate ' +
      'ator>ate alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble logi>log',
  ),
  0,
);
const shortSuffixes = byRules(rulesOf('icate>ic ative> alize>al iciti>ic ical>ic ful> ness>'), 0);
const plainSuffixes = rulesOf('al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize');

const removeSuffix = (word: string): string => {
  if (/[st]ion$/.test(word)) return measure(word.slice(0, -3)) > 1 ? word.slice(0, -3) : word;
  return byRules(plainSuffixes, 1)(word);
};

const finalE = (word: string): string => {
  if (!word.endsWith('e')) return word;
  const rest = word.slice(0, -1);
  return measure(rest) > 1 || (measure(rest) === 1 && !endsShort(rest)) ? rest : word;
};

const finalL = (word: string): string => (word.endsWith('ll') && measure(word) > 1 ? word.slice(0, -1) : word);

const steps = [plurals, participles, finalY, doubleSuffixes, shortSuffixes, removeSuffix, finalE, finalL];
