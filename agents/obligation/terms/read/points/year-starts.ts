import type { ReadDocument } from '../../../../../core/ports/detector.ts';
import { monthOf, monthPattern } from '../../../../../core/reading/months.ts';
import type { Span } from '../../../../../core/text/span.ts';
import { onDay } from './month-days.ts';
import { namedYear, yearNamePattern } from './named-years.ts';

/** The first day of a year, season or month that the words name, where they end, and where the document says when such a year begins. */
export type YearStart = {
  readonly iso: string;
  readonly words: string;
  readonly end: number;
  readonly defined: Span | undefined;
};

const start =
  '(?:(?:on|at|from|as\\s+of|with|upon)\\s+)*(?:the\\s+)?(?:beginning|start|first\\s+day|commencement|opening)\\s+of\\s+(?:the\\s+)?';
const span = '((?:19|20)\\d\\d)(?:\\s*[-–/]\\s*(?:(?:19|20)?\\d\\d))?(?!\\d)';
const ofYear = new RegExp(`[\\s,]*${start}(?:${span}\\s+(${yearNamePattern})|(${yearNamePattern})\\s+${span})`, 'uy');
const ofMonth = new RegExp(`[\\s,]*${start}(?:month\\s+of\\s+)?(${monthPattern})\\s*,?\\s*((?:19|20)\\d\\d)\\b`, 'iuy');

/** "the beginning of the 2017-2018 School Year", "the start of June 2020". */
export const yearStartAt = (document: ReadDocument, text: string, from: number): YearStart | undefined => {
  ofMonth.lastIndex = from;
  const month = ofMonth.exec(text);
  if (month !== null)
    return started(month, onDay(Number(month[2]), { month: monthOf(month[1] ?? ''), day: 1 }), undefined);
  ofYear.lastIndex = from;
  const match = ofYear.exec(text);
  if (match === null) return undefined;
  const [whole, first, name, second, last] = match;
  const year = namedYear(document, name ?? second ?? '');
  if (year?.begins === undefined || year.ends === undefined) return undefined;
  const wraps = onDay(2023, year.ends) < onDay(2023, year.begins);
  const isRange = /\d\s*[-–/]\s*\d/.test(whole);
  // A financial year bears the number of the year in which it ends; of others nobody can tell.
  if (wraps && !isRange && !/\b(?:fiscal|financial|accounting|tax)\b/i.test(whole)) return undefined;
  const number = Number(first ?? last) - (wraps && !isRange ? 1 : 0);
  return started(match, onDay(number, year.begins), year.defined);
};

const started = (match: RegExpExecArray, iso: string, defined: Span | undefined): YearStart => ({
  iso,
  words: match[0].replace(/^[\s,]*(?:(?:on|at|from|as\s+of|with|upon)\s+)*(?:the\s+)?/i, '').replace(/\s+/g, ' '),
  end: match.index + match[0].length,
  defined,
});
