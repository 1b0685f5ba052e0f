import type { ReadDocument, ReadUnit } from '../../../../core/ports/detector.ts';
import { amendedBy } from '../../../../core/reading/amendment.ts';
import type { Ending, Statement } from '../stated.ts';
import { type EndingModel, type Signs, saysNoEnd, signNames, signsOf, speaksOfEnd } from './ending-signs.ts';
import { endingModels } from './ending-weights.ts';
import { askable, endingIn, hasRange, laterIn, type Read } from './ending-words.ts';
import { flat, newWords, probabilityOf, sourceOf } from './units.ts';

export type EndingCandidate = Read & { readonly unit: ReadUnit; readonly signs: Signs };

/** Every sentence that may say how and when the first term of the contract ends. */
export const endingCandidates = (document: ReadDocument): readonly EndingCandidate[] => {
  const amending = amendedBy(document) !== undefined;
  const highest = Math.max(0, ...document.units.map((unit) => probabilityOf(unit, 'expiration-date')));
  return document.units.flatMap((unit, index) => {
    const text = amending ? newWords(flat(unit.text)) : flat(unit.text);
    if (saysNoEnd(text)) return [];
    const likely = probabilityOf(unit, 'expiration-date');
    if (!speaksOfEnd(text) && likely < 0.1 && !hasRange(text)) return [];
    const read = askable((amending ? laterIn(text) : undefined) ?? endingIn(document, text, unit));
    if (read === undefined) return [];
    const before = document.units[index - 1];
    const place = unit.start / Math.max(document.text.length, short);
    return [{ unit, ...read, signs: signsOf({ unit, text, before, ending: read.ending, highest, place }) }];
  });
};

/** In a text of fewer characters nothing stands far from the beginning. */
const short = 20_000;

/** From this probability on it is what the document says. */
const least = { read: 0.4, unread: 0.2 };
/** What an amendment says of an end is mostly what it is made for. */
const leastAmending = 0.15;

/** How and when the first term of the contract ends. */
export const readEnding = (document: ReadDocument): Statement<Ending> | undefined => {
  const kind = document.units.some(({ types }) => types.length > 0) ? 'read' : 'unread';
  const [best] = endingCandidates(document)
    .map((candidate) => ({ ...candidate, sure: probabilityOfEnding(endingModels[kind], candidate.signs) }))
    .toSorted((a, b) => b.sure - a.sure || a.unit.start - b.unit.start);
  if (best === undefined || best.sure < (amendedBy(document) === undefined ? least[kind] : leastAmending))
    return undefined;
  const evidence = [best.unit, ...best.more].map((span) => sourceOf(document, span));
  return { value: best.ending, evidence, confidence: Math.min(0.97, best.sure) };
};

export const probabilityOfEnding = ({ bias, weights }: EndingModel, signs: Signs): number =>
  1 / (1 + Math.exp(-signNames.reduce((sum, name) => sum + weights[name] * signs[name], bias)));
