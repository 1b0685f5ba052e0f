/** Steps between letters that have to be there before they say something about a language. */
const LEAST_STEPS = 80;
const LEAST_WORDS = 20;
/** No text was seen to hold more (docs/decisions/0008-recognition.md). */
const MOST_UNREADABLE = 0.08;
const MOST_MIXED = 0.2;
const MOST_JUMBLED = 0.3;
const LEAST_CHANGES = 0.58;
/** A page that reads so much like a language is one, however many codes and figures it lists. */
const READS_WELL = 0.65;

const UNREADABLE = /[\ufffd\p{Co}\p{Cn}\p{Cc}]/gu;
const VOWEL = /[aeiouyæœøı]/;
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u];

/** What of a page's words is suspicious. Each is a share, 0 to 1. */
export type LayerSigns = {
  /** Characters that stand for none: U+FFFD, private use, not assigned. */
  readonly unreadable: number;
  /** Words whose letters are of several alphabets. */
  readonly mixed: number;
  /** Words with signs inside, or with letters and figures. */
  readonly jumbled: number;
  /** Steps from letter to letter in Latin words that go from vowel to consonant or back; undefined with few letters. */
  readonly changes: number | undefined;
};

/**
 * Whether a page's words look as if the file's codes stood for other characters, as where a font has no table of them.
 * Part codes and tables of figures may look so too: what the page shows has to tell.
 */
export function looksLikeGarbage(words: readonly string[]): boolean {
  const { unreadable, mixed, jumbled, changes } = signsOf(words);
  if (unreadable >= MOST_UNREADABLE || (changes !== undefined && changes < LEAST_CHANGES)) return true;
  if (changes !== undefined && changes >= READS_WELL) return false;
  return words.length >= LEAST_WORDS && (mixed >= MOST_MIXED || jumbled >= MOST_JUMBLED);
}

function signsOf(words: readonly string[]): LayerSigns {
  const text = words.join('');
  const long = words.filter((word) => word.length > 1);
  const share = (of: (word: string) => boolean) => long.filter(of).length / Math.max(long.length, 1);
  return {
    unreadable: (text.match(UNREADABLE)?.length ?? 0) / Math.max(text.length, 1),
    mixed: share((word) => SCRIPTS.filter((script) => script.test(word)).length > 1),
    jumbled: share(isJumbled),
    changes: changesOf(words),
  };
}

function isJumbled(word: string): boolean {
  const core = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  // Rules and leaders are of one sign.
  if (core === '') return !/^(.)\1*$/u.test(word);
  return /[^\p{L}\p{M}\p{N}'’./,:&@_()\-–—]/u.test(core) || (/\p{L}/u.test(core) && /\p{N}/u.test(core));
}

/** In every language that is written with Latin letters, vowels and consonants take turns more often than not. */
function changesOf(words: readonly string[]): number | undefined {
  let steps = 0;
  let changes = 0;
  for (const word of words) {
    for (const run of word.match(/\p{Script=Latin}{3,}/gu) ?? []) {
      const plain = run.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
      for (let at = 1; at < plain.length; at++) {
        steps += 1;
        if (VOWEL.test(plain[at - 1] ?? '') !== VOWEL.test(plain[at] ?? '')) changes += 1;
      }
    }
  }
  return steps < LEAST_STEPS ? undefined : changes / steps;
}

/** Which part of the longer words that a layer says, the page shows, 0 to 1. */
export function agreement(says: readonly string[], shows: readonly string[]): number {
  const longer = (words: readonly string[]) =>
    words.map((word) => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')).filter((word) => word.length > 1);
  const shown = new Set(longer(shows));
  const said = longer(says);
  return said.length === 0 ? 0 : said.filter((word) => shown.has(word)).length / said.length;
}
