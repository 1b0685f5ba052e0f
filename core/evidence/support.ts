import { stem } from '../text/stem.ts';
import { isContent, wordsOf } from '../text/words.ts';

/** Share of a claim's words that its quotes must hold. */
const leastShared = 0.5;
/** Words after a negation that it is taken to reach. */
const reach = 5;

const numerals: Readonly<Record<string, string>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, String(value)])
    .concat([
      ['thirty', '30'],
      ['forty', '40'],
      ['fifty', '50'],
      ['sixty', '60'],
      ['seventy', '70'],
      ['eighty', '80'],
      ['ninety', '90'],
    ]),
);

const negations = new Set(['not', 'no', 'never', 'neither', 'nor', 'cannot', 'none', 'without', 'nobody', 'nothing']);

/**
 * Whether quotes can bear a claim: they have its numbers and names and at least half of its words, and no word is
 * denied in one and affirmed in the other. It cannot prove a claim; it stops a true quote from carrying a foreign one.
 */
export const supports = (claim: string, quotes: readonly string[], question: string): boolean => {
  const quoted = read(quotes.join('\n'));
  const claimed = read(claim);
  const asked = read(question);
  const words = [...claimed.stems];
  if (words.length === 0) return false;
  if ([...claimed.numbers].some((number) => !quoted.numbers.has(number))) return false;
  if ([...claimed.names].some((name) => !quoted.all.has(name) && !asked.all.has(name))) return false;
  if (words.filter((word) => quoted.stems.has(word)).length < leastShared * words.length) return false;
  return words.every((word) => !quoted.stems.has(word) || agrees(word, claimed, quoted));
};

const agrees = (word: string, claimed: Reading, quoted: Reading): boolean => {
  const denied = claimed.denied.has(word);
  return denied ? quoted.denied.has(word) : !quoted.denied.has(word) || quoted.affirmed.has(word);
};

type Reading = {
  readonly all: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** Stems within reach of a negation, and stems that stand out of it somewhere. */
  readonly denied: ReadonlySet<string>;
  readonly affirmed: ReadonlySet<string>;
};

const read = (text: string): Reading => {
  const reading = {
    all: new Set<string>(),
    stems: new Set<string>(),
    numbers: new Set<string>(),
    names: new Set<string>(),
    denied: new Set<string>(),
    affirmed: new Set<string>(),
  };
  let left = 0;
  let before = 0;
  for (const { start, end, form } of wordsOf(text)) {
    // A negation does not reach over the end of a clause.
    if (/[.;:!?\n]/.test(text.slice(before, start))) left = 0;
    const sentenceStart = before === 0 || /[.!?:\n"“(]\s*$/.test(text.slice(before, start));
    const written = text.slice(start, end);
    reading.all.add(form);
    const number =
      numerals[form] ?? (/^\d/.test(form) ? form.replace(/,(?=\d{3})/g, '').replace(/\.0+$/, '') : undefined);
    if (number !== undefined) reading.numbers.add(number);
    else if (/^\p{Lu}/u.test(written) && !sentenceStart && isContent(form)) reading.names.add(form);
    if (negations.has(form) || form.endsWith("n't")) left = reach;
    else {
      if (isContent(form)) {
        const key = stem(form);
        reading.stems.add(key);
        (left > 0 ? reading.denied : reading.affirmed).add(key);
      }
      left--;
    }
    before = end;
  }
  return reading;
};
