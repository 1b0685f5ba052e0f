import { writeDuration } from '../../../../core/reading/durations.ts';
import type { CurrentPeriod, DocumentTerms, Facts, Renewal, Source, Term, TermName } from '../../model/terms.ts';
import type { Anchor, Ending, StatedTerms, Statement } from '../stated.ts';
import { withAssumptions } from './assume.ts';
import { addDays, addLength, compareDays, endOf, isClamped, isoDuration } from './calendar.ts';
import { type Period, periodAt } from './periods.ts';

/** A day reckoned from what a document states: its arithmetic and where each input stands. */
export type Reckoned = {
  readonly day: string | null;
  /** "effective 2024-03-01 + 3 years". */
  readonly words: string;
  readonly needs: string | null;
  readonly evidence: readonly Source[];
  readonly confidence: number;
};

/** All terms, reckoned: what the user said stands for what the document leaves open. */
export const reckon = (stated: StatedTerms, facts: Facts, asOf: string | null): DocumentTerms => {
  const agreement = anchorDay(stated, stated.agreementDate, 'agreementDate', facts);
  const effective = anchorDay(stated, stated.effectiveDate, 'effectiveDate', facts);
  const end = stated.ending && endDay(stated, stated.ending, facts);
  const current = periodAt(stated, end, asOf);
  const open: Record<TermName, Term> = {
    agreementDate: dayTerm('agreementDate', agreement),
    effectiveDate: dayTerm('effectiveDate', effective),
    expirationDate: expirationTerm(stated.ending, end),
    term: lengthTerm(stated.ending),
    renewalTerm: renewalTerm(stated),
    noticePeriod: noticeTerm(stated),
    noticeDeadline: deadlineTerm(stated, end, current, asOf),
    governingLaw: lawTerm(stated.governingLaw),
  };
  return {
    documentId: stated.documentId,
    asOf,
    terms: withAssumptions(stated, open),
    renewal: renewalOf(stated.renewal),
    current: asOf === null || current === undefined || end === undefined ? null : currentOf(end, current, asOf),
    changes: stated.changes,
    parties: stated.parties,
  };
};

const nothing = (name: TermName): Term => ({
  name,
  value: null,
  explanation: '',
  needs: null,
  evidence: [],
  confidence: 0,
});

const dayTerm = (name: TermName, reckoned: Reckoned | undefined): Term =>
  reckoned === undefined
    ? nothing(name)
    : {
        name,
        value: reckoned.day,
        explanation: reckoned.words,
        needs: reckoned.needs,
        evidence: reckoned.evidence,
        confidence: reckoned.confidence,
      };

const called = { agreementDate: 'agreement', effectiveDate: 'effective' } as const;
const factNames = { agreementDate: 'Agreement Date', effectiveDate: 'Effective Date' } as const;

/** The day of a stated anchor. One term may stand for the other, and either for nothing. */
const anchorDay = (
  stated: StatedTerms,
  statement: Statement<Anchor> | undefined,
  name: 'agreementDate' | 'effectiveDate',
  facts: Facts,
): Reckoned | undefined => {
  const given = facts.get(factNames[name].toLowerCase());
  if (statement === undefined && given === undefined) return undefined;
  const { evidence = [], confidence = 1 } = statement ?? {};
  if (given !== undefined) return said(called[name], given, evidence);
  const anchor = statement?.value;
  if (anchor === undefined) return undefined;
  if (anchor.kind === 'day') {
    const sum = anchor.sum === undefined ? '' : ` (${anchor.sum})`;
    return { day: anchor.iso, words: `${called[name]} ${anchor.iso}${sum}`, needs: null, evidence, confidence };
  }
  if (anchor.kind === 'event') return ofEvent(anchor.name, facts, evidence, confidence);
  if (anchor.kind === name) return undefined;
  const other = anchorDay(stated, stated[anchor.kind], anchor.kind, facts);
  if (other === undefined) return needing(factNames[anchor.kind], evidence, confidence);
  return { ...other, evidence: merged(evidence, other.evidence), confidence: Math.min(confidence, other.confidence) };
};

const said = (name: string, day: string, evidence: readonly Source[]): Reckoned => ({
  day,
  words: `${name} ${day} (as you said)`,
  needs: null,
  evidence,
  confidence: 1,
});

const needing = (needs: string, evidence: readonly Source[], confidence: number): Reckoned => ({
  day: null,
  words: needs,
  needs,
  evidence,
  confidence,
});

const ofEvent = (name: string, facts: Facts, evidence: readonly Source[], confidence: number): Reckoned => {
  const day = facts.get(name.toLowerCase());
  return day === undefined ? needing(name, evidence, confidence) : said(name, day, evidence);
};

/** The day of any anchor that a period counts from; without an effective date the agreement's own stands for it. */
const dayOf = (stated: StatedTerms, anchor: Anchor, facts: Facts): Reckoned => {
  if (anchor.kind === 'day') {
    const effective = anchorDay(stated, stated.effectiveDate, 'effectiveDate', facts);
    if (effective?.day === anchor.iso) return effective;
    return { day: anchor.iso, words: anchor.iso, needs: null, evidence: [], confidence: 0.95 };
  }
  if (anchor.kind === 'event') return ofEvent(anchor.name, facts, [], 0.8);
  const names =
    anchor.kind === 'effectiveDate'
      ? (['effectiveDate', 'agreementDate'] as const)
      : (['agreementDate', 'effectiveDate'] as const);
  for (const name of names) {
    const found = anchorDay(stated, stated[name], name, facts);
    if (found !== undefined) return found;
  }
  return needing(factNames[anchor.kind], [], 0.5);
};

/** The end of the first term: the day on which it is over, and its last whole day. */
export type End = Reckoned & {
  /** The last whole day: the day before the anniversary where the words count the first day in. */
  readonly lastDay: string | null;
  /** Whether the user said it. */
  readonly given?: boolean;
};

const endDay = (stated: StatedTerms, { value, evidence, confidence }: Statement<Ending>, facts: Facts): End => {
  const given = facts.get('expiration date');
  if (given !== undefined) return { ...said('expiration', given, evidence), lastDay: given, given: true };
  if (value.kind === 'perpetual') {
    return {
      day: 'perpetual',
      lastDay: null,
      words: 'goes on until somebody ends it',
      needs: null,
      evidence,
      confidence,
    };
  }
  if (value.kind === 'later') return laterEnd(stated, value, evidence, confidence, facts);
  const start = dayOf(stated, value.kind === 'after' ? value.from : value.anchor, facts);
  const all = merged(evidence, start.evidence);
  const sure = Math.min(confidence, start.confidence);
  if (value.kind === 'at') {
    const words = value.anchor.kind === 'day' ? `stated: ${value.anchor.iso}` : start.words;
    return { ...start, words, lastDay: start.day, evidence: all, confidence: sure };
  }
  if (value.kind === 'end-of') {
    const day = start.day && endOf(start.day, value.unit);
    return {
      ...start,
      day,
      lastDay: day,
      words: `${start.words}, end of its ${value.unit}`,
      evidence: all,
      confidence: sure,
    };
  }
  const sum = `${start.words} + ${writeDuration(value.length)}`;
  if (start.day === null) return { ...start, lastDay: null, words: sum, evidence: all, confidence: sure };
  const day = addLength(start.day, value.length);
  const note = isClamped(start.day, value.length) ? ' (that month has no such day: its last)' : '';
  return {
    day,
    lastDay: value.includes ? addDays(day, -1) : day,
    words: `${sum}${note}`,
    needs: null,
    evidence: all,
    confidence: sure,
  };
};

/** An amendment moves the end that there was. */
const laterEnd = (
  stated: StatedTerms,
  { length, than }: Extract<Ending, { kind: 'later' }>,
  evidence: readonly Source[],
  confidence: number,
  facts: Facts,
): End => {
  const before = than && endDay(stated, than, facts);
  const words = `${before?.words ?? 'the end so far'} + ${writeDuration(length)}`;
  const all = merged(evidence, before?.evidence ?? []);
  const sure = Math.min(confidence, before?.confidence ?? 0.5);
  if (before === undefined || before.day === null || before.lastDay === null) {
    const needs = before?.needs ?? 'Expiration Date';
    return { day: null, lastDay: null, words, needs, evidence: all, confidence: sure };
  }
  const day = addLength(before.day, length);
  const lastDay = before.lastDay === before.day ? day : addDays(day, -1);
  return { day, lastDay, words, needs: null, evidence: all, confidence: sure };
};

const expirationTerm = (ending: StatedTerms['ending'], end: End | undefined): Term => {
  if (ending === undefined || end === undefined) return nothing('expirationDate');
  const term = dayTerm('expirationDate', end);
  if (end.day === null || end.lastDay === null) return term;
  const last = end.lastDay === end.day ? '' : `; its last whole day is ${end.lastDay}`;
  const result = ending.value.kind === 'at' || end.given ? '' : ` = ${end.day}`;
  return { ...term, explanation: `${end.words}${result}${last}` };
};

const currentOf = (end: End, current: Period, asOf: string): CurrentPeriod => ({
  asOf,
  renewals: current.renewals,
  ends: current.day,
  lastDay: current.lastDay,
  over: compareDays(current.lastDay, asOf) < 0,
  explanation:
    current.renewals === 0
      ? `${end.words}: the first term`
      : `${end.words}${current.words} = ${current.day}, if nobody gave notice`,
});

const lengthTerm = (ending: StatedTerms['ending']): Term => {
  const length = ending?.value.kind === 'after' || ending?.value.kind === 'at' ? ending.value.length : undefined;
  if (ending === undefined || length === undefined) return nothing('term');
  return {
    name: 'term',
    value: isoDuration(length),
    explanation: writeDuration(length),
    needs: null,
    evidence: ending.evidence,
    confidence: ending.confidence,
  };
};

const renewalTerm = ({ renewal }: StatedTerms): Term => {
  if (renewal === undefined) return nothing('renewalTerm');
  const { automatic, length, times, endless } = renewal.value;
  const often = times === undefined ? 'any number of times' : times === 1 ? 'once' : `${times} times`;
  const how = automatic ? 'automatic' : 'only if it is chosen or agreed';
  const explanation = endless
    ? 'goes on without end until somebody ends it'
    : `${how}, ${length === undefined ? 'for a length that is not said' : writeDuration(length)} each, ${often}`;
  return {
    name: 'renewalTerm',
    value: length === undefined ? null : isoDuration(length),
    explanation,
    needs: null,
    evidence: renewal.evidence,
    confidence: renewal.confidence,
  };
};

const noticeTerm = ({ notice }: StatedTerms): Term => {
  if (notice === undefined || notice.value.purpose === 'renew') return nothing('noticePeriod');
  const { length, beforeEnd } = notice.value;
  return {
    name: 'noticePeriod',
    value: isoDuration(length),
    explanation: `${writeDuration(length)} ${beforeEnd ? 'before the end of the period' : 'notice, at any time'}`,
    needs: null,
    evidence: notice.evidence,
    confidence: notice.confidence,
  };
};

/** The last day on which a notice that stops the next renewal, or asks for it, is in time. */
const deadlineTerm = (
  { notice, noticeDay, renewal }: StatedTerms,
  end: End | undefined,
  current: Period | undefined,
  asOf: string | null,
): Term => {
  if (noticeDay !== undefined && (current?.renewals ?? 0) === 0) {
    const { iso, purpose } = noticeDay.value;
    return {
      name: 'noticeDeadline',
      value: iso,
      explanation: `${purpose === 'renew' ? 'to ask for a renewal: ' : ''}stated: ${iso}${passedBy(iso, asOf)}`,
      needs: null,
      evidence: noticeDay.evidence,
      confidence: noticeDay.confidence,
    };
  }
  if (notice === undefined || !notice.value.beforeEnd || end === undefined) return nothing('noticeDeadline');
  const evidence = merged(merged(notice.evidence, end.evidence), renewal?.evidence ?? []);
  const confidence = Math.min(notice.confidence, end.confidence);
  const { length } = notice.value;
  const back = ` − ${writeDuration(length)}`;
  if (end.day === 'perpetual') return nothing('noticeDeadline');
  if (end.lastDay === null || end.day === null) {
    return { ...nothing('noticeDeadline'), explanation: `${end.words}${back}`, needs: end.needs, evidence, confidence };
  }
  const last = current?.lastDay ?? end.lastDay;
  const value = addLength(last, length, -1);
  const purpose = notice.value.purpose === 'renew' ? 'to ask for a renewal: ' : '';
  const counted = last === (current?.day ?? end.day) ? '' : `, counted from the last whole day ${last}`;
  const note = isClamped(last, length, -1) ? ' (that month has no such day: its last)' : '';
  return {
    name: 'noticeDeadline',
    value,
    explanation: `${purpose}${end.words}${current?.words ?? ''}${back} = ${value}${counted}${note}${passedBy(value, asOf)}`,
    needs: null,
    evidence,
    confidence,
  };
};

const passedBy = (day: string, asOf: string | null): string =>
  asOf !== null && compareDays(day, asOf) < 0 ? `; it had passed on ${asOf}` : '';

const lawTerm = (law: StatedTerms['governingLaw']): Term =>
  law === undefined
    ? nothing('governingLaw')
    : {
        name: 'governingLaw',
        value: law.value,
        explanation: `the law of ${law.value}`,
        needs: null,
        evidence: law.evidence,
        confidence: law.confidence,
      };

const renewalOf = (renewal: StatedTerms['renewal']): Renewal | null =>
  renewal === undefined
    ? null
    : {
        automatic: renewal.value.automatic,
        length: renewal.value.length === undefined ? null : isoDuration(renewal.value.length),
        times: renewal.value.times ?? null,
        evidence: renewal.evidence,
      };

/** Each place once, in the order given. */
export const merged = (first: readonly Source[], second: readonly Source[]): readonly Source[] => {
  const seen = new Set<string>();
  return [...first, ...second].filter(({ documentId, start, end }) => {
    const key = `${documentId}:${start}:${end}`;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
};
