import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import { type Duration, durationsIn } from '../../../../../core/reading/durations.ts';
import { numberOf, spelledPattern } from '../../../../../core/reading/numbers.ts';
import type { Anchor, Length } from '../../stated.ts';
import { lengthsIn as unnumbered } from '../lengths.ts';
import { ordinalOf, ordinalPattern } from '../ordinals.ts';
import { anchorIn, type FoundAnchor } from '../points/anchors.ts';
import { antecedent, pointsBack, startWords } from '../points/antecedent.ts';
import type { Read } from './read.ts';

const afterWords =
  /^[\s,)]*(?:(?:\([^()]*\)|["“][^"”]*["”])[\s,]*)*(?:(?:term|period|duration)\s+)?(?:,?\s*(?:immediately\s+)?((?:to\s+be\s+)?(?:counted|counting|reckoned|calculated|computed|measured|running|dating|runs|run)\s+(?:as\s+)?from|(?:as\s+)?from(?:\s+and\s+after)?|after|following|commencing|beginning|starting|with\s+effect\s+(?:from|on|as\s+of)|effective|as\s+of|as\s+at|of|with)\s*(?:on|upon|with|as\s+of|from)?\s*(?:and\s+including\s+)?)/i;
const periodLead =
  /\b(?:for|of|be|is|in|a|an|end|ends|ending|until|another|lasts?|lasting|runs?|endures?|extending|terminates?|ceases?|lapses?|life|falling|occurring|to|exceed|duration|term|[:.–|-]|term\s+of\s+(?:(?:this|the)\s+)?(?:agreement|contract|lease|licen[cs]e)|period|minimum|expires?|expire|date|means?|maintain\w*|additional|expiring|terminating|stops?|finish(?:es)?|over|entire|the|force|effect|valid|after)\s*(?:(?:an?|the|its|entire|full|initial|minimum|first|additional|further|fixed|period|term|duration|of|least|at|for|that\s+is)\s+)*\(?$/i;

/** "for five years from the Effective Date", "shall commence on X and continue for two years". */
export const periodIn = (document: ReadDocument, text: string, unit: ReadUnit): Read | undefined => {
  const [length] = lengthsIn(text);
  if (length === undefined) return undefined;
  const found = startOf(document, text, unit, length);
  const awaited = found === undefined ? beginsWhen.exec(text.slice(0, length.start)) : null;
  const from: Anchor =
    found?.anchor ??
    (awaited === null
      ? { kind: 'effectiveDate' }
      : { kind: 'event', name: (awaited[1] ?? awaited[2] ?? '').replace(/\s+/g, ' ').trim() });
  const lead =
    found === undefined ? '' : text.slice(Math.max(0, found.start - unit.start - 40), found.start - unit.start);
  const includes =
    found === undefined || !/\b(?:from|after|following|of)\s*(?:and\s+after\s+)?(?:the\s+)?$/i.test(lead);
  const { value, unit: measure } = length;
  const plus = plusIn(text, length);
  return {
    ending: {
      kind: 'after',
      length: { value, unit: measure },
      ...(plus === undefined ? {} : { plus }),
      from,
      includes,
      ...(from.kind === 'event' && (awaited !== null || toldElsewhere.test(text)) ? { elsewhere: true } : {}),
    },
    more: found?.defined === undefined ? [] : [found.defined],
    at: length.start,
  };
};

const andMore = /^\s*(?:,\s*)?(?:and\s+|plus\s+)?$/i;

/** The weeks of "five (5) years, six (6) weeks"; days of a notice are none. */
const plusIn = (text: string, length: Duration): Length | undefined => {
  if (length.unit !== 'year' && length.unit !== 'month') return undefined;
  const next = durationsIn(text).find(({ start }) => start >= length.end);
  if (next === undefined || (next.unit !== 'week' && next.unit !== 'day' && next.unit !== 'month')) return undefined;
  if (!andMore.test(text.slice(length.end, next.start)) || ofNotice.test(text.slice(next.end))) return undefined;
  return { value: next.value, unit: next.unit };
};

/** "The term begins when the ship is delivered and lasts": nobody knows when. */
const beginsWhen =
  /\b(?:begin|commence|start)(?:s|ing)?\s+(?:(?:only|as\s+soon\s+as)\s+)?(?:when|once|as\s+soon\s+as)\s+(?:the\s+)?([^,;.]{4,80}?)(?=\s+and\b|,|\s*$)|\b(?:begin|commence|start)(?:s|ing)?\s+(?:(?:on|upon|as\s+of|from|with|at|after|following)\s+){1,2}(?:the\s+)?(?=[^,;.]{0,60}\b(?:clos\w+|complet\w+|consummat\w+|approv\w+|deliver\w*|accept\w*|launch\w*|install\w*|receipt|opening|first|commission\w*|financial\s+close|public\s+offering|ipo)\b)([^,;.]{4,90}?)(?=\s+and\b|,|\s+for\s+an?\s|\s*$)/i;

/** Each order, or another contract, has its own such day: "the Start Date set out in each Order", "as defined in the Lease". */
const toldElsewhere =
  /\b(?:in|of|for|under)\s+(?:each|every|the\s+(?:relevant|applicable|respective|corresponding)|an?\s+applicable)\s+(?:\p{Lu}|order|schedule|product|item|unit|site|store|location|country|work)|\bas\s+defined\s+in\s+the\s+(?!Section|Article)\p{Lu}/u;

/** What follows the length of a notice; "from the date first written above" follows any. */
const ofNotice =
  /^(?!\s*\)?\s*(?:from|after|following|of|commencing|beginning|starting)\s+(?:and\s+after\s+)?the\s+(?:date|day)\b)[^,.;]{0,25}\b(?:prior|before|notice|written|advance)\b/i;
/** What follows a length that counts from a breach, a request or the end itself. */
const ofAftermath =
  /^(?:\s+\w+){0,2}\s+(?:after|of|from|following)\s+(?:the\s+|its\s+|such\s+)?(?:[\w’']+\s+)?(?:receipt|breach|default|request|demand|invoice)\b|^\s*(?:after|following)\s+(?:the\s+|its\s+|any\s+|such\s+)(?:end|termination|expir\w+)\b/i;

/** The lengths of which a period may be spoken, not those of a notice or of what follows a breach. */
export const lengthsIn = (text: string): Duration[] =>
  [...durationsIn(text), ...aYear(text)]
    .toSorted((a, b) => a.start - b.start)
    .filter(
      (each) =>
        each.unit !== 'hour' &&
        each.value > 0 &&
        periodLead.test(text.slice(Math.max(0, each.start - 60), each.start)) &&
        !ofNotice.test(text.slice(each.end)) &&
        !ofAftermath.test(text.slice(each.end)),
    );

/** "for a year from its date", "a year and a half": lengths without a number, where it is said from when they count. */
const aYear = (text: string): Duration[] =>
  unnumbered(text).filter(
    ({ start, end, unnumbered: without }) =>
      without &&
      /^(?:an?|one)\s+(?:(?:full|whole)\s+)?(?:year|month)/i.test(text.slice(start, end)) &&
      /^\s+(?:(?:as\s+)?from|after|beginning|commencing|starting)\b/i.test(text.slice(end)),
  );

/** "commence on ________ and continue". */
const leftBlank = /^\s*(?:the\s+)?(?:_{2,}|\[\s*[_*•●.…\s]+\]|\[\s*(?:insert\s+)?date\s*\])/i;

/** "for one year, after which time": what comes then. */
const afterIt = /^\s*which\b/i;

const startOf = (document: ReadDocument, text: string, unit: ReadUnit, length: Duration): FoundAnchor | undefined => {
  const tail = text.slice(length.end);
  const after = afterWords.exec(tail);
  if (after !== null) {
    const at = length.end + after[0].length;
    if (afterIt.test(text.slice(at))) return undefined;
    if (pointsBack.test(text.slice(at))) return antecedent(document, text, unit, length.start);
    // "of" and "with" go on to anything: "three years with automatic renewal".
    const loosely = !/\b(?:of|with)\s*$/i.test(after[0]);
    const found = anchorIn(document, text.slice(at), unit.start + at, loosely);
    if (found !== undefined) return found;
  }
  // The nearest beginning before the length.
  const before = [...text.slice(0, length.start).matchAll(startWords)].toReversed();
  for (const match of before) {
    const at = match.index + match[0].length;
    if (pointsBack.test(text.slice(at))) return antecedent(document, text, unit, match.index);
    if (leftBlank.test(text.slice(at)))
      return { start: unit.start + at, end: unit.start + at, anchor: { kind: 'event', name: 'the day left blank' } };
    const found = anchorIn(document, text.slice(at, length.start), unit.start + at, false);
    if (found !== undefined && found.start - unit.start - at < 20) return found;
  }
  const later = /\b(?:commencing|beginning|starting|from)\s+(?:on|with|upon|as\s+of|from)?\s*(?:the\s+)?/i.exec(
    tail.slice(0, 120),
  );
  if (later !== null) {
    const at = length.end + later.index + later[0].length;
    return anchorIn(document, text.slice(at), unit.start + at, false);
  }
  return undefined;
};

const anniversaryWords = new RegExp(
  `\\b(?:(${ordinalPattern}|${spelledPattern})(?:\\s+years?)?(?:\\s*\\(\\s*(\\d{1,2})\\s*(?:s\\s?t|n\\s?d|r\\s?d|t\\s?h)?\\s*\\))?|(\\d{1,2})\\s?(?:st|nd|rd|th)?)\\s*(?:\\(\\d+\\))?\\s*(?:-|\\s)?(?:years?\\s+|months?\\s+)?(?:annual\\s+)?anniversary\\b(?:\\s+(?:date))?\\s*(?:of|from|after|following)?\\s*`,
  'i',
);

/** "the second anniversary of this Agreement": of the day from which it runs. */
const ofContract = /^(?:this|the)\s+(?:\w+\s+){0,2}(?:agreement|contract|lease|licen[cs]e)\b(?!\s+date)/i;

/** "until the fifth anniversary of the Effective Date", "through the day prior to the second anniversary". */
export const anniversary = (document: ReadDocument, text: string, unit: ReadUnit): Read | undefined => {
  const match = anniversaryWords.exec(text);
  if (match === null) return undefined;
  const word = match[1] ?? '';
  const value = Number(match[2] ?? match[3] ?? ordinalOf(word) ?? numberOf(word));
  if (!(value > 0)) return undefined;
  const at = match.index + match[0].length;
  const tail = text.slice(at);
  const found = pointsBack.test(tail)
    ? antecedent(document, text, unit, match.index)
    : ofContract.test(tail)
      ? undefined
      : anchorIn(document, tail, unit.start + at, /\b(?:of|from|after|following)\s*$/i.test(match[0]));
  const before =
    /\b(?:day|date)\s+(?:immediately\s+)?(?:prior\s+to|before|preceding|previous\s+to)\s+(?:(?:the|its)\s+)?$/i.test(
      text.slice(0, match.index),
    );
  return {
    ending: {
      kind: 'after',
      length: { value, unit: /\bmonths?\s+anniversary/i.test(match[0]) ? 'month' : 'year' },
      from: found?.anchor ?? { kind: 'effectiveDate' },
      includes: false,
      ...(before ? { dayBefore: true } : {}),
    },
    more: found?.defined === undefined ? [] : [found.defined],
    at: match.index,
  };
};

const nthAfterWords = new RegExp(
  `\\b(${ordinalPattern})\\s+(?:calendar\\s+)?(day|week|month)\\s+(?:next\\s+)?(?:after|following|from)\\s+`,
  'i',
);

/** "on the ninetieth (90th) day after the Effective Date", "until the 18th month following the date hereof". */
export const nthAfter = (document: ReadDocument, text: string, unit: ReadUnit): Read | undefined => {
  const match = nthAfterWords.exec(text);
  if (match === null) return undefined;
  const value = ordinalOf(match[1] ?? '');
  const at = match.index + match[0].length;
  const found = value === undefined ? undefined : anchorIn(document, text.slice(at), unit.start + at, false);
  if (value === undefined || found === undefined) return undefined;
  const length = { value, unit: (match[2] ?? '').toLowerCase() as Length['unit'] };
  const more = found.defined === undefined ? [] : [found.defined];
  return { ending: { kind: 'after', length, from: found.anchor, includes: false }, more, at: match.index };
};
