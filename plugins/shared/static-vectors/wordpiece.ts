/**
 * The tokenizer of uncased BERT models: Unicode clean-up, lower case without accents, words, then the longest
 * pieces that the vocabulary has. Gives the ids that the Python tokenizer gives, without [CLS] and [SEP];
 * the names of special tokens in a text are ordinary text here.
 */
export type WordPiece = (text: string) => number[];

const UNKNOWN = '[UNK]';
const LONGEST_WORD = 100;
/** Words whose pieces are remembered. Text repeats its words, so most are looked up once. */
const REMEMBERED_WORDS = 50_000;

const PLAIN = /^[\t\n\r -~]*$/;
const DROPPED = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD]/gu;
const IDEOGRAPH =
  /[\u4E00-\u9FFF\u3400-\u4DBF\u{20000}-\u{2A6DF}\u{2A700}-\u{2B73F}\u{2B740}-\u{2B81F}\u{2B920}-\u{2CEAF}\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/gu;
const PLAIN_WORDS = /[a-z0-9]+|[!-/:-@[-`{-~]/g;
const WORDS = /[\p{P}$+<=>^`|~]|[^\p{P}$+<=>^`|~\s\u0085]+/gu;

const normalize = (text: string): string =>
  text
    .replace(/[\t\n\r]/g, ' ')
    .replace(DROPPED, '')
    .replace(IDEOGRAPH, ' $& ')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    // Lower case depends on the neighbours for this one letter in JavaScript, and does not in the tokenizer.
    .replaceAll('Σ', 'σ')
    .toLowerCase();

const splitWords = (text: string): readonly string[] =>
  (PLAIN.test(text) ? text.toLowerCase().match(PLAIN_WORDS) : normalize(text).match(WORDS)) ?? [];

/** `vocabulary` holds a token's id by its text; pieces that continue a word begin with "##". */
export const createWordPiece = (vocabulary: ReadonlyMap<string, number>): WordPiece => {
  const unknown = vocabulary.get(UNKNOWN) ?? 0;
  const remembered = new Map<string, readonly number[]>();

  const pieces = (word: string): readonly number[] => {
    // The limit counts characters, not UTF-16 units.
    if (word.length > LONGEST_WORD && [...word].length > LONGEST_WORD) return [unknown];
    const ids: number[] = [];
    for (let start = 0; start < word.length; ) {
      let end = word.length;
      let id: number | undefined;
      for (; end > start; end--) {
        const piece = word.slice(start, end);
        id = vocabulary.get(start === 0 ? piece : `##${piece}`);
        if (id !== undefined) break;
      }
      if (id === undefined) return [unknown];
      ids.push(id);
      start = end;
    }
    return ids;
  };

  return (text) => {
    const ids: number[] = [];
    for (const word of splitWords(text)) {
      let known = remembered.get(word);
      if (known === undefined) {
        known = pieces(word);
        if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
        remembered.set(word, known);
      }
      for (const id of known) ids.push(id);
    }
    return ids;
  };
};
