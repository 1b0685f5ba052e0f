import { type Deadline, noDeadline } from '../../model/deadline.ts';
import type { DocumentTerms, Term } from '../../model/terms.ts';
import type { Dated } from '../records.ts';
import type { Found } from './found.ts';

/** Terms of a contract as of a day; null for its first term. */
export type TermsAt = (asOf: string | null) => DocumentTerms;

type Setting = {
  readonly termsAt: TermsAt;
  /** The day at the clock, ISO 8601. */
  readonly today: string;
  readonly timezone: string;
};

/** Periods that are looked through, and how many years of them before and after today are kept. */
const MOST_PERIODS = 600;
const YEARS_BACK = 2;
const YEARS_AHEAD = 10;

/**
 * What the terms of a contract oblige to: to give notice before the last day for it, and to be ready when the contract ends
 * or goes on. The day of each period is kept, so that the next one is known when one has gone by.
 */
export const obligationsFromTerms = (setting: Setting): readonly Found[] => {
  const now = setting.termsAt(setting.today);
  const periods = periodsOf(setting);
  return [noticeOf(setting, now, periods), endOf(setting, now, periods)].filter((each) => each !== undefined);
};

/** One period of the contract: the last day for notice, and the day on which it is over. */
type Period = { readonly notice: Term; readonly end: Dated };

/** The periods of the contract that lie around today, in order. */
const periodsOf = ({ termsAt, today }: Setting): readonly Period[] => {
  const found: Period[] = [];
  const day = Temporal.PlainDate.from(today);
  const until = day.add({ years: YEARS_AHEAD }).toString();
  let asOf: string | null = null;
  let before: string | undefined;
  for (let count = 0; count < MOST_PERIODS; count++) {
    const { terms, current } = termsAt(asOf);
    const { value, explanation } = terms.expirationDate;
    const end = current?.ends ?? value;
    if (end === null || end === 'perpetual' || end === before) break;
    const words = current === null || current.renewals === 0 ? explanation : current.explanation;
    found.push({ notice: terms.noticeDeadline, end: { date: end, explanation: words } });
    if (end > until) break;
    before = end;
    asOf = Temporal.PlainDate.from(end).add({ days: 1 }).toString();
  }
  const since = day.subtract({ years: YEARS_BACK }).toString();
  const recent = found.filter(({ end }) => end.date >= since);
  // A contract that ended long ago has one end, and that is it.
  return recent.length > 0 ? recent : found.slice(-1);
};

const noticeOf = (
  setting: Setting,
  { terms, renewal }: DocumentTerms,
  periods: readonly Period[],
): Found | undefined => {
  const { noticeDeadline, noticePeriod } = terms;
  if (noticeDeadline.evidence.length === 0) return undefined;
  // A notice that asks for a renewal is no notice period of the contract.
  const asks = noticePeriod.evidence.length === 0;
  const renews = renewal?.automatic === true;
  const action = asks
    ? 'give notice that the agreement is to be renewed'
    : renews
      ? 'give notice of non-renewal'
      : 'give notice before the agreement ends';
  return {
    ...base(noticeDeadline, 'Either party'),
    modality: 'permission',
    action,
    condition: asks ? 'if it is to be renewed' : renews ? 'unless it is to renew' : null,
    deadline: deadlineFrom(setting, noticeDeadline),
    periods: datesOf(periods.map(({ notice }) => notice)),
  };
};

/** Not where a renewal makes it of no weight: then the notice is what matters. */
const endOf = (setting: Setting, { terms, renewal }: DocumentTerms, periods: readonly Period[]): Found | undefined => {
  const { expirationDate, noticeDeadline } = terms;
  if (expirationDate.evidence.length === 0 || expirationDate.value === 'perpetual') return undefined;
  const renews = renewal?.automatic === true;
  if (renews && noticeDeadline.evidence.length > 0) return undefined;
  return {
    ...base(expirationDate, 'All parties'),
    modality: 'obligation',
    action: renews ? 'be ready for the renewal of the agreement' : 'be ready for the end of the agreement',
    condition: null,
    deadline: deadlineFrom(setting, expirationDate),
    periods: periods.map(({ end }) => end),
  };
};

const base = (
  { evidence, confidence }: Term,
  party: string,
): Pick<Found, 'origin' | 'party' | 'counterparty' | 'trigger' | 'stated' | 'places' | 'confidence'> => ({
  origin: 'terms',
  party,
  counterparty: null,
  trigger: null,
  stated: null,
  places: evidence,
  confidence,
});

/** What is only assumed is told, to be confirmed; it is never the day. */
const deadlineFrom = ({ timezone }: Setting, { value, explanation, needs, assumed }: Term): Deadline => ({
  ...noDeadline(timezone),
  kind: needs === null ? 'absolute' : 'relative',
  date: value,
  anchor: needs === null ? null : { event: needs, term: null, date: null, source: 'unknown' },
  explanation: assumed === undefined ? explanation : `${explanation}; to be confirmed: ${assumed.explanation}`,
  needs,
});

const datesOf = (terms: readonly Term[]): Dated[] =>
  terms.flatMap(({ value, explanation }) =>
    value === null || value === 'perpetual' ? [] : [{ date: value, explanation }],
  );
