import { stem } from '../../../core/text/stem.ts';
import { isContent, isInitials, keyOf, type Word, wordsOf } from '../../../core/text/words.ts';
import { askedThing } from './asked-thing.ts';
import { type Expectation, expectationOf } from './expected.ts';
import { isGeneric } from './generic.ts';
import { relatedWords } from './synonyms.ts';
import type { QueryType } from './types.ts';

/** A word of the question that says what it is about. */
export type Term = {
  /** As it stands in the question. */
  readonly text: string;
  /** Place in the question. */
  readonly start: number;
  readonly end: number;
  readonly form: string;
  /** What it is compared by: its stem, or the capitals of initials such as "IT". */
  readonly stem: string;
  /** A name or a number: nothing else can stand for it. */
  readonly proper: boolean;
  /** Taken over from the question before: it says what is meant, but need not be in the answer. */
  readonly carried: boolean;
  /** It names, or helps to name, the thing that is asked for. */
  readonly asked: boolean;
  /** It follows "my" or "our": something that the asker has. */
  readonly owned: boolean;
  /** A name, a figure or a noun, as far as its place in the question shows: worth naming when it is missing. */
  readonly telling: boolean;
  /** Too common in questions to say what they are about: "weeks", "want". */
  readonly generic: boolean;
  /** Words that may stand for it, and their stems. */
  readonly related: readonly string[];
  readonly relatedStems: ReadonlySet<string>;
};

export type Question = {
  readonly text: string;
  readonly type: QueryType;
  readonly expectation: Expectation;
  readonly terms: readonly Term[];
  /** Neighbouring terms, as positions in `terms`. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Words in quotation marks: they must stand together. */
  readonly phrases: readonly (readonly string[])[];
  /** It asks about the document as such (its kind, parties, date), which its first lines say. */
  readonly opening: boolean;
  /** What the conversation was about last. */
  readonly focus: readonly PassagePlace[];
};

/** The best quote of the turn before: its passage's index, and its offsets in the document. */
export type PassagePlace = {
  readonly documentId: string;
  readonly index: number;
  readonly start: number;
  readonly end: number;
};

/** Reads a question; `topic` is the question that a follow-up leans on. */
export const readQuestion = (text: string, topic?: Question, focus: readonly PassagePlace[] = []): Question => {
  const words = wordsOf(text);
  const content = words.filter((word) => isContent(word.form) || isInitials(text, word));
  const asked = new Set(askedThing(text));
  // "Who will it be?" has nothing but function words: better those than nothing to look for.
  const own = unique((content.length > 0 ? content : words).map((word) => termOf(text, word, words, asked)));
  const type = queryType(text);
  const known = new Set(own.map((term) => term.stem));
  const carried = (topic?.terms ?? [])
    .filter((term) => !known.has(term.stem))
    .map((term) => ({ ...term, carried: true, asked: false }));
  return {
    text,
    type,
    expectation: expectationOf(type, text.replaceAll('’', "'")),
    terms: [...own, ...carried],
    pairs: own.slice(1).map((_, index) => [index, index + 1] as const),
    phrases: [...text.matchAll(/["“”«]([^"“”»]{3,80})["“”»]/gu)]
      .map((match) => wordsOf(match[1] ?? '').map((word) => word.form))
      .filter((phrase) => phrase.length > 1),
    opening: opening.test(text),
    focus,
  };
};

const opening =
  /\b(?:part(?:y|ies) to\b|parties\b.*\b(?:agreement|contract|lease)\b|signed\b|dated\b|executed\b|(?:kind|type|sort) of (?:agreement|contract|document|paper)\b|take effect\b|effective date\b|commencement\b|between whom\b|title of\b)|^who (?:is|are) (?:the|our|my) [\p{L}-]+\s*\??$/iu;

const termOf = (text: string, word: Word, words: readonly Word[], asked: ReadonlySet<string>): Term => {
  const written = text.slice(word.start, word.end);
  const initialed = isInitials(text, word);
  const related = initialed ? [] : relatedWords(word.form);
  // Titles such as "Cap On Liability" capitalize everything: that says nothing.
  const titled =
    words.length > 3 && words.filter((other) => /^\p{Lu}/u.test(text.slice(other.start))).length > words.length * 0.7;
  return {
    text: written.replace(/['’]s?$/u, ''),
    start: word.start,
    end: word.end,
    form: word.form,
    stem: keyOf(text, word),
    // "IT" says what a document is about, and seldom stands in each of its passages as a name does.
    proper:
      /\d/.test(written) ||
      ordinal.test(word.form) ||
      (!initialed && /^\p{Lu}/u.test(written) && word !== words[0] && !titled),
    carried: false,
    asked: asked.has(word.form),
    owned: isOwned(word, words),
    telling: asked.has(word.form) || (!isGeneric(stem(word.form)) && !isVerbOrAdverb(word, words)),
    generic: !asked.has(word.form) && isGeneric(stem(word.form)),
    related,
    relatedStems: new Set(related.map(stem)),
  };
};

const ordinal = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/;

const beforeVerb =
  /^(?:i|we|you|they|he|she|it|who|to|not|can|could|may|might|must|shall|should|will|would|do|does|did|and|or|if|when|been|be|has|have|had|is|are|was|were)$/;

/** Whether a word is likely a verb, a participle or an adverb, by what stands before it and how it ends. */
const isVerbOrAdverb = (word: Word, words: readonly Word[]): boolean => {
  const before = words[words.indexOf(word) - 1]?.form ?? '';
  const after = words[words.indexOf(word) + 1]?.form ?? '';
  return (
    /ly$/.test(word.form) ||
    // "… helicopters cross the river"
    (isContent(before) && /^(?:the|a|an|my|our|your|their)$/.test(after)) ||
    (beforeVerb.test(before) && !/^\p{Lu}|\d/u.test(word.form)) ||
    /(?:ed|ing)$/.test(word.form)
  );
};

/** Whether a word stands after "my" or "our" with nothing but content words between. */
const isOwned = (word: Word, words: readonly Word[]): boolean => {
  let at = words.indexOf(word) - 1;
  while (at >= 0 && isContent(words[at]?.form ?? '')) at--;
  return /^(?:my|our)$/.test(words[at]?.form ?? '');
};

const unique = (terms: readonly Term[]): Term[] => {
  const seen = new Set<string>();
  return terms.filter((term) => !seen.has(term.stem) && seen.add(term.stem));
};

const auxiliary =
  /^(?:is|are|was|were|am|be|been|do|does|did|can|could|may|might|must|shall|should|will|would|has|have|had)$/;

const patterns: readonly (readonly [QueryType, RegExp])[] = [
  [
    'how-long',
    /\bhow (?:long|soon|quickly|often|far ahead|early)\b|\bwithin (?:what|which) time\b|\b(?:what|which) notice\b|\bhow much (?:notice|time)\b|\bwhat (?:is the )?(?:duration|length|notice period)\b|\bfor how long\b|\bhow many (?:days|weeks|months|years|hours)\b/,
  ],
  [
    'how-much',
    /\bhow (?:much|expensive|high a fee)\b|\bwhat (?:is|are|was|were) the (?:price|cost|fee|fees|rent|amount|salary|rate|deposit)\b|\bat what (?:amount|price|rate)\b|\bby how much\b|\bwhat (?:\w+ )?(?:interest|rate)\b|\bwhat (?:is|are|was) (?:paid|charged)\b|\bwhat (?:do|does|did|will|would) .{1,60}\b(?:cost|pay|earn|charge)\b|\bwhat (?:amount|price|sum|percentage)\b/,
  ],
  [
    'how-many',
    /\bhow many\b|\bwhat (?:number|proportion|share|fraction)\b|\bhow (?:old|tall|high|deep|wide|far|heavy|fast|large|big|hot|cold)\b/,
  ],
  ['when', /\bwhen\b|\b(?:what|which) (?:year|date|day|month|century|decade|time)s?\b|\bby what date\b|\bdate\?*$/],
  ['who', /\b(?:who|whom|whose)\b|\bwhich (?:party|person|company|parties)\b|\bwhat (?:person|company)\b/],
  [
    'where',
    /\bwhere\b|\b(?:what|which) (?:city|country|state|place|town|region|law|court|jurisdiction)\b|\bwhich (?:state's|country's)/,
  ],
  ['why', /\bwhy\b|\bfor what reason\b|\bwhat (?:caused|causes|is the reason)\b/],
  [
    'definition',
    /\bwhat (?:does|do|did) .{1,60} mean\b|\b(?:definition|meaning) of\b|\bdefine\b|\bhow is .{1,60} defined\b/,
  ],
  [
    'list',
    /^(?:list|name|enumerate)\b|\bwhat are (?:all|the)\b|\bwhich (?:things|kinds|types|items)\b|\bwhat (?:kinds|types|exceptions|licen[cs]es|documents|insurance)\b/,
  ],
  ['how', /^how\b/],
  ['fact', /\b(?:what|which)\b/],
];

/** "Show me …", "List …": a question, whatever it ends with. */
const bidding =
  /^(?:please|list|name|enumerate|show|tell|give|find|explain|describe|state|highlight|check|look|quote|let|say|define|compare|summari[sz]e|identify)$/;
const asking = /^(?:who|whom|whose|what|which|when|where|why|how)$/;
const personal =
  'the|a|an|my|our|your|their|his|her|its|this|that|these|those|we|i|you|they|he|she|it|there|each|either';
/** "What is the rent", not "What is said in a meeting is secret". */
const inverted = new RegExp(
  `^(?:\\p{L}+ )?(?:who|whom|whose|what|which|when|where|why|how)(?: \\p{L}+){0,2}? (?:is|are|was|were|do|does|did|can|could|may|might|must|shall|should|will|would|has|have|had) (?:${personal})\\b`,
  'u',
);
const finite =
  /\b(?:is|are|was|were|do|does|did|can|cannot|could|may|might|must|shall|should|will|would|has|have|had|needs?)\b/;

/** Whether it says that something is so, for somebody to check, and asks nothing. */
const isStatement = (lower: string, first: string): boolean => {
  if (lower.endsWith('?') || bidding.test(first) || inverted.test(lower)) return false;
  const words = lower.split(/\s+/);
  if (lower.endsWith('.')) return words.length > 3 || (words.length > 2 && finite.test(lower));
  return words.length > 4 && finite.test(lower) && !words.slice(0, 3).some((word) => asking.test(word));
};

/** The type of a question, by its wording alone. */
export const queryType = (text: string): QueryType => {
  const lower = text.toLowerCase().replaceAll('’', "'").trim();
  const first = /^(?:and |but |so |also |then |,)*([\p{L}']+)/u.exec(lower)?.[1] ?? '';
  if (auxiliary.test(first)) return 'yes-no';
  if (isStatement(lower, first)) return 'statement';
  for (const [type, pattern] of patterns) if (pattern.test(lower)) return type;
  return lower.endsWith('?') ? 'fact' : 'clause';
};
