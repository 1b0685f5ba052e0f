import type { Span } from '../../../core/text/span.ts';
import { holdsDays, type Phrase, phrasesIn } from './phrases.ts';
import { whenIn } from './when.ts';

/** What a clause says beside what is done. Offsets are those of the text that was read. */
export type Told = {
  readonly condition: string | undefined;
  readonly trigger: string | undefined;
  readonly when: readonly Span[];
  /** Everything above, where it stands. */
  readonly spans: readonly Span[];
};

/** Conditions, triggers and days in the stretches of one clause: where there are two, the first stands ahead of its subject. */
export const toldIn = (text: string, stretches: readonly Span[]): Told => {
  const when: Span[] = [];
  const phrases: Phrase[] = [];
  for (const [index, stretch] of stretches.entries()) {
    const days = whenIn(text, stretch.start, stretch.end);
    const own = phrasesIn(text, stretch, days, index === 0 && stretches.length > 1);
    const holding = own.filter((phrase) => holdsDays(text, phrase));
    when.push(...days.filter((day) => !holding.some(({ start, end }) => day.start > start && day.end <= end)));
    phrases.push(...own);
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
    .replace(/[\s,;:.]+(?:(?:and|or|but|then|the|each|such|any|either)\b\s*)*$/i, '')
    .trim();

export const both = (one: string | undefined, two: string | undefined): string | undefined =>
  one === undefined || two === undefined ? (one ?? two) : `${one}; ${two}`;
