import { writeDuration } from '../../../../core/reading/durations.ts';
import type { Facts, Source } from '../../model/terms.ts';
import type { Ending, StatedTerms, Statement } from '../stated.ts';
import { addBoth, addDays, addLength, endOf, isClamped, writeAdded } from './calendar.ts';
import { dayOf, merged, type Reckoned, said } from './days.ts';

/** The end of the first term: the day on which it is over, and its last whole day. */
export type End = Reckoned & {
  /** The last whole day: the day before the anniversary where the words count the first day in. */
  readonly lastDay: string | null;
  /** Whether the user said it. */
  readonly given?: boolean;
};

export const endDay = (stated: StatedTerms, { value, evidence, confidence }: Statement<Ending>, facts: Facts): End => {
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
    const words = value.anchor.kind === 'day' ? `${value.named ?? 'stated'}: ${value.anchor.iso}` : start.words;
    const end = { ...start, words, lastDay: start.day, evidence: all, confidence: sure };
    return value.dayBefore ? endingBefore(end) : end;
  }
  if (value.kind === 'end-of') {
    const { length } = value;
    const day = start.day && endOf(length === undefined ? start.day : addLength(start.day, length), value.unit);
    const added = length === undefined ? '' : ` + ${writeDuration(length)}`;
    return {
      ...start,
      day,
      lastDay: day,
      words: `${start.words}${added}, end of its ${value.unit}`,
      evidence: all,
      confidence: sure,
    };
  }
  const { length, plus } = value;
  const sum = `${start.words} ${writeAdded(length, plus)}`;
  if (start.day === null) return { ...start, lastDay: null, words: sum, evidence: all, confidence: sure };
  const day = addBoth(start.day, length, plus);
  const note = isClamped(start.day, length) ? ' (that month has no such day: its last)' : '';
  if (value.dayBefore)
    return endingBefore({ ...start, day, lastDay: day, words: `${sum}${note}`, evidence: all, confidence: sure });
  return {
    day,
    lastDay: value.includes ? addDays(day, -1) : day,
    words: `${sum}${note}`,
    needs: null,
    evidence: all,
    confidence: sure,
  };
};

const endingBefore = (end: End): End => {
  const day = end.day && addDays(end.day, -1);
  return { ...end, day, lastDay: day, words: `${end.words} − 1 day` };
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
