import type { ReadDocument } from '../../../core/ports/detector.ts';
import type { Deadline } from '../model/deadline.ts';
import type { DutyReading } from '../model/reading.ts';
import { type DocumentTerms, type Term, type TermName, termNames } from '../model/terms.ts';
import { conventionsOf } from './read/conventions.ts';
import { readDeadline } from './read/read-deadline.ts';
import type { Holidays } from './resolve/holidays.ts';
import { resolveDeadline } from './resolve/resolve-deadline.ts';

/** What is known where a deadline is reckoned to be measured. */
export type Given = {
  readonly asOf: string;
  readonly timezone: string;
  /** Values of terms, by their names. */
  readonly terms: Readonly<Record<string, string>>;
  /** The day that a user gave for an event. */
  dayOf(event: string): string | undefined;
};

/** By when a duty is due, for whoever measures how well deadlines are read: with terms and days given by hand. */
export const measuredDeadline = (
  document: ReadDocument,
  duty: DutyReading,
  { asOf, timezone, terms, dayOf }: Given,
  holidays: Holidays,
): Deadline => {
  const stated = readDeadline(document, duty, conventionsOf(document, null));
  const event = stated.anchor?.event;
  const day = event === undefined ? undefined : dayOf(event);
  const facts = new Map(event === undefined || day === undefined ? [] : [[event, day]]);
  return resolveDeadline(stated, { terms: termsOf(document, terms), facts, asOf, timezone, holidays });
};

const termsOf = ({ documentId }: ReadDocument, values: Given['terms']): DocumentTerms => ({
  documentId,
  asOf: null,
  terms: Object.fromEntries(
    termNames.map((name): [TermName, Term] => [
      name,
      { name, value: values[name] ?? null, explanation: '', needs: null, evidence: [], confidence: 1 },
    ]),
  ) as Record<TermName, Term>,
  renewal: null,
  current: null,
  changes: [],
  parties: [],
});
