import type { Anchor } from '../../model/deadline.ts';
import type { DocumentTerms, Facts, TermName } from '../../model/terms.ts';
import { termNames } from '../../model/terms.ts';

/** An anchor with its day, where it is known, and how it is told. */
export type Dated = {
  readonly anchor: Anchor;
  /** "expiration 2027-03-01 (effective 2024-03-01 + 3 years)". */
  readonly words: string;
  readonly needs: string | null;
};

const called: Partial<Record<TermName, string>> = {
  agreementDate: 'agreement',
  effectiveDate: 'effective',
  expirationDate: 'expiration',
  noticeDeadline: 'last day for notice',
};
/** The names under which a user gives the day of a term. */
const given: Partial<Record<TermName, string>> = {
  agreementDate: 'agreement date',
  effectiveDate: 'effective date',
  expirationDate: 'expiration date',
};

const isTerm = (name: string): name is TermName => termNames.some((each) => each === name);
const isDay = (value: string | null | undefined): value is string => /^\d{4}-\d\d-\d\d$/.test(value ?? '');

/** What the user said of an event, whichever article it was named with. */
export const factOf = (facts: Facts, event: string): string | undefined => {
  const plain = bare(event);
  for (const [name, day] of facts) if (bare(name) === plain && isDay(day)) return day;
  return undefined;
};

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:the|a|an|its|this|such|any)\s+/, '');

/**
 * The day of an anchor: what the user said before what the terms come to. The expiration is that of the period that runs,
 * and what is counted back from it is counted from its last whole day.
 */
export const dateAnchor = (
  anchor: Anchor,
  terms: DocumentTerms | undefined,
  facts: Facts,
  side: 'before' | 'after' = 'after',
): Dated => {
  const said = factOf(facts, anchor.event);
  if (said !== undefined) {
    return {
      anchor: { ...anchor, date: said, source: 'user' },
      words: `${anchor.event} ${said} (as you said)`,
      needs: null,
    };
  }
  if (anchor.term !== null && isTerm(anchor.term)) return ofTerm(anchor, anchor.term, terms, facts, side);
  if (anchor.date === null) return { anchor, words: anchor.event, needs: anchor.event };
  return {
    anchor,
    words: anchor.event.includes(anchor.date) ? anchor.event : `${anchor.event} (${anchor.date})`,
    needs: null,
  };
};

const ofTerm = (
  anchor: Anchor,
  name: TermName,
  terms: DocumentTerms | undefined,
  facts: Facts,
  side: 'before' | 'after',
): Dated => {
  const label = called[name] ?? anchor.event;
  const told = given[name] === undefined ? undefined : factOf(facts, given[name]);
  if (told !== undefined) {
    return { anchor: { ...anchor, date: told, source: 'user' }, words: `${label} ${told} (as you said)`, needs: null };
  }
  const current = name === 'expirationDate' ? terms?.current : null;
  if (current != null) {
    const date = side === 'before' ? current.lastDay : current.ends;
    const words =
      current.renewals === 0
        ? withArithmetic(label, date, terms?.terms[name].explanation ?? '')
        : `${label} ${date} (${current.explanation})`;
    return { anchor: { ...anchor, date, source: 'terms' }, words, needs: null };
  }
  const term = terms?.terms[name];
  const day = term?.value ?? null;
  if (isDay(day)) {
    const words = withArithmetic(label, day, term?.explanation ?? '');
    return { anchor: { ...anchor, date: day, source: 'terms' }, words, needs: null };
  }
  // A day that somebody gave by hand stays where the terms have none.
  if (anchor.date !== null && anchor.source === 'user')
    return { anchor, words: `${label} ${anchor.date}`, needs: null };
  const open: Anchor = { ...anchor, date: null, source: 'unknown' };
  if (day === 'perpetual')
    return { anchor: open, words: `${label}: goes on until somebody ends it`, needs: anchor.event };
  return { anchor: open, words: label, needs: term?.needs ?? given[name] ?? anchor.event };
};

/** "expiration 2027-03-01 (effective 2024-03-01 + 3 years)": how a term was reckoned, where it was. */
const withArithmetic = (label: string, day: string, explanation: string): string => {
  const how = explanation.replace(new RegExp(` = ${day}$`), '');
  return `${label} ${day}${/\s[+−]\s|last whole day/.test(how) ? ` (${how})` : ''}`;
};
