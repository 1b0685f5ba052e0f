/** First elements of compounds that keep their hyphen when the line ends there: "non-compete", "third-party". */
const FIRST_ELEMENTS = new Set(
  `after all anti arm best built buy case cease class co cost cross day double end fair first five follow force four full
  good half hard high hold know large last lead license long loss low lump market mid month multi mutually near net non
  off one open over paid pay point post price public quasi real royalty second self semi short single six start tax ten
  third three through time top two ultra vice well wholly work write year`.split(/\s+/),
);

/** What cannot stand alone, so that a hyphen before it only parts a word: "pay-ment", "state-ments". */
const SUFFIX =
  /^(ments?|[st]?ions?|ings?|ed|ers?|ors?|ly|ness|ity|ities|al|ally|ages?|ances?|ences?|ants?|ents?|ables?|ibles?|ized?|ists?|ive|ively|ure|ures|ous|ful|fully|less|hood|ship)$/;

/** What becomes of a hyphen at the end of a line: dropped ("agree-ment"), or kept without a space ("non-compete"). */
export type HyphenRule = (before: string, after: string) => 'join' | 'keep';

/**
 * Decides from the document's own words first: a word that it writes in one piece, or with the hyphen inside a line,
 * is written so here too. Only then by the first element. Figures, capitals and further hyphens keep the hyphen.
 */
export function hyphenRule(wordsInsideLines: Iterable<string>): HyphenRule {
  const known = new Set<string>();
  for (const word of wordsInsideLines) known.add(bare(word));
  return (before, after) => {
    const first = bare(before);
    const second = bare(after);
    if (!/^\p{L}{2,}$/u.test(first) || !/^\p{L}{2,}/u.test(second)) return 'keep';
    const shouting = before === before.toUpperCase() && after === after.toUpperCase();
    if (!shouting && !/^\p{Ll}/u.test(after)) return 'keep';
    if (known.has(`${first}-${second}`)) return 'keep';
    if (known.has(first + second) || SUFFIX.test(second)) return 'join';
    return FIRST_ELEMENTS.has(first) || (known.has(first) && known.has(second)) ? 'keep' : 'join';
  };
}

const bare = (word: string): string => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
