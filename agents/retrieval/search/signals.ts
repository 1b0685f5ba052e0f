import type { Passage } from '../../../core/document/passage.ts';
import { type Unit, unitsOf } from '../../../core/document/units.ts';
import { contentStems, isContent, keyOf, wordsOf } from '../../../core/text/words.ts';
import type { Term } from '../question/question.ts';
import type { WeighedQuestion } from '../question/weights.ts';
import { leadOf } from './lists.ts';

/** A sentence of a passage, read once for all questions about it. Offsets are within the passage's text. */
export type Sentence = Unit & {
  readonly text: string;
  /** Positions of each stem among the sentence's words. */
  readonly stems: ReadonlyMap<string, readonly number[]>;
  /** Words that carry meaning. */
  readonly content: number;
};

const readSentence = (text: string, { start, end, row }: Unit): Sentence => {
  const stems = new Map<string, number[]>();
  let content = 0;
  const own = text.slice(start, end);
  for (const [position, word] of wordsOf(own).entries()) {
    if (isContent(word.form)) content++;
    const key = keyOf(own, word);
    const positions = stems.get(key);
    if (positions) positions.push(position);
    else stems.set(key, [position]);
  }
  return { start, end, text: own, row, stems, content };
};

/** How well a term is matched: 1 by its own stem, less by a related word or one that begins alike, 0 not at all. */
export const matchTerm = (term: Term, stems: ReadonlyMap<string, unknown> | ReadonlySet<string>): number => {
  if (stems.has(term.stem)) return 1;
  if (term.proper) {
    for (const related of term.relatedStems) if (/^\d+$/.test(related) && stems.has(related)) return 1;
    return 0;
  }
  for (const related of term.relatedStems) if (stems.has(related)) return 0.6;
  if (term.stem.length < 5) return 0;
  const start = term.stem.slice(0, Math.max(5, Math.ceil(term.stem.length * 0.75)));
  for (const key of stems.keys()) if (key.length >= 5 && key.startsWith(start)) return 0.5;
  return 0;
};

export type SentenceSignals = {
  /** Share of the question, by weight, whose own stems the sentence has. */
  readonly exact: number;
  /** The same with related words counted in part. */
  readonly soft: number;
  /** Share matched by the sentence, the one before it, the lead-in of its list and the headings above. */
  readonly context: number;
  /** Share matched anywhere in the passage and its headings. */
  readonly passage: number;
  /** Neighbouring question words that stand near each other, by weight. */
  readonly near: number;
  /** 1 when it holds the kind of thing that is asked for, 0 when not, 0.5 when any sentence may answer. */
  readonly expected: number;
  /** 1 where it lacks that, but the next sentence goes on about it and has it; else 0. */
  readonly leads: number;
  /** Share of the question's names and numbers that are nowhere in the passage; 0 without any. */
  readonly strange: number;
  /** 1 for a fragment that states nothing, such as a heading. */
  readonly fragment: number;
  /** Share of the sentence's own words that are the question's. */
  readonly dense: number;
  /** Share of the words that name the asked thing, by weight, in the sentence, the one before it, its headings or its document's name. */
  readonly asked: number;
  /** Share of the question's telling words that are in none of these. */
  readonly lost: number;
  /**
   * 1 where the question says which one ("the third year", "2027") and the sentence is about others, or where it asks for
   * what is due and the sentence says what is taken off or added; else 0.
   */
  readonly rival: number;
  /** How many are, up to five: 0 to 1. */
  readonly kept: number;
  /** What the sentence before matches, where this one goes on about it ("It …", "This fee …", a word it introduced); else 0. */
  readonly follows: number;
};

export type PassageReading = {
  readonly sentences: readonly Sentence[];
  readonly stems: ReadonlySet<string>;
  readonly headings: ReadonlySet<string>;
  /** The headings and the names of the columns, which stand above a row as headings do. */
  readonly aboveRows: ReadonlySet<string>;
  /** The stems of the text and of all that stands above it. */
  readonly whole: ReadonlySet<string>;
};

type PassageText = Pick<Passage, 'text' | 'charStart' | 'rows' | 'columns' | 'headingPath'>;

export const readPassage = (passage: PassageText): PassageReading => {
  const sentences = unitsOf(passage).map((unit) => readSentence(passage.text, unit));
  const stems = new Set<string>();
  for (const sentence of sentences) for (const key of sentence.stems.keys()) stems.add(key);
  const headings = new Set(passage.headingPath.flatMap((heading) => contentStems(heading)));
  const aboveRows = passage.columns === undefined ? headings : headings.union(new Set(contentStems(passage.columns)));
  return { sentences, stems, headings, aboveRows, whole: aboveRows.size === 0 ? stems : stems.union(aboveRows) };
};

const noWords: ReadonlySet<string> = new Set();

/** The signals of every sentence of a passage for a question; `name` has the stems of the document's name. */
export const signalsOf = (
  question: WeighedQuestion,
  reading: PassageReading,
  name: ReadonlySet<string> = noWords,
): readonly SentenceSignals[] => {
  const { terms, weights } = question;
  const forms = formsOf(question);
  const inPassage = terms.map((term) => matchTerm(term, reading.whole));
  // What is nowhere in the passage need not be looked for in its parts: most terms of most passages.
  const matchesIn = (stems: ReadonlyMap<string, unknown> | ReadonlySet<string>): readonly number[] =>
    terms.map((term, index) => (inPassage[index] === 0 ? 0 : matchTerm(term, stems)));
  const inHeadings = matchesIn(reading.headings);
  const aboveRows = reading.aboveRows === reading.headings ? inHeadings : matchesIn(reading.aboveRows);
  const inName = terms.map((term) => matchTerm(term, name));
  const inSentences = reading.sentences.map((sentence) => matchesIn(sentence.stems));
  // What a follow-up carries over says which passage is meant, not which of its sentences.
  const asked = terms.map((term) => !term.carried);
  const over = (share: (index: number) => number, carried: boolean): number => {
    let sum = 0;
    let all = 0;
    for (const [index, weight] of weights.entries()) {
      if (!carried && !asked[index]) continue;
      all += weight;
      sum += weight * share(index);
    }
    return all === 0 ? 0 : sum / all;
  };
  const telling = terms.flatMap((term, index) => (term.carried || term.generic ? [] : [index]));
  // "2026-0417" is a number, and no year.
  const counted = telling.filter((index) => counting.exec(terms[index]?.text ?? '')?.[0] === terms[index]?.text);
  const proper = terms.flatMap((term, index) => (term.proper && !term.carried ? [index] : []));
  const shared = {
    passage: over((index) => inPassage[index] ?? 0, true),
    strange: proper.length === 0 ? 0 : proper.filter((index) => (inPassage[index] ?? 0) === 0).length / proper.length,
  };
  const heard = weights.reduce((sum, weight, index) => sum + (terms[index]?.asked ? weight : 0), 0);
  const holding = reading.sentences.map((sentence) => question.expectation.holds(sentence.text, forms));
  return reading.sentences.map((sentence, position) => {
    const matches = inSentences[position] ?? [];
    // A row says nothing about the row above it.
    const before = sentence.row === undefined ? inSentences[position - 1] : undefined;
    // Labels and what they stand for are all about one thing: an invoice's number, its date, its sum. So is a total.
    const ofAll = sentence.row === 'label' || (sentence.row === 'named' && total.test(sentence.text));
    const above = ofAll ? inPassage : sentence.row === 'named' ? aboveRows : inHeadings;
    // "(c) keep animals": what the whole list is about stands in its lead-in.
    const lead = inSentences[leadOf(reading.sentences, position) ?? -1];
    const around = matches.map((match, index) =>
      Math.max(match, 0.8 * Math.max(above[index] ?? 0, before?.[index] ?? 0, lead?.[index] ?? 0, inName[index] ?? 0)),
    );
    const holds = holding[position];
    const next = reading.sentences[position + 1];
    const told = weights.reduce(
      (sum, weight, index) => sum + (terms[index]?.asked ? weight * likelyMeant(around[index] ?? 0) : 0),
      0,
    );
    return {
      exact: over((index) => (matches[index] === 1 ? 1 : 0), false),
      soft: over((index) => matches[index] ?? 0, false),
      context: over((index) => Math.max(around[index] ?? 0, asked[index] ? 0 : 0.4 * (inPassage[index] ?? 0)), true),
      ...shared,
      near: nearness(question, sentence),
      expected: holds === undefined ? 0.5 : holds ? 1 : 0,
      leads: holds === false && next && holding[position + 1] && goesOn(sentence.text, next.text) ? 1 : 0,
      fragment: isFragment(sentence) || onlyNames(sentence, terms, matches) ? 1 : 0,
      asked: heard === 0 ? 0 : told / heard,
      lost: telling.length === 0 ? 0 : telling.filter((index) => around[index] === 0).length / telling.length,
      rival:
        (counted.length > 0 && counted.every((index) => matches[index] === 0) && counting.test(sentence.text)) ||
        question.expectation.strays(sentence.text)
          ? 1
          : 0,
      kept: Math.min(1, telling.filter((index) => (around[index] ?? 0) > 0).length / 5),
      follows:
        before && goesOn(reading.sentences[position - 1]?.text ?? '', sentence.text)
          ? over((index) => before[index] ?? 0, false)
          : 0,
      dense:
        sentence.content === 0
          ? 0
          : Math.min(1, matches.filter((match, index) => match > 0 && asked[index]).length / sentence.content),
    };
  });
};

/** A word that only may stand for the asked thing is seldom the thing itself: late charges are no interest. */
const likelyMeant = (match: number): number => (match >= 0.8 ? match : match / 3);

/** How a row begins that sums up the others. */
const total = /^\W*(?:grand |sub-?)?(?:totals?|balance|amount|sum)\b/i;

/** Says which one of several: an ordinal or a year. */
const counting = /\b(?:first|second|third|fourth|fifth|sixth|[12]\d{3})\b/i;

const isFragment = ({ text, content, row }: Sentence): boolean =>
  row === undefined &&
  (!/\p{Ll}/u.test(text) ||
    (content < 5 && !/[.!?;:]["”’)]*$/u.test(text) && !/\d/u.test(text.replace(/^[\d.()]+\s/u, ''))));

/**
 * Whether a label's value is the very number that the question names something by: "Invoice no. NMS-2026-0417" says
 * which invoice it is, and nothing of it.
 */
const onlyNames = ({ row }: Sentence, terms: readonly Term[], matches: readonly number[]): boolean =>
  row === 'label' && terms.some(({ proper, form }, index) => proper && matches[index] === 1 && /\d{3}/.test(form));

/** The words of the question as they are compared, read once for all passages. */
const formsOf = (question: WeighedQuestion): ReadonlySet<string> => {
  const known = forms.get(question);
  if (known) return known;
  const found = new Set(wordsOf(question.text).map((word) => word.form));
  forms.set(question, found);
  return found;
};

const forms = new WeakMap<WeighedQuestion, ReadonlySet<string>>();

/** Whether a sentence begins with a word that stands for something in the sentence before. */
export const refersBack = (sentence: string): boolean => backReference.test(sentence) && !definedTerm.test(sentence);

/** Whether a sentence goes on about the one before: it refers to it, or uses a word that was introduced there. */
export const goesOn = (before: string, sentence: string): boolean =>
  refersBack(sentence) ||
  [...before.matchAll(/\(["“]([^"“”]{2,40})["”]\)|\((?:the|each,? an?|an?) ["“]([^"“”]{2,40})["”]\)/gu)].some(
    ([, plain, article]) => sentence.includes(plain ?? article ?? '\0'),
  );

/** "This Lease …": a contract's own word, which needs nothing before it. */
const definedTerm = /^["“(]?\p{L}+\s+\p{Lu}/u;

const backReference =
  /^["“(]?(?:it|its|he|his|she|her|they|their|them|this|that|these|those|such|there|both|one|the (?:same|latter|former|second|other)|another|a (?:second|third|further)|however|but|then|some)\b/i;

/** Words that lie at most so far apart count as standing together. */
const nearWords = 6;

const nearness = ({ pairs, terms, weights }: WeighedQuestion, sentence: Sentence): number => {
  let found = 0;
  let all = 0;
  for (const [left, right] of pairs) {
    const weight = (weights[left] ?? 0) + (weights[right] ?? 0);
    all += weight;
    const first = positionsOf(terms[left], sentence);
    const second = positionsOf(terms[right], sentence);
    if (first.some((a) => second.some((b) => Math.abs(a - b) <= nearWords))) found += weight;
  }
  return all === 0 ? 0 : found / all;
};

const positionsOf = (term: Term | undefined, sentence: Sentence): readonly number[] => {
  if (!term) return [];
  return [term.stem, ...(term.proper ? [] : term.relatedStems)].flatMap((key) => sentence.stems.get(key) ?? []);
};
