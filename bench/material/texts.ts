import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sentenceSpans } from '../../core/text/sentences.ts';
import { createRandom, type Random } from './random.ts';

const tuning = path.resolve(import.meta.dirname, '../../eval/tuning');
const FOLDERS = ['general/documents', 'general/held-out', 'contracts/documents'];

/** Characters of a passage, about what the chunker makes. */
const PASSAGE = 800;
/** One word in so many is an invented one, so that the vocabulary grows with the collection as a real one does. */
const INVENTED_EVERY = 12;
const INVENTED_WORDS = 60_000;

/** Sentences of our own texts: articles and contracts. */
const readSentences = (): string[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(path.join(tuning, folder))
      .sort()
      .flatMap((name) => {
        const text = readFileSync(path.join(tuning, folder, name), 'utf8');
        return sentenceSpans(text).map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));
      }),
  ).filter((sentence) => sentence.length > 20);

/** Made from real sentences, in another order and with invented words among theirs; the same in each run. */
export type TextSource = {
  passage(): string;
  /** About so many characters, in paragraphs. */
  document(characters: number): string;
};

export const createTexts = (seed: number): TextSource => {
  const random = createRandom(seed);
  const sentences = readSentences();
  const passage = (): string => {
    const parts: string[] = [];
    for (let length = 0; length < PASSAGE - 80; ) {
      const sentence = withInvented(random, random.pick(sentences));
      parts.push(sentence);
      length += sentence.length + 1;
    }
    return parts.join(' ').slice(0, PASSAGE);
  };
  return {
    passage,
    document: (characters) => Array.from({ length: Math.ceil(characters / PASSAGE) }, passage).join('\n\n'),
  };
};

/** Questions that people wrote about the sentences' documents. */
export const readQuestions = (count: number): string[] => {
  const all = ['general', 'contracts'].flatMap((corpus) =>
    readFileSync(path.join(tuning, corpus, 'queries.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => String((JSON.parse(line) as { text: unknown }).text)),
  );
  const random = createRandom(7);
  return Array.from({ length: count }, () => random.pick(all));
};

const withInvented = (random: Random, sentence: string): string =>
  sentence
    .split(' ')
    .map((word) => (random.below(INVENTED_EVERY) === 0 ? inventedWord(random) : word))
    .join(' ');

const SYLLABLES =
  'ba be bo da de do fa ga go ka ke la le lo ma mi mo na ne no pa po ra re ri sa se so ta te to va vi zu'.split(' ');

/** The lower its rank the more often a word is drawn, as in a language. */
const inventedWord = (random: Random): string => {
  let rank = Math.floor(random.next() ** 3 * INVENTED_WORDS) + SYLLABLES.length ** 2;
  let word = '';
  while (rank > 0) {
    word += SYLLABLES[rank % SYLLABLES.length];
    rank = Math.floor(rank / SYLLABLES.length);
  }
  return word;
};
