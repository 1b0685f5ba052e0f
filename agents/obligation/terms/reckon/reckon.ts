import { writeDuration } from '../../../../core/reading/durations.ts';
import type { CurrentPeriod, DocumentTerms, Facts, Renewal, Term, TermName } from '../../model/terms.ts';
import type { StatedTerms } from '../stated.ts';
import { withAssumptions } from './assume.ts';
import { compareDays, isoDuration, isoDurationOfBoth } from './calendar.ts';
import { anchorDay, type Reckoned } from './days.ts';
import { deadlineTerm } from './deadline.ts';
import { type End, endDay } from './end.ts';
import { nothing } from './nothing.ts';
import { type Period, periodAt } from './periods.ts';

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

const expirationTerm = (ending: StatedTerms['ending'], end: End | undefined): Term => {
  if (ending === undefined || end === undefined) return nothing('expirationDate');
  const term = dayTerm('expirationDate', end);
  if (end.day === null || end.lastDay === null) return term;
  const last = end.lastDay === end.day ? '' : `; its last whole day is ${end.lastDay}`;
  const isStated = ending.value.kind === 'at' && !ending.value.dayBefore;
  const result = isStated || end.given ? '' : ` = ${end.day}`;
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
  const plus = ending.value.kind === 'after' ? ending.value.plus : undefined;
  return {
    name: 'term',
    value: plus === undefined ? isoDuration(length) : isoDurationOfBoth(length, plus),
    explanation: `${writeDuration(length)}${plus ? ` and ${writeDuration(plus)}` : ''}`,
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
