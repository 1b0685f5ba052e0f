import type { Span } from '../../../core/text/span.ts';
import { type Phrase, phrasesIn } from './phrases.ts';
import { whenIn } from './when.ts';

/** What a clause says beside what is done. Offsets are those of the text that was read. */
export type Told = {
  readonly condition: string | undefined;
  readonly trigger: string | undefined;
  readonly when: readonly Span[];
  /** Everything above, where it stands. */
  readonly spans: readonly Span[];
};

export const nothingTold: Told = { condition: undefined, trigger: undefined, when: [], spans: [] };

/** Conditions, triggers and days in the stretches of one clause: what stands ahead of its subject, and its predicate. */
export const toldIn = (text: string, stretches: readonly Span[]): Told => {
  const when: Span[] = [];
  const phrases: Phrase[] = [];
  for (const { start, end } of stretches) {
    const days = whenIn(text, start, end);
    when.push(...days);
    phrases.push(...phrasesIn(text, start, end, days));
  }
  const words = (kind: Phrase['kind']): string | undefined => {
    const own = phrases.filter((phrase) => phrase.kind === kind).map(({ start, end }) => tidy(text.slice(start, end)));
    return own.length === 0 ? undefined : own.join('; ');
  };
  return { condition: words('condition'), trigger: words('trigger'), when, spans: [...phrases, ...when] };
};

const tidy = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/[\s,;:.]+(?:(?:and|or|but)\s*)?$/, '')
    .trim();

export const both = (one: string | undefined, two: string | undefined): string | undefined =>
  one === undefined || two === undefined ? (one ?? two) : `${one}; ${two}`;
