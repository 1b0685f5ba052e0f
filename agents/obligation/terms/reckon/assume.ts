import type { Assumed, Term, TermName } from '../../model/terms.ts';
import type { StatedTerms } from '../stated.ts';
import { addBoth, addDays, writeAdded } from './calendar.ts';

type Terms = Readonly<Record<TermName, Term>>;

/** A day that may stand for another, and how it is told. */
type Stand = { readonly day: string; readonly words: string; readonly confidence: number };

/**
 * Best estimates beside what stays open. Contracts that count their term from a launch or a closing mostly come to it within
 * weeks, and lawyers who write down when they end count from the day that they bear.
 */
export const withAssumptions = (stated: StatedTerms, terms: Terms): Record<TermName, Term> => {
  const agreement = assumedAgreement(terms);
  const effective = assumedEffective(stated, terms);
  const start =
    standing('effective', terms.effectiveDate, effective) ?? standing('agreement', terms.agreementDate, agreement);
  return {
    ...terms,
    agreementDate: assuming(terms.agreementDate, agreement),
    effectiveDate: assuming(terms.effectiveDate, effective),
    expirationDate: assuming(terms.expirationDate, assumedEnd(stated, start)),
  };
};

const assuming = (term: Term, assumed: Assumed | undefined): Term =>
  assumed === undefined || term.value !== null || term.needs === null ? term : { ...term, assumed };

const standing = (name: string, { value }: Term, assumed: Assumed | undefined): Stand | undefined => {
  const day = value ?? assumed?.value;
  return day === undefined
    ? undefined
    : { day, words: `${name} ${day}`, confidence: value === null ? (assumed?.confidence ?? 0) : 1 };
};

/** A contract whose day was left blank is mostly of the day from which it binds. */
const assumedAgreement = ({ effectiveDate }: Terms): Assumed | undefined =>
  effectiveDate.value === null
    ? undefined
    : {
        value: effectiveDate.value,
        explanation: `if it was made on the day from which it binds: ${effectiveDate.value}`,
        confidence: 0.6,
      };

const signing = /\b(?:sign\w*|execut\w*|agreement\s+date)\b/i;

/** Where the last signature makes it bind, and no day stands beside that, the day that it bears. */
const assumedEffective = (stated: StatedTerms, { agreementDate, effectiveDate }: Terms): Assumed | undefined => {
  const anchor = stated.effectiveDate?.value;
  const signed = anchor?.kind === 'agreementDate' || (anchor?.kind === 'event' && signing.test(anchor.name));
  return !signed || agreementDate.value === null || effectiveDate.value !== null
    ? undefined
    : {
        value: agreementDate.value,
        explanation: `if it was signed on the day that it bears: ${agreementDate.value}`,
        confidence: 0.7,
      };
};

/** What comes long after, or nobody knows when: what an authority has to say, or the end of something else. */
const farOff =
  /\b(?:approv\w*|licen[cs]e|permits?|authori[sz]\w*|authority|clears?|cleared|clearance|expir\w+|terminat\w+|(?:last|final)\s+(?!signature|execution)\w+)\b/i;

const assumedEnd = ({ ending, effectiveDate }: StatedTerms, start: Stand | undefined): Assumed | undefined => {
  if (ending?.value.kind !== 'after' || ending.value.elsewhere || start === undefined) return undefined;
  // A contract that itself waits for something does not count from the day that it bears.
  if (effectiveDate?.value.kind === 'event' && !signing.test(effectiveDate.value.name)) return undefined;
  if (ending.value.from.kind === 'event' && farOff.test(ending.value.from.name)) return undefined;
  const { length, plus, dayBefore } = ending.value;
  const end = addBoth(start.day, length, plus);
  const value = dayBefore ? addDays(end, -1) : end;
  return {
    value,
    explanation: `if it counts from ${start.words}: ${writeAdded(length, plus)}${dayBefore ? ' − 1 day' : ''} = ${value}`,
    confidence: Math.min(ending.confidence * 0.7, 0.6) * start.confidence,
  };
};
