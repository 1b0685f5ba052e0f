import type { ReadDocument, ReadUnit } from '../../../core/ports/detector.ts';
import { moneyIn } from '../../../core/reading/amounts.ts';
import { type Duration, durationsIn } from '../../../core/reading/durations.ts';
import { mentionsIn } from '../../../core/reading/mentions.ts';
import { perDocument } from '../../../core/reading/per-document.ts';
import { grantsExit } from './exits.ts';
import { pieceAt } from './pieces.ts';
import { plain } from './plain.ts';

/** What a contract says once, and should not say again otherwise. */
export const topics = ['payment', 'renewal-notice', 'exit-notice', 'term', 'liability-cap'] as const;
export type Topic = (typeof topics)[number];

/** A value that a document states for a topic. */
export type Stated = {
  readonly topic: Topic;
  readonly document: ReadDocument;
  readonly unit: ReadUnit;
  /** For comparing: the same for equal values, "P30D", "USD 50000". */
  readonly value: string;
  /** As written. */
  readonly words: string;
  /** Whom it concerns: names of parties, "either", or nothing where the words do not say. */
  readonly whom: string;
};

/** Values that the contract itself states, without its attachments. */
export const statedIn = perDocument((document: ReadDocument): readonly Stated[] =>
  document.units.flatMap((unit, at) =>
    unit.part === undefined && pieceAt(document, unit.start) === 0
      ? topics.flatMap((topic) => readers[topic](unit, document, document.units[at - 1]))
      : [],
  ),
);

type Reader = (unit: ReadUnit, document: ReadDocument, before: ReadUnit | undefined) => readonly Stated[];

/** Duties to pay that are not the ordinary one. */
const otherPayment =
  /\b(?:undisputed|disput\w+|late|overdue|past due|interest|refund\w*|reimburs\w*|expenses?|commissions?|royalt\w+|tax(?:es)?|terminat\w+|expir\w+|audit\w*|deposit|advance|milestones?|freight|insurance|severance|bonus|credits?|setup|set-up|initial|first|final|upon signing|execution|unless|if|except)\b/i;
const dueAfter =
  /\b(?:within|not? later than|net|in)\b[^.;]{0,40}\b(?:of|after|from|following)\b[^.;]{0,40}\b(?:invoices?|receipt|statements?|bills?)\b|\binvoices?\b[^.;]{0,120}\b(?:within|net|in)\b/i;

const payment: Reader = (unit, document) => {
  const text = plain(unit.text);
  if (!/\b(?:pay|pays|paid|payable|due|payment)\b/i.test(text) || !/\binvoices?\b/i.test(text)) return [];
  if (otherPayment.test(text) || !dueAfter.test(text)) return [];
  const days = durationsIn(text).filter(({ unit: each }) => each === 'day' || each === 'business-day');
  return days.length === 1 ? [stated('payment', unit, document, days[0], payerIn(text, document))] : [];
};

const payerIn = (text: string, document: ReadDocument): string => {
  const verb = /\b(?:shall|will|must|agrees? to|has to) (?:\w+ )?pay\b|\bpays\b/i.exec(text);
  if (verb === null) return '';
  const payer = mentionsIn(text, document.parties).findLast(({ end }) => end <= verb.index + 1);
  return payer === undefined || payer.either ? '' : namesOf(payer.parties.map(({ name }) => name));
};

const renewal: Reader = (unit, document) => {
  const text = plain(unit.text);
  if (
    !/\brenew\w*|\bextend(?:s|ed)?\b/i.test(text) ||
    !/\bunless\b[^.]{0,200}\b(?:notice|notif\w+|elect\w*|advis\w+|requests?|informs?)\b/i.test(text)
  )
    return [];
  const before = durationsIn(text).filter(
    ({ start, end }) =>
      /\b(?:prior|before|preceding|advance|notice)\b/i.test(text.slice(end, end + 60)) &&
      !/\bterms?\b[^,]{0,20}$/i.test(text.slice(Math.max(0, start - 30), start)),
  );
  const who = /\b(?:either|\bany|a|one|both|each) (?:of the )?part(?:y|ies)\b|\bthe parties\b/i.test(text)
    ? 'either'
    : notifierIn(text, document);
  return before.length === 1 ? [stated('renewal-notice', unit, document, before[0], who)] : [];
};

/** Who has to give the notice: the first whom the words after "unless" name. */
const notifierIn = (text: string, document: ReadDocument): string => {
  const from = text.search(/\bunless\b/i);
  const who = mentionsIn(text, document.parties).find(({ start }) => start > from);
  return who === undefined || who.either ? '' : namesOf(who.parties.map(({ name }) => name));
};

const exit: Reader = (unit, document, before) => {
  const text = plain(unit.text);
  if (
    /\b(?:renew\w*|statements? of work|orders?|after the (?:initial|first)|during the (?:initial|first|renewal)|prior to the (?:end|expiration)|months? of|anniversary|project|if|unless|except|provided)\b/i.test(
      text,
    )
  )
    return [];
  if (!grantsExit(unit, before)) return [];
  const notice = durationsIn(text).filter(
    ({ start, end }) =>
      /\bnotice\b/i.test(text.slice(end, end + 50)) || /\bnotice\b[^.]{0,50}$/i.test(text.slice(0, start)),
  );
  if (notice.length !== 1) return [];
  const verb = /\b(?:may|shall have|has|can|is entitled|reserves)\b/i.exec(text);
  const who = mentionsIn(text, document.parties).findLast(({ end }) => verb !== null && end <= verb.index + 1);
  return [
    stated(
      'exit-notice',
      unit,
      document,
      notice[0],
      who === undefined ? '' : who.either ? 'either' : namesOf(who.parties.map(({ name }) => name)),
    ),
  ];
};

const termOf =
  /\b(?:initial |minimum |maximum )?term\b(?: of (?:the |this )?(?:validity of )?(?:the |this )?(?:[\w-]+ )?(?:agreement|contract|lease|licen[cs]e))?,? ?(?:\([^)]{0,60}\),? ?)?(?:shall|will|is|commences|begins|continues)\b|\bthis (?:[\w-]+ )?(?:agreement|contract|lease)\b[^.;]{0,60}\b(?:shall|will|is|remains?|continues?)\b[^.;]{0,60}\b(?:in (?:full force and )?effect|in force|for (?:a|an|the) (?:\w+ )?(?:term|period)|continue)\b/i;
const leadIn = /^[^,.;]{0,20}\b(?:unless|subject to|except|notwithstanding|upon the terms)\b[^,;]{0,160},/i;
/** Where the sentence goes on to something else: an earlier end, a renewal. */
const onward =
  /\b(?:unless|provided|with automatic|thereafter|renew\w*|extend\w*|or until|at which|subject to|following which|after which)\b/i;
const noTerm =
  /\b(?:surviv\w+|option|confiden\w+|program|notice|following|within|during|first|lesser|greater|earlier|later|each|facility|product|order|statement of work|project|warrant\w+)\b|\bafter (?!the (?:effective|commencement))/i;

const term: Reader = (unit, document) => {
  const text = plain(unit.text).replace(leadIn, '');
  const said = text.split(onward)[0] ?? '';
  if (!termOf.test(said) || noTerm.test(said)) return [];
  const lengths = durationsIn(said).filter(({ unit: each }) => each === 'year' || each === 'month');
  return lengths.length === 1 ? [stated('term', unit, document, lengths[0], 'either', said)] : [];
};

const cap: Reader = (unit, document) => {
  const text = plain(unit.text);
  if (
    !/\b(?:aggregate|total|maximum|entire|cumulative|liability)\b[^.]{0,120}\bliab\w+|\bliabilit(?:y|ies)\b[^.]{0,200}\b(?:exceed|limited to)\b/i.test(
      text,
    )
  )
    return [];
  if (
    !/\b(?:exceed|limited to)\b/i.test(text) ||
    /\b(?:insurance|coverage|except|other than|indemnif\w+|section|clause|article|breach of|confidential\w*|data|per (?:event|occurrence|claim)|each|\bany one|respectively)\b/i.test(
      text,
    )
  )
    return [];
  const sums = moneyIn(text);
  const [sum] = sums;
  if (sum === undefined || sums.length !== 1) return [];
  const verb = /\bliabilit/i.exec(text);
  const who = mentionsIn(text, document.parties).find(
    ({ start }) => verb !== null && Math.abs(start - verb.index) < 60,
  );
  return [
    {
      topic: 'liability-cap',
      document,
      unit,
      value: `${sum.currency} ${sum.value}`,
      words: text.slice(sum.start, sum.end),
      whom: who === undefined ? '' : who.either ? 'either' : namesOf(who.parties.map(({ name }) => name)),
    },
  ];
};

const readers: Readonly<Record<Topic, Reader>> = {
  payment,
  'renewal-notice': renewal,
  'exit-notice': exit,
  term,
  'liability-cap': cap,
};

const stated = (
  topic: Topic,
  unit: ReadUnit,
  document: ReadDocument,
  length: Duration | undefined,
  whom: string,
  text = plain(unit.text),
): Stated => ({
  topic,
  document,
  unit,
  value: length === undefined ? '' : measured(length),
  words: length === undefined ? '' : text.slice(length.start, length.end),
  whom,
});

/** A year is twelve months and a week seven days; months and days are not compared. */
const measured = ({ value, unit }: Duration): string => {
  if (unit === 'year') return `${value * 12} months`;
  if (unit === 'quarter') return `${value * 3} months`;
  if (unit === 'week') return `${value * 7} days`;
  return `${value} ${unit}s`;
};

const namesOf = (names: readonly string[]): string => names.toSorted().join(', ');

/** Whether two values of one topic contradict each other: unlike values of one measure, for the same people. */
export const contradicts = (a: Stated, b: Stated): boolean => {
  if (a.topic !== b.topic || a.value === b.value || a.unit === b.unit) return false;
  if (measureOf(a.value) !== measureOf(b.value)) return false;
  return (
    a.whom === b.whom ||
    a.whom === 'either' ||
    b.whom === 'either' ||
    (a.topic === 'payment' && (a.whom === '' || b.whom === ''))
  );
};

const measureOf = (value: string): string => value.replace(/[\d.]+/g, '');

/** Pairs of values of these topics that a document contradicts itself with; the first pair of each topic. */
export const contradictionsIn = (
  document: ReadDocument,
  wanted: readonly Topic[],
): readonly (readonly [Stated, Stated])[] =>
  wanted.flatMap((topic) => {
    const values = statedIn(document).filter((each) => each.topic === topic);
    for (const [at, one] of values.entries()) {
      const other = values.slice(at + 1).find((later) => contradicts(one, later));
      if (other) return [[one, other] as const];
    }
    return [];
  });
