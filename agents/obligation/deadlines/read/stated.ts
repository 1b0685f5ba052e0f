import type { ReadDocument } from '../../../../core/ports/detector.ts';
import { noDeadline, type StatedDeadline } from '../../model/deadline.ts';
import type { Conventions } from './conventions.ts';

/** What a sentence says around the words that say by when. */
export type Circumstances = {
  readonly document: ReadDocument;
  readonly conventions: Conventions;
  /** The whole sentence, with the lead-in of its list. */
  readonly sentence: string;
  /** What sets the duty off, or on what condition it stands: what a length counts from that says nothing itself. */
  readonly trigger: string | undefined;
  readonly condition: string | undefined;
  readonly action: string;
};

/** A deadline of which the zone, the hour and assumptions are still to be said. */
export const stated = (
  kind: StatedDeadline['kind'],
  explanation: string,
  rest: Partial<StatedDeadline> = {},
): StatedDeadline => ({ ...noDeadline('UTC'), timezone: null, kind, explanation, ...rest });

/** "1st", "third", "twenty-fifth", "last", "penultimate" as a number, from the end where it is negative. */
export const ordinalOf = (written: string): number | undefined => {
  const figures = /\d{1,2}/.exec(written)?.[0];
  if (figures !== undefined) return Number(figures);
  const word = written.trim().toLowerCase().replace(/\s+/g, '-');
  if (word === 'last' || word === 'final') return -1;
  if (word === 'penultimate' || word === 'last-but-one' || word === 'second-last') return -2;
  const at = ordinals.indexOf(word);
  return at < 0 ? undefined : at + 1;
};

const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  );

/** For use within a larger pattern; give what it matches to `ordinalOf`. */
export const ordinalPattern = `(?:\\d{1,2}\\s?(?:st|nd|rd|th)\\b|(?:${ordinals
  .toReversed()
  .map((word) => word.replace('-', '[- ]'))
  .join(
    '|',
  )}|last\\s+but\\s+one|second[- ]last|last|final|penultimate)(?:\\s*\\(\\s*(?:\\d{1,2}(?:st|nd|rd|th)?)\\s*\\))?)`;
