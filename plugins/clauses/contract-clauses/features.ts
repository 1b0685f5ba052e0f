import type { Passage } from '../../../core/document/passage.ts';
import { type Unit, unitsOf } from '../../../core/document/units.ts';
import type { Span } from '../../../core/text/span.ts';
import { followingRules, rules } from './rules.ts';

/** A unit as it stands in its document. Offsets are the document's. */
export type PlacedUnit = Span & {
  readonly passage: Passage;
  readonly text: string;
  readonly row: Unit['row'];
};

/** A unit with the names of the features that a linear model sees of it; a name may stand more than once. */
export type FeaturedUnit = PlacedUnit & { readonly features: readonly string[] };

export const placedUnits = (passage: Passage): readonly PlacedUnit[] =>
  unitsOf(passage).map(({ start, end, row }) => ({
    start: passage.charStart + start,
    end: passage.charStart + end,
    passage,
    text: passage.text.slice(start, end),
    row,
  }));

/** The features of all units of a document, one after another, so that the caller may rest between them. */
export function* featuredUnits(units: readonly PlacedUnit[]): Generator<FeaturedUnit> {
  const length = units.at(-1)?.end ?? 1;
  let before: readonly string[] = [];
  let own = wordsOf(units[0]?.text ?? '');
  let lines: readonly string[] = [];
  for (const [index, unit] of units.entries()) {
    const after = wordsOf(units[index + 1]?.text ?? '');
    const line = lineOf(unit.text);
    const features = [
      ...own.map((word) => `w:${word}`),
      ...pairs(own).map((pair) => `b:${pair}`),
      ...before.map((word) => `p:${word}`),
      ...ruled(line),
      ...following(line, lines),
      `at:${Math.min(9, Math.floor((unit.start / length) * 10))}`,
      `first:${index < 3 ? index : index < 10 ? 'few' : index < 30 ? 'many' : 'rest'}`,
    ];
    yield { ...unit, features };
    before = own;
    own = after;
    lines = [line, ...lines.slice(0, furthest - 1)];
  }
}

const word = /[a-z]+(?:['’][a-z]+)?|\d[\d,.]*\d|\d|[$€£%]/g;

/** Words in lower case; of numbers only their size. */
const wordsOf = (text: string): readonly string[] =>
  (text.toLowerCase().match(word) ?? []).map((each) =>
    /^\d/.test(each) ? `#${each.replace(/\D/g, '').length}` : each,
  );

const pairs = (words: readonly string[]): string[] => words.slice(1).map((each, index) => `${words[index]} ${each}`);

const patterns = Object.entries(rules).flatMap(([type, own]) =>
  own.map((pattern, index) => [`r:${type}:${index}`, pattern] as const),
);

const lineOf = (text: string): string => text.replace(/\s+/g, ' ');

const ruled = (line: string): string[] => patterns.flatMap(([name, pattern]) => (pattern.test(line) ? [name] : []));

const followers = Object.entries(followingRules).flatMap(([type, own]) =>
  own.map((rule, index) => [`r:${type}:after:${index}`, rule] as const),
);

const furthest = Math.max(...followers.map(([, { within }]) => within));

/** `before` are the lines before it, the nearest first. */
const following = (line: string, before: readonly string[]): string[] =>
  followers.flatMap(([name, { after, pattern, within }]) =>
    pattern.test(line) && before.slice(0, within).some((each) => after.test(each)) ? [name] : [],
  );

/** What a question says: its words and pairs of them, and runs of three to five letters in its words. */
export const questionFeatures = (text: string): readonly string[] => {
  const words = wordsOf(text);
  return [
    ...words.map((each) => `w:${each}`),
    ...pairs(words).map((pair) => `b:${pair}`),
    ...words.flatMap((each) => runs(` ${each} `)).map((run) => `c:${run}`),
  ];
};

const runs = (text: string): string[] =>
  [3, 4, 5].flatMap((length) =>
    Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length)),
  );
