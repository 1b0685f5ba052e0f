import type { Label } from './gold.ts';
import type { PredictedTerms } from './predictions.ts';
import { type Counts, type PrecisionRecall, precisionRecall, sumOf } from './ratios.ts';

/** What each term is called in reports. */
export const termTitles = {
  agreementDate: 'agreement date',
  effectiveDate: 'effective date',
  expirationDate: 'expiration date',
  renewalTerm: 'renewal term',
  noticePeriod: 'notice period',
  governingLaw: 'governing law',
} as const;

export type TermField = keyof typeof termTitles;
export const termFields = Object.keys(termTitles) as TermField[];

/** Something of each term, by its name. */
export const ofEachTerm = <T>(of: (field: TermField) => T): Record<TermField, T> =>
  Object.fromEntries(termFields.map((field) => [field, of(field)])) as Record<TermField, T>;

/** The category of the labels that each term answers to. */
const categories: Readonly<Record<TermField, string>> = {
  agreementDate: 'Agreement Date',
  effectiveDate: 'Effective Date',
  expirationDate: 'Expiration Date',
  renewalTerm: 'Renewal Term',
  noticePeriod: 'Notice Period To Terminate Renewal',
  governingLaw: 'Governing Law',
};

export type TermScores = Readonly<Record<TermField, PrecisionRecall & Counts>>;

/** What an excerpt is held to say, in the form in which terms are predicted. */
export type ExpectedTerms = PredictedTerms;

/** The same for excerpts whose terms are given as they are predicted. */
export const scoreExpected = (
  cases: readonly { readonly id: string; readonly expected: ExpectedTerms }[],
  said: ReadonlyMap<string, PredictedTerms>,
): TermScores =>
  ofEachTerm((field) => {
    const counts = sumOf(
      cases.map(({ id, expected }) => {
        const gold = kinds[field]('', expected[field]).said;
        return compared(field, gold, kinds[field]('', said.get(id)?.[field] ?? null).said);
      }),
    );
    return { ...counts, ...precisionRecall(counts) };
  });

/**
 * Right is the same day, the same length, or a law of which one name holds the other. A labelled answer that is no single
 * day or length ("[]/[]/2015") is not asked. A wrong value is a wrong one, and a right one missed where there is one.
 */
export const scoreTerms = (labels: readonly Label[], said: ReadonlyMap<string, PredictedTerms>): TermScores =>
  ofEachTerm((field) => {
    const counts = sumOf(
      labels.map(({ document, clauses }) =>
        judge(field, clauses.get(categories[field])?.answer ?? '', said.get(document)?.[field] ?? null),
      ),
    );
    return { ...counts, ...precisionRecall(counts) };
  });

const judge = (field: TermField, answer: string, value: string | null): Counts => {
  const { gold, said } = kinds[field](answer, value);
  if (gold === null && answer !== '') return { right: 0, wrong: 0, missed: 0 };
  return compared(field, gold, said);
};

const compared = (field: TermField, gold: Read['gold'], said: Read['said']): Counts => {
  const right = gold !== null && said !== null && sameAs(field, gold, said);
  return {
    right: Number(right),
    wrong: Number(!right && said !== null),
    missed: Number(!right && gold !== null),
  };
};

type Read = { readonly gold: string | number | null; readonly said: string | number | null };
type Reader = (answer: string, value: string | null) => Read;

const day: Reader = (answer, value) => ({ gold: dayOf(answer), said: value });
const length: Reader = (answer, value) => ({ gold: lengthOf(answer), said: isoLength(value) });
const law: Reader = (answer, value) => ({ gold: answer.toLowerCase() || null, said: value?.toLowerCase() ?? null });

const kinds: Readonly<Record<TermField, Reader>> = {
  agreementDate: day,
  effectiveDate: day,
  expirationDate: day,
  renewalTerm: length,
  noticePeriod: length,
  governingLaw: law,
};

const sameAs = (field: TermField, gold: string | number, said: string | number): boolean =>
  field === 'governingLaw' ? String(gold).includes(String(said)) || String(said).includes(String(gold)) : gold === said;

/** "7/1/13" is 2013-07-01; years of two figures above 60 are of the last century. */
export const dayOf = (answer: string): string | null => {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(answer.trim());
  if (match === null) return /^perpetual$/i.test(answer.trim()) ? 'perpetual' : null;
  const [, month = '', date = '', year = ''] = match;
  const century = year.length === 4 ? 0 : Number(year) > 60 ? 1900 : 2000;
  return `${century + Number(year)}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
};

const words: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
  twelve: 12,
};
/** A month is 30 days and a year 365: lengths are compared as they are written, "12 months" is not "1 year". */
const days: Readonly<Record<string, number>> = { D: 1, W: 7, M: 30, Y: 365 };

const lengthOf = (answer: string): number | null => {
  const match = /(\d+|one|two|three|four|five|six|ten|twelve)\)?\s*(day|week|month|year)/i.exec(answer);
  if (match === null) return null;
  const [, count = '', unit = ''] = match;
  return (words[count.toLowerCase()] ?? Number(count)) * (days[unit.charAt(0).toUpperCase()] ?? 0);
};

const isoLength = (value: string | null): number | null => {
  const match = /^P(\d+)([DWMY])$/.exec(value ?? '');
  return match === null ? null : Number(match[1]) * (days[match[2] ?? ''] ?? 0);
};
