import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import { amendedBy } from '../../../../../core/reading/amendment.ts';
import type { Ending, Statement } from '../../stated.ts';
import { flat, newWords, probabilityOf, sourceOf } from '../units.ts';
import { hasRange } from './days.ts';
import { labelledEnds } from './labelled.ts';
import { askable, hasNoTerm } from './open.ts';
import type { Read } from './read.ts';
import { replacedEnd } from './replaced.ts';
import { type EndingModel, isHeaded, type Signs, saysNoEnd, signNames, signsOf, speaksOfEnd } from './signs.ts';
import { isOfAnother, isRenewal, isUnderAnother, mayLast, subjectOf, termNames } from './subject.ts';
import { endingModels } from './weights.ts';
import { endingIn, laterIn } from './words.ts';

export type EndingCandidate = Read & { readonly unit: ReadUnit; readonly signs: Signs };

/** Every sentence or line that may say how and when the first term of the contract ends. */
export const endingCandidates = (document: ReadDocument): readonly EndingCandidate[] => {
  const amending = amendedBy(document) !== undefined;
  const highest = Math.max(0, ...document.units.map((unit) => probabilityOf(unit, 'expiration-date')));
  const names = termNames(document);
  const length = Math.max(document.text.length, short);
  return document.units.flatMap((unit, index) => {
    const before = document.units[index - 1];
    const place = unit.start / length;
    const lines = labelledEnds(document, unit, amending).map((line) => ({
      ...line,
      signs: signsOf({ ...line, before, names, highest, place, labelled: true }),
    }));
    const text = amending ? newWords(flat(unit.text)) : flat(unit.text);
    if (saysNoEnd(text) || (amending && recital.test(text))) return lines;
    const likely = probabilityOf(unit, 'expiration-date');
    const speaks =
      speaksOfEnd(text) || likely >= 0.1 || hasRange(text) || hasNoTerm(text) || isHeaded(unit, text, before);
    if (!speaks && !mayLast(text)) return lines;
    const read = askable(
      (amending ? (replacedEnd(document, flat(unit.text)) ?? laterIn(text)) : undefined) ??
        endingIn(document, text, unit),
    );
    if (read === undefined) return lines;
    const { contract } = subjectOf(text, read.at);
    if (
      read.ending.kind !== 'perpetual' &&
      (isOfAnother(text, read.at) || ((!contract || pronoun.test(text)) && isUnderAnother(text, before)))
    )
      return lines;
    const own = contract && !isRenewal(text, read.at);
    if (!speaks && !own) return lines;
    return [
      ...lines,
      { unit, ...read, signs: signsOf({ ...read, unit, text, before, names, highest, place, labelled: false }) },
    ];
  });
};

/** Where an amendment says how things stood before it. */
const recital = /^\W*(?:[A-Z0-9]{1,2}[.)]\s+)?whereas\b/i;

/** It goes on with what the sentence before spoke of. */
const pronoun = /^\W*(?:it|they|these|this)\s/i;

/** In a text of fewer characters nothing stands far from the beginning. */
const short = 20_000;

/** From this probability on it is what the document says. */
const least = { read: 0.3, unread: 0.2 };
/** What an amendment says of an end is mostly what it is made for. */
const leastAmending = 0.15;
/** Where a document says one thing alone of how long it lasts, and says it of the contract, that is its end. */
const leastAlone = 0.15;
/** Where nothing else is said in plain words of the contract. */
const leastPlain = 0.2;

/** From here on a sentence is taken for the first term's where a likelier one is of a renewal. */
const plainly = 0.5;

/** How and when the first term of the contract ends. */
export const readEnding = (document: ReadDocument): Statement<Ending> | undefined => {
  const kind = document.units.some(({ types }) => types.length > 0) ? 'read' : 'unread';
  const amending = amendedBy(document) !== undefined;
  const candidates = endingCandidates(document);
  const [likeliest, ...others] = candidates
    .map((candidate) => ({ ...candidate, sure: probabilityOfEnding(endingModels[kind], candidate.signs) }))
    .toSorted((a, b) => b.sure - a.sure || a.unit.start - b.unit.start);
  if (likeliest === undefined) return undefined;
  // How long a renewal lasts is said in much the same words as the first term.
  const first =
    likeliest.signs.renews === 1 ? others.find(({ sure, signs }) => sure > plainly && signs.renews === 0) : undefined;
  const best = first ?? likeliest;
  const enough = amending
    ? leastAmending
    : candidates.length === 1 && isPlain(best)
      ? leastAlone
      : isOnlyPlain(best, candidates)
        ? leastPlain
        : least[kind];
  if (best.sure < enough) return undefined;
  const evidence = [best.unit, ...best.more].map((span) => sourceOf(document, span));
  return { value: best.ending, evidence, confidence: Math.min(0.97, best.sure) };
};

const isOnlyPlain = (best: EndingCandidate, candidates: readonly EndingCandidate[]): boolean =>
  isPlain(best) && !candidates.some((other) => other.unit !== best.unit && isPlain(other));

/** Of the contract, a day or a length of months or years, and of nothing else nor on a condition. */
const isPlain = ({ signs, unit }: EndingCandidate): boolean =>
  signs.contract + signs.goesOn + (itself.test(unit.text) ? signs.range : 0) > 0 &&
  doubts.every((name) => signs[name] === 0);
const itself = /\b(?:this|the)\s+(?:agreement|contract|lease|licen[cs]e)\b/i;
const doubts = [
  'other',
  'renews',
  'conditional',
  'definesOther',
  'event',
  'fromEvent',
  'daysOnly',
  'shortPeriod',
] as const;

export const probabilityOfEnding = ({ bias, weights }: EndingModel, signs: Signs): number =>
  1 / (1 + Math.exp(-signNames.reduce((sum, name) => sum + weights[name] * signs[name], bias)));
