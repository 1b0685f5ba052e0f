import type { Length } from '../../stated.ts';
import { type FoundLength, lengthsIn } from '../lengths.ts';
import { ordinalOf, ordinalPattern } from '../ordinals.ts';
import { speaksOfStop } from './words.ts';

/** How long before, by the words behind a length: "90 days (or more) prior", "three months' notice", "two weeks ahead". */
const lead =
  /^['’]?s?(?:\s*\([^)]*\))?['’]?(?:\s+(?:termination|cancell?ation|renewal)(?=\s+notice\b))?(?:(?!\b(?:terms?|periods?|unless|if|except|save|until|by|from|after|following|since|giv|renew|exten|cancel|terminat)\w*\b)[^,.;]){0,30}\b(?:prior|before|beforehand|notice|notification|warning|anticipation|heads-up|advance|preced(?:es?|ing)|ahead|leading\s+up|short\s+of|remain|left|to\s+run)\b/i;
const noticeOf =
  /\b(?:notice(?:\s+period)?|period\s+of\s+notice|warning|anticipation|preadvice|pre-?notification)(?:\s+(?:in\s+writing|given))?\s+(?:of|is|shall\s+be|being)\s+(?:at\s+least\s+|(?:not|no)\s+(?:less|fewer)\s+than\s+|a\s+minimum\s+of\s+)?$/i;
/** "notice on or before 30 days from the end", "60 days out from the end". */
const fromEnd =
  /^\s*(?:\([^)]*\)\s*)?(?:out\s+)?from\s+(?:the|its|an?|any|each)\s+(?:[\w-]+\s+){0,3}?(?:end|expir\w+|close|last\s+day|anniversary)\b/i;
const noLaterThan = /\b(?:on\s+or\s+before|before|by|(?:not|no)\s+later\s+than|prior\s+to|at\s+least)\s+$/i;
/** "gives notice ninety days in writing". */
const noticeBefore = /\bnotice,?\s+(?:at\s+least\s+|(?:not|no)\s+(?:less|fewer)\s+than\s+)?$/i;
const inWriting = /^\s*(?:\([^)]*\)\s*)?(?:in\s+writing|in\s+advance|beforehand)\b/i;
/** "with a period of six months to the end of the term", "three weeks to the close of a season". */
const toEnd =
  /^\s*(?:\([^)]*\)\s*)?(?:notice\s+)?(?:to|of|towards)\s+(?:the|its|an?|any|each)\s+(?:\w+\s+){0,3}?(?:end|expir\w+|close|last\s+day|date\s+(?:on|of)|day\s+on|anniversary)\b/i;
const periodOf =
  /\b(?:with|subject\s+to|observing|on|upon|at|giving|by)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:period|time|term)\s+of\s+(?:at\s+least\s+|(?:not|no)\s+less\s+than\s+)?$/i;
/** "Notice of Non-Renewal: 120 days". */
const noticeLabel =
  /\b(?:non-?\s?renewal\s+notice|notice\s+(?:of|for)\s+(?:non-?\s?renewal|termination|cancell?ation)|non-?\s?renewal|notice\s+period)(?:\s+period)?\s*[:|–]\s*(?:at\s+least\s+)?$/i;
/** "notice within 5 days of the end". */
const noticeWithin = /\b(?:notice|notif\w+|terminated)\b[^.;]{0,40}\b(?:within|during)\s*(?:the\s+|an?\s+)?$/i;

/** How long the notice is that a sentence asks for. */
export const noticeLength = (text: string): Length | undefined => {
  const lengths = lengthsIn(text).filter((each) => !isOfPrice(text, each));
  const found =
    lengths.find((each) => isLabelled(text, each)) ??
    lengths.find((each) => isLeast(text, each)) ??
    lengths.find((each) => isNotice(text, each));
  return found === undefined ? toOrdinalDay(text) : { value: found.from ?? found.value, unit: found.unit };
};

const isLabelled = (text: string, { start, unnumbered }: FoundLength): boolean =>
  !unnumbered && noticeLabel.test(text.slice(Math.max(0, start - 60), start));

/** "notice of any increase in fees at least 90 days before the end of the term": of what it costs, not that it ends. */
const isOfPrice = (text: string, { start }: FoundLength): boolean => {
  const lead = text.slice(Math.max(0, start - 160), start);
  const clause = lead.slice(Math.max(lead.lastIndexOf(';'), lead.lastIndexOf('('), lead.lastIndexOf('unless')) + 1);
  return (
    (/\b(?:notice|notif\w+|inform\w*|advis\w+)\b[^;]{0,60}\b(?:increas\w*|fees?|prices?|pricing|rates?|charges?|invoices?|quotes?|quotation|propos\w+)\b/i.test(
      clause,
    ) ||
      /\b(?:ask|raise|increase|adjust|change|revise|fix|propose|set)s?\b[^;]{0,40}\b(?:fees?|prices?|pricing|rates?|charges?|rent)\b[^;]{0,60}\b(?:notice|notif\w+)\b/i.test(
        clause,
      )) &&
    !speaksOfStop(clause)
  );
};

const ordinalDay = new RegExp(
  String.raw`(?:\b(?:(one|two|a)\s+hundred(?:\s+and)?\s+))?(?<![\w-])(${ordinalPattern}|\d{3}th)\)?\s+(?:calendar\s+)?(day|month|week)\s+(?:(?:next|immediately)\s+)?(?:prior\s+to|before|preceding|ahead\s+of)\b`,
  'i',
);

/** "not later than the one hundred fiftieth (150th) day before the end", "by the sixtieth day ahead of it". */
const toOrdinalDay = (text: string): Length | undefined => {
  const [, hundreds, ordinal = '', unit = ''] = ordinalDay.exec(text) ?? [];
  const named = ordinalOf(ordinal);
  if (named === undefined) return undefined;
  const inFigures = /\d/.test(ordinal) || hundreds === undefined;
  const value = inFigures ? named : named + (hundreds.toLowerCase() === 'two' ? 200 : 100);
  return { value, unit: unit.toLowerCase() as Length['unit'] };
};

const isLeast = (text: string, { bound, start, end }: FoundLength): boolean =>
  bound === 'least' &&
  /\b(?:notice|notif\w+)\b/i.test(text.slice(Math.max(0, start - 160), end + 60)) &&
  (/^[^,.;]{0,60}\b(?:prior|before|nor\s+more)\b/i.test(text.slice(end)) ||
    (eachParty.test(text) && /^[^.;]{0,160}\b(?:prior\s+to|before)\b/i.test(text.slice(end))));

/** A notice for one party, and another for the other. */
const eachParty =
  /\bin\s+the\s+case\s+of\b[^.;]{0,120}\bin\s+the\s+case\s+of\b|\bif\s+(?:given\s+)?by\b[^.;]{0,120}\bif\s+(?:given\s+)?by\b/i;

const isNotice = (text: string, { start, end, unnumbered }: FoundLength): boolean => {
  const tail = text.slice(end, end + 60);
  const before = text.slice(Math.max(0, start - 60), start);
  return (
    (lead.test(tail) && !(unnumbered && /^\W*(?:by|upon|on|with|through)\b/i.test(tail))) ||
    noticeOf.test(before) ||
    (noLaterThan.test(before) && fromEnd.test(tail)) ||
    (noticeBefore.test(before) && inWriting.test(tail)) ||
    (periodOf.test(before) && toEnd.test(tail)) ||
    (noticeWithin.test(before) && /^[^.;]{0,20}\b(?:of|prior|before|ending)\b/i.test(tail))
  );
};
