import type { ReadDocument } from '../../../../core/ports/detector.ts';
import { flat } from '../../terms/read/units.ts';
import { calendarIn, calendarOfLaw } from './calendars.ts';
import { zoneIn } from './zones.ts';

/** How a document writes and counts days: what a single sentence does not say. */
export type Conventions = {
  /** How it writes days in figures; undefined where nothing decides. */
  readonly figures: 'day-first' | 'month-first' | undefined;
  /** What it defines a Business Day to be. */
  readonly businessDays: string | undefined;
  /** Calendar of the place whose law governs, for business days that it does not define. */
  readonly lawCalendar: { readonly calendar: string; readonly law: string } | undefined;
  /** The zone of all its hours, IANA. */
  readonly timezone: string | undefined;
  /** What happens to a day on which nobody works. */
  readonly roll: 'following' | 'preceding' | undefined;
  /** Last month of the financial year, 1 to 12. */
  readonly yearEnd: number | undefined;
};

const figures = /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)/g;
const defined =
  /["“”']?\b(?:business|working|banking)\s+days?\b["“”']?\)?\s*(?:\([^)]{0,40}\)\s*)?(?:shall\s+mean|means?|is|are|refers?\s+to|:|=)\s*(.{5,400})/i;
const allTimes =
  /\b(?:all\s+(?:references?\s+to\s+)?times?|references?\s+(?:in\s+this\s+\w+\s+)?to\s+(?:a\s+|any\s+)?(?:time|times?\s+of\s+(?:the\s+)?day))\b(.{3,160})/i;
const notOpen =
  /\b(?:not\s+(?:be\s+)?(?:on\s+)?an?\s+(?:business|working|banking)\s+day|(?:saturday|sunday|weekend|holiday)\b.{0,60}?)/i;
const moved =
  /\b(?:next|immediately\s+following|next\s+(?:following|succeeding)|following|succeeding)\s+(?:\w+\s+)?(?:business|working|banking)\s+day\b|\b(?:preceding|previous|prior)\s+(?:\w+\s+)?(?:business|working|banking)\s+day\b/i;
const financialYear =
  /\b(?:fiscal|financial|accounting|contract)\s+year\b.{0,60}?\b(?:end(?:s|ing)?|means\s+the\s+(?:twelve|12).{0,20}ending)\b.{0,30}?\b(?:(?:\d{1,2}(?:st|nd|rd|th)?)\s+(?:of\s+)?)?(january|february|march|april|may|june|july|august|september|october|november|december)\b/i;
export const monthNames = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** `governingLaw`: the place, as the terms name it. */
export const conventionsOf = (
  document: Pick<ReadDocument, 'text' | 'units'>,
  governingLaw: string | null,
): Conventions => {
  let businessDays: string | undefined;
  let timezone: string | undefined;
  let roll: Conventions['roll'];
  let yearEnd: number | undefined;
  for (const unit of document.units) {
    const text = flat(unit.text);
    if (/\b(?:business|working|banking)\s+day/i.test(text)) {
      businessDays ??= definitionIn(text);
      roll ??= rollIn(text);
    }
    if (/\btimes?\b/i.test(text)) timezone ??= zoneIn(allTimes.exec(text)?.[1] ?? '');
    if (/\byear\b/i.test(text)) {
      const month = financialYear.exec(text)?.[1]?.toLowerCase();
      if (month !== undefined) yearEnd ??= monthNames.indexOf(month) + 1;
    }
  }
  const law = governingLaw === null ? undefined : calendarOfLaw(governingLaw);
  return {
    figures: figuresOf(document.text, law),
    businessDays,
    lawCalendar: law === undefined || governingLaw === null ? undefined : { calendar: law, law: governingLaw },
    timezone,
    roll,
    yearEnd,
  };
};

const definitionIn = (text: string): string | undefined => {
  const words = defined.exec(text)?.[1];
  if (words === undefined) return undefined;
  const named = calendarIn(words);
  if (named !== undefined) return named;
  return /\b(?:saturday|sunday|weekend|monday|holiday|open\s+for)/i.test(words) ? 'weekdays' : undefined;
};

const rollIn = (text: string): Conventions['roll'] => {
  if (!notOpen.test(text)) return undefined;
  const words = moved.exec(text)?.[0];
  if (words === undefined) return undefined;
  return /preced|previous|prior/i.test(words) ? 'preceding' : 'following';
};

/** Another day of the same document that can only be read one way decides, else the place whose law governs. */
const figuresOf = (text: string, lawCalendar: string | undefined): Conventions['figures'] => {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const [, first, second] of text.matchAll(figures)) {
    if (Number(first) > 12 && Number(first) <= 31 && Number(second) <= 12) dayFirst++;
    if (Number(second) > 12 && Number(second) <= 31 && Number(first) <= 12) monthFirst++;
  }
  if (dayFirst > 0 !== monthFirst > 0) return dayFirst > 0 ? 'day-first' : 'month-first';
  if (dayFirst > 0 || lawCalendar === undefined) return undefined;
  return lawCalendar === 'US' ? 'month-first' : /^(?:CA|JP|KR|CN|ZA)/.test(lawCalendar) ? undefined : 'day-first';
};
