import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import { numberOf, numberPattern } from '../../../../../core/reading/numbers.ts';
import type { Span } from '../../../../../core/text/span.ts';
import type { Length } from '../../stated.ts';
import { type FoundLength, lengthsIn } from '../lengths.ts';
import { flat } from '../units.ts';

const unit = '(year|month|week|quarter|day)';
/** "from year to year", "month-to-month", "each year", "in annual terms", "yearly". */
const periodic = new RegExp(
  String.raw`\bfrom\s+(?:[\w-]+\s+)?${unit}\s+to\b|\b${unit}[\s-]+(?:to|by|on|after|upon)[\s-]+\2\b|\b(?:each|every)\s+(?:(?:next|new|following|succeeding|further|subsequent|coming)\s+(?:[\w-]+\s+)?)?${unit}\b|\b(annual|year|month|week|quarter)(?:ly)?\b(?=[\s-]+(?:basis|terms?|periods?|renewals?|extensions?|increments?|intervals?|steps?))|\b(annually|yearly|monthly|weekly|quarterly)\b(?!\s+(?:(?!upon\b|on\b|by\b|against\b|subject\b|for\b)\w+\s+)?(?:fees?|payments?|rents?|rentals?|charges?|rates?|statements?|reports?|invoices?|instal\w+)\b)`,
  'giu',
);
const units: Readonly<Record<string, Length['unit']>> = {
  ann: 'year',
  yea: 'year',
  mon: 'month',
  wee: 'week',
  qua: 'quarter',
  day: 'day',
};
/** It goes on at each of these: by a year. */
const anniversary =
  /\b(?:on|at|with|from)\s+(?:each|every)\s+(?:anniversary|\d{1,2}\s+\p{L}{3,9}|\p{L}{3,9}\s+\d{1,2})\b/iu;
/** A length by an article alone is one of renewal where it is given so: "for a year", "a year at a time". */
const given =
  /\b(?:for|by|of|in|into|lasts?|is)\s+(?:the\s+|another\s+|an?\s+(?:further|additional)\s+|only\s+|just\s+|up\s+to\s+)?$/i;
const repeated = /^\s*(?:at\s+a\s+time|each\b|more\b|longer\b|further\b|on\b|(?:terms?|periods?)\b)/i;

/** "during the thirty (30) day period ending on the last day": a window for notice. */
const windowed = /^[\s-]*periods?\s+(?:ending|immediately|prior|preceding|before)\b/i;
/** "cured within such one hundred twenty (120) day period". */
const within = /\b(?:within|during)\s+(?:such|said|that|the)\s+$/i;

/** "extended through the day that is six months from the date of": it is told until when, not by how much. */
const untilDay =
  /\b(?:day|date)\s+(?:that|which)\s+(?:is|falls)\s+(?:not\s+(?:less|earlier)\s+than\s+|at\s+least\s+)?$/i;

/** "not less than six nor more than twelve months before": its first half. */
const firstOfTwo = /^\s*(?:,\s*)?(?:but\s+|and\s+)?(?:nor|not|no)\s+more\s+than\b[^.;]{0,60}\b(?:prior|before)\b/i;

/** Whether a length is that of a notice, or of all together: "90 days before", "a month's notice", "beyond five years". */
const ofNotice = (text: string, { start, end }: Span): boolean =>
  firstOfTwo.test(text.slice(end)) ||
  untilDay.test(text.slice(Math.max(0, start - 60), start)) ||
  (/\bgiv(?:es?|ing|en)\s+(?:at\s+least\s+)?$/i.test(text.slice(Math.max(0, start - 20), start)) &&
    /\b(?:days?|weeks?)\b/i.test(text.slice(start, end))) ||
  ((windowed.test(text.slice(end)) || within.test(text.slice(Math.max(0, start - 16), start))) &&
    /\b(?:days?|weeks?)\b/i.test(text.slice(start, end))) ||
  /^['’]?s?\s*(?:\([^)]*\)\s*)?(?:(?:or\s+more|calendar|days?|written|advance|prior|clear|full|in)\s+){0,3}(?:prior|before|beforehand|notice|notification|written|advance|preceding|ahead)\b/i.test(
    text.slice(end),
  ) ||
  (/\b(?:(?:notice|notice\s+period|warning)\s+(?:of|is|being)\s+(?:at\s+least\s+|not\s+less\s+than\s+)?|beyond|exceed\w*|total\w*)\s*$/i.test(
    text.slice(Math.max(0, start - 50), start),
  ) &&
    !/^\s*(?:\([^)]*\)\s*)?each\b/i.test(text.slice(end))) ||
  (/\b(?:within|not?\s+later\s+than|by)\s+(?:a\s+period\s+of\s+)?$/i.test(text.slice(Math.max(0, start - 40), start)) &&
    /^\s*(?:of|after|following|from)\b/i.test(text.slice(end)));

/** The length of one renewal, from where the text speaks of going on. */
export const renewalLength = (sentence: string, at: number): Length | undefined => {
  // The next of a list is another matter.
  const stop = sentence.slice(at).search(/;[^;()]{0,6}\(/);
  const text = stop < 0 ? sentence : sentence.slice(0, at + stop);
  const all = lengthsIn(text);
  const lengths = all.filter((length) => !ofNotice(text, length) && !ofFirst(text, length));
  const words = [...text.matchAll(periodic)]
    .map((match) => ({ ...spanOf(match), value: 1, unit: unitOf(match) }))
    .filter((word) => !all.some(({ start, end, unnumbered }) => !unnumbered && start < word.end && end > word.start));
  const told = [...lengths.filter((length) => !length.unnumbered || isGiven(text, length)), ...words];
  const found =
    told.find((length) => length.start >= at && isStep(text, length)) ??
    told.findLast(({ start, end }) => start < at && ownRenewal.test(text.slice(end))) ??
    told.filter(({ start }) => start >= at).toSorted((a, b) => a.start - b.start)[0] ??
    told.findLast(({ start, end }) => start < at && namedRenewal.test(text.slice(end))) ??
    told.findLast(({ start, end }) => start < at && isAdded.test(text.slice(end))) ??
    (anniversary.test(text.slice(at)) ? { value: 1, unit: 'year' as const } : undefined);
  return found && { value: found.value, unit: found.unit };
};

/** "a three-year extension": of that length, whatever length comes later. */
const ownRenewal =
  /^[\s-]*(?:\([^)]*\)[\s-]*)?(?:(?:renewal|extension|extended|prolongation)s?\b(?!\s+(?:notice|fees?|dates?))|options?\s+to\s+(?:extend|renew|prolong))/i;
/** "for one-year periods (the “Renewal Terms”)". */
const namedRenewal =
  /^\W*(?:\([^)]*\)\W*)?(?:(?:terms?|periods?)\W+)?(?:(?:the|each|an?)\W+){0,2}(?:renewal|extension|extended|option)/i;

/** "eight months may be added to the term". */
const isAdded =
  /^\W*(?:(?:shall|will|may|can|each|then)\s+){0,3}(?:is|are|be)\s+(?:each\s+time\s+)?(?:added|tacked)\b/i;

/** "extend the initial thirty-six (36) month term". */
const ofFirst = (text: string, { start, end }: Span): boolean =>
  /\b(?:after|following|upon|during)\s+(?:the\s+|its\s+)?(?:initial|first|original)\s+$/i.test(
    text.slice(Math.max(0, start - 30), start),
  ) ||
  (/\b(?:initial|original|existing)\s+$/i.test(text.slice(Math.max(0, start - 12), start)) &&
    /^[\s-]*(?:terms?|periods?)\b/i.test(text.slice(end)));

/** "five additional years, in one-year increments". */
const isStep = (text: string, { start, end }: Span): boolean =>
  /^[\s-]*(?:increments?|steps?|intervals?|instal\w+)\b/i.test(text.slice(end, end + 20)) ||
  /\b(?:increments?|steps?|periods)\s+of\s+$/i.test(text.slice(Math.max(0, start - 20), start));

const spanOf = ({ index, 0: { length } }: RegExpExecArray): Span => ({ start: index, end: index + length });

const unitOf = (match: RegExpExecArray): Length['unit'] =>
  units[(match.slice(1).find((each) => each !== undefined) ?? '').slice(0, 3).toLowerCase()] ?? 'year';

const isGiven = (text: string, { start, end }: FoundLength): boolean =>
  /^(?:another|one|further|additional|successive|consecutive|subsequent)\b|\b(?:further|additional|new|extra|more)\b/i.test(
    text.slice(start, end),
  ) ||
  given.test(text.slice(Math.max(0, start - 20), start)) ||
  repeated.test(text.slice(end, end + 20));

const kinds =
  '(?:renewal|renewed|extension|extended|further|additional|option|successive|subsequent|rollover|follow-on)';
const namesTerm = new RegExp(String.raw`\b${kinds}\s+(?:term|period)s?\b`, 'i');
/** "Renewal Term" means one year; Each renewal term lasts one year; Each extension shall be for two years. */
const defines = new RegExp(
  String.raw`\b${kinds}(?:\s+(?:term|period)s?)?\b["”’']?\s*\)?\s*(?:,?\s*if\s+any\s*,?\s*)?(?:means?|shall\s+mean|(?:shall|will)\s+(?:each\s+)?(?:be|last|run|have)|is|are|lasts?|runs?|has|have|:|=|–)(?=[\s\p{L}])[^.;]{0,60}$`,
  'iu',
);

/** What the document says elsewhere that a renewal, or the "Renewal Term", lasts. */
export const definedLength = (
  document: ReadDocument,
  own: ReadUnit,
): { readonly length: Length; readonly unit: ReadUnit } | undefined => {
  for (const unit of document.units) {
    if (unit === own || !/renew|exten|further|additional|option|subsequent|successive|follow/i.test(unit.text))
      continue;
    const text = flat(unit.text);
    const found = lengthsIn(text).find(
      (length) => !ofNotice(text, length) && defines.test(text.slice(Math.max(0, length.start - 140), length.start)),
    );
    if (found !== undefined) return { length: { value: found.value, unit: found.unit }, unit };
  }
  return undefined;
};

/** Whether the text calls what it adds by a name that is defined, or that it may define elsewhere. */
export const namesRenewal = (text: string): boolean => namesTerm.test(text);

const like =
  /\b(?:like|same|equal|identical|similar)\s+(?:(?:additional|further|successive|renewal)\s+){0,2}(?:periods?|term|length|duration)\b(?!\s+and\s+conditions)|\b(?:for|by)\s+(?:successive\s+|further\s+)?like\s+terms\b|\bthe\s+same\s+number\s+of\s+(?:years|months)\b|\b(?:as\s+long\s+as|of\s+the\s+length\s+of)\s+the\s+(?:initial|first|original|previous|preceding)\s+(?:term|period)\b|\b(?:periods?|terms?)\s+(?:each\s+)?(?:equal|identical|equivalent)\s+(?:in\s+(?:length|duration)\s+)?to\s+(?:the\s+|that\s+of\s+the\s+)?(?:initial|first|original|previous|preceding|expiring|term)\b/i;

/** Whether a renewal is said to be as long as the term before it. */
export const isAsLong = (text: string): boolean => like.test(text);

const counted = new RegExp(
  `\\b(?:up\\s+to\\s+)?(${numberPattern})\\s+(?:(?:additional|successive|further|consecutive|separate|renewal|more|subsequent|optional|automatic)\\s*(?:,\\s*)?(?:and\\s+)?)*(?:(?:terms?|periods?|renewals?|extensions?|times)\\b(?!\\s*\\))|(?:${numberPattern})[\\s-]*\\(?[^()]{0,8}\\)?[\\s-]*(?:years?|months?))`,
  'i',
);
const single =
  /\b(?<!\b(?:to|not|such|against)\s)(?:an|one|a)\s+(?:\(\s*1\s*\)\s*)?(?:single\s+)?(?:additional|further|subsequent|renewal|extension)\b(?![^.;]{0,60}\b(?:each|successive|periods|terms)\b)/i;
const again =
  /\b(?:at\s+a\s+time|(?:each|every)\s+(?:\w+\s+)?(?:time|year|month|week|day|term|period)|and\s+so\s+on|from\s+time\s+to\s+time)\b/i;
const after = /\b(?:renew\w*|exten\w+|continu\w*|prolong\w*|additional|successive|subsequent|further)\b/i;

/** How often it can be renewed, where that is said. */
export const timesOf = (text: string): number | undefined => {
  const match = counted.exec(text.slice(after.exec(text)?.index ?? 0));
  const value = match === null ? undefined : numberOf(match[1] ?? '');
  if (value !== undefined && value >= 1 && value <= 50 && Number.isInteger(value)) return value;
  return single.test(text) && !again.test(text) ? 1 : undefined;
};
