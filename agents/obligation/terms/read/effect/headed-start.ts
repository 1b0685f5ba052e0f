import type { ReadUnit } from '../../../../../core/ports/detector.ts';
import { durationsIn } from '../../../../../core/reading/durations.ts';
import { papers, words } from '../paper-words.ts';
import { firstOf, shortRange } from '../points/backward.ts';
import { daysIn } from '../points/days-in.ts';
import type { Point, Reading } from '../points/point.ts';
import { pointAt } from '../points/points.ts';

const number =
  '(?:(?:article|section|clause|paragraph)\\s+)?(?:\\d{1,2}(?:\\.\\d{1,2})*|[ivxlc]{1,6}|[a-z])?[.):]?\\s*[-–—]?\\s*';
const what =
  '(?:services?|subscription|contract|agreement|lease|term|work|employment|engagement|hire|licen[cs]e|operations|performance)';
const ofPaper = `(?:\\s+of\\s+(?:(?:this|the|our)\\s+)?${words}{0,2}(?:${papers}|services?|term|work))?`;
const starts = `(?:${what}\\s+)?(?:start(?:\\s+date)?|commencement(?:\\s+date)?|beginning|inception|effectiveness|effect|entry\\s+into\\s+(?:force|effect)|coming\\s+into\\s+(?:force|effect)|taking\\s+effect)${ofPaper}`;
const terms = `(?:(?:the|first|initial|original|basic|fixed|minimum|primary|current|valid)\\s+)*(?:(?:${what})\\s+)?(?:term|period|duration|validity|currency|tenure|life|how\\s+long|length|time\\s+span)${ofPaper}(?:\\s*(?:and|&|,|\\/)\\s*[\\p{L}]+)?`;
const sep = '\\s*(?:[.:–—-]|\\s-)\\s*';
const startHeading = new RegExp(`^\\W{0,4}${number}(?:${starts})${sep}`, 'iu');
const termHeading = new RegExp(`^\\W{0,4}${number}(?:${terms})${sep}`, 'iu');
const whole = (heading: string): RegExp => new RegExp(`^\\W{0,4}${number}(?:${heading})\\s*[.:]?\\s*$`, 'iu');
const startAlone = whole(starts);
const termAlone = whole(terms);

/**
 * What a clause says in few words under its heading: "FIRST TERM. October 1, 2001 through September 30, 2003.", "Service
 * start: the date of this Agreement.", "Duration. In perpetuity, beginning this day."
 */
export const headedStart = (
  reading: Reading,
  unit: ReadUnit,
  before: ReadUnit | undefined,
  text: string,
): readonly Point[] => {
  const alone = before !== undefined && before.text.length < 60 ? before.text : '';
  const start = startHeading.exec(text)?.[0].length ?? (startAlone.test(alone) ? 0 : undefined);
  if (start !== undefined) return pointsOf(pointAt(reading, unit, text, start));
  const term = termHeading.exec(text)?.[0].length ?? (termAlone.test(alone) ? 0 : undefined);
  if (term === undefined) return [];
  const first = shortRange(text.slice(0, 120)) ?? firstOf(text, daysIn(reading.document, text));
  if (
    first?.iso !== undefined &&
    /^\s*(?:from\s+)?(?:and\s+including\s+)?(?:the\s+)?$/i.test(text.slice(term, first.start))
  )
    return [{ anchor: { kind: 'day', iso: first.iso }, end: first.end, more: [] }];
  const sentence = text.slice(term).split(/[.;]\s/)[0] ?? '';
  // A length that is counted from the contract's own day is none that begins then, as one is that "begins".
  for (const { index, 0: lead } of sentence.matchAll(/\b(?:beginning|starting|commencing|running)\s+/gi)) {
    if (/\b(?:not|unless|until|renew\w*|exten\w*)\b/i.test(sentence.slice(0, index))) break;
    return pointsOf(pointAt(reading, unit, text, term + index + lead.length));
  }
  const from = /^\s*(?:from|as\s+from|with\s+effect\s+from)\s+/i.exec(sentence)?.[0];
  return from === undefined || durationsIn(sentence.slice(0, 20)).length > 0
    ? []
    : pointsOf(pointAt(reading, unit, text, term + from.length));
};

const pointsOf = (point: Point | undefined): readonly Point[] => (point === undefined ? [] : [point]);
