import type { Deadline, StatedDeadline } from '../../model/deadline.ts';
import type { DocumentTerms, Facts } from '../../model/terms.ts';
import { isoDuration } from '../../terms/reckon/calendar.ts';
import { needOf } from '../read/anchor.ts';
import { dateAnchor } from './anchors.ts';
import { countFrom, rolled } from './count.ts';
import type { Holidays } from './holidays.ts';
import { dueDays, namesItsDays, withDaysOf } from './recurrence.ts';

/** What a deadline is resolved against. */
export type Resolving = {
  /** As of the same day: renewals move the expiration. */
  readonly terms: DocumentTerms | undefined;
  /** What the user said of events, by name. */
  readonly facts: Facts;
  /** The day it is, ISO 8601: of what recurs, the next from then on. */
  readonly asOf: string;
  /** The reader's, IANA, where the document names none. */
  readonly timezone: string;
  readonly holidays: Holidays;
};

/**
 * A deadline with its day as of a day, or with what must be known first. Give it what the document
 * states, not what was resolved before: that holds the terms of then. Pure.
 */
export const resolveDeadline = (stated: StatedDeadline, resolving: Resolving): Deadline => {
  const { notes = [], roll, afterAnchor: _, ...rest } = stated;
  const deadline: Deadline = { ...rest, timezone: stated.timezone ?? resolving.timezone };
  switch (stated.kind) {
    case 'none':
      return deadline;
    case 'absolute':
      return told(moved(absolute(deadline, resolving), roll, resolving.holidays), notes);
    case 'relative':
      return told(moved(relative(deadline, resolving), roll, resolving.holidays), notes);
    case 'recurring':
      return told(recurring(stated, deadline, resolving), notes);
  }
};

type Reckoned = { readonly deadline: Deadline; readonly notes: readonly string[] };

const told = ({ deadline, notes }: Reckoned, more: readonly string[]): Deadline => {
  const all = [...new Set([...notes, ...more])];
  return all.length === 0 ? deadline : { ...deadline, explanation: `${deadline.explanation} (${all.join('; ')})` };
};

/** A day that was doubtful may have been told: "03/04/2025" under its own words. */
const absolute = (deadline: Deadline, { facts }: Resolving): Reckoned => {
  if (deadline.date !== null || deadline.needs === null) return { deadline: { ...deadline, needs: null }, notes: [] };
  const told = facts.get(deadline.needs.toLowerCase());
  if (told === undefined) return { deadline, notes: [] };
  return {
    deadline: { ...deadline, date: told, needs: null, explanation: `${deadline.explanation}: ${told} (as you said)` },
    notes: [],
  };
};

const relative = (deadline: Deadline, { terms, facts, holidays }: Resolving): Reckoned => {
  const { anchor, offset, calendar } = deadline;
  if (anchor === null || offset === null) return { deadline, notes: [] };
  const dated = dateAnchor(anchor, terms, facts, offset.direction);
  if (dated.anchor.date === null) {
    return {
      deadline: { ...deadline, anchor: dated.anchor, date: null, needs: needOf(dated.needs ?? anchor.event) },
      notes: [],
    };
  }
  const own = noticeOf(deadline, terms, dated.anchor.source === 'user');
  if (own !== undefined) return { deadline: { ...deadline, ...own, anchor: dated.anchor, needs: null }, notes: [] };
  const { day, words, notes } = countFrom(dated.anchor.date, offset, calendar, holidays);
  return {
    deadline: {
      ...deadline,
      anchor: dated.anchor,
      date: day,
      needs: null,
      explanation: `${dated.words}${words} = ${day}`,
    },
    notes,
  };
};

/**
 * The notice that stops a renewal has its day among the terms, counted from the last whole day of the period: the same
 * length before the expiration must not come to another one here.
 */
const noticeOf = (
  { anchor, offset }: Deadline,
  terms: DocumentTerms | undefined,
  told: boolean,
): Pick<Deadline, 'date' | 'explanation'> | undefined => {
  const { noticeDeadline, noticePeriod } = terms?.terms ?? {};
  if (told || anchor?.term !== 'expirationDate' || offset?.direction !== 'before' || offset.unit === 'business-day')
    return undefined;
  if (noticeDeadline?.value == null || noticePeriod?.value !== isoDuration(offset)) return undefined;
  return { date: noticeDeadline.value, explanation: noticeDeadline.explanation };
};

/** To the business day before, where the document says so; what it lets be later stays on the safe day, and is said. */
const moved = ({ deadline, notes }: Reckoned, roll: StatedDeadline['roll'], holidays: Holidays): Reckoned => {
  const { date, calendar } = deadline;
  if (roll === undefined || date === null || calendar === null) return { deadline, notes };
  const to = rolled(date, roll === 'preceding' ? -1 : 1, calendar, holidays);
  if (to === date) return { deadline, notes };
  const name = Temporal.PlainDate.from(date).toLocaleString('en-GB', { weekday: 'long' });
  if (roll === 'preceding') {
    return {
      deadline: { ...deadline, date: to },
      notes: [...notes, `${date} is no business day: ${to}, the one before`],
    };
  }
  return { deadline, notes: [...notes, `${name}, no business day: the document lets it be ${to}`] };
};

/** How far ahead the next day of something that recurs is looked for. */
const years = 30;

const recurring = (stated: StatedDeadline, deadline: Deadline, resolving: Resolving): Reckoned => {
  const { terms, facts, asOf, holidays } = resolving;
  const dated = stated.anchor === null ? undefined : dateAnchor(stated.anchor, terms, facts);
  const anchor = dated?.anchor ?? null;
  const open = { ...deadline, anchor, date: null };
  if (stated.rrule === null) return { deadline: open, notes: [] };
  const day = anchor?.date ?? null;
  if (day === null && stated.starts === null && !namesItsDays(stated.rrule)) {
    return {
      deadline: { ...open, needs: stated.needs ?? needOf(dated?.needs ?? stated.anchor?.event ?? 'the first time') },
      notes: [],
    };
  }
  const first = day ?? stated.starts;
  const rrule = first === null ? stated.rrule : withDaysOf(stated.rrule, first);
  const bounds = boundsOf(stated, terms);
  const base = { ...stated, rrule, until: bounds.until };
  const starts = startOf(base, first, bounds.from, stated.afterAnchor === true && day !== null, holidays);
  const found = starts === undefined ? [] : dueDays({ ...base, starts }, asOf, later(asOf, years), holidays, 1);
  const next = found[0] ?? null;
  const what = dated?.words === undefined ? deadline.explanation : `${deadline.explanation}: ${dated.words}`;
  const ends = bounds.until === null ? '' : `, until ${bounds.words}`;
  return {
    deadline: {
      ...deadline,
      anchor,
      rrule,
      starts: starts ?? null,
      until: bounds.until,
      date: next,
      needs: null,
      explanation: `${what}${ends}; ${next === null ? 'none is left' : `next ${next}`}`,
    },
    notes: [],
  };
};

const later = (iso: string, more: number): string => Temporal.PlainDate.from(iso).add({ years: more }).toString();

/** From when and until when the terms let something recur: a contract that renews itself has no end yet. */
const boundsOf = (
  { until }: StatedDeadline,
  terms: DocumentTerms | undefined,
): { readonly from: string | null; readonly until: string | null; readonly words: string } => {
  const { effectiveDate, expirationDate } = terms?.terms ?? {};
  const from = /^\d{4}-/.test(effectiveDate?.value ?? '') ? (effectiveDate?.value ?? null) : null;
  const renews = terms?.renewal?.automatic === true && terms.current?.over !== true;
  const ends = !renews && /^\d{4}-/.test(expirationDate?.value ?? '') ? (expirationDate?.value ?? null) : null;
  if (until !== null && (ends === null || until <= ends)) return { from, until, words: until };
  return { from, until: ends, words: `expiration ${ends}` };
};

/** The first day of the rule: that of the document, else the first after the contract takes effect. */
const startOf = (
  recurring: StatedDeadline,
  first: string | null,
  from: string | null,
  after: boolean,
  holidays: Holidays,
): string | null | undefined => {
  const { rrule } = recurring;
  if (rrule === null) return null;
  const bare = { rrule, starts: first, until: null, offset: null, calendar: null } as const;
  if (first === null) {
    if (from === null) return null;
    return dueDays({ ...bare, starts: null }, from, later(from, years), holidays, 1)[0];
  }
  const days = dueDays(bare, first, later(first, years), holidays, 2);
  return after ? days.find((day) => day > first) : days[0];
};
