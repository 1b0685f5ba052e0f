import type { ReadDocument, ReadUnit } from '../../../../core/ports/detector.ts';
import { type Duration, durationsIn } from '../../../../core/reading/durations.ts';
import { type WrittenDay, writtenDays } from '../../../../core/reading/written-days.ts';
import type { Span } from '../../../../core/text/span.ts';
import type { Anchor, Ending } from '../stated.ts';
import { anchorIn, type FoundAnchor } from './anchors.ts';

/** From here on a sentence speaks of what comes after the first term, or of other ways out. */
const later =
  /\b(?:(?:and\s+)?(?:shall|will|may)\s+(?:thereafter\s+)?(?:be\s+)?(?:automatically\s+)?(?:renew|extend(?!\s+(?:until|through|to)\b))|automatic(?:ally)?\s+(?:and\s+\w+\s+)?(?:renew|extend|continu)|with\s+automatic|(?:and\s+)?thereafter\b(?!\s+for\s|["”\s]*(?:\(|\.|,?\s*unless))|provided,?\s+(?:however,?\s*)?that|unless\s+(?:and\s+until|either|the|any|a|one|it\s+is|terminated|sooner|earlier|otherwise|previously|extended|cancel\w*|such|this|renewed|mutually)|subject\s+to\s+(?:automatic|successive)|may\s+be\s+(?:renewed|extended|terminated)|shall\s+have\s+the\s+(?:right|option)|except\s+that|which\s+(?:term\s+)?shall\s+automatically|or\s+until|or\s+such\s+(?:other|later|earlier))\b/iu;
const inserted =
  /,?\s*(?:and\s+)?(?:(?:unless|if\s+not|except\s+as)\s+(?:\w+\s+){0,2}?(?:earlier|sooner|otherwise|terminated|extended|previously|mutually|provided|set)|subject\s+to)\b(?:[^,;.()]|\.\d|\([^()]*\))*,(?!\s*(?:whichever))/gi;
const endless =
  /\b(?:perpetual(?:ly)?|perpetuity|unlimited\s+(?:period|duration|term)|indefinite(?:ly)?|when\s+terminated|(?:(?<!\bor\s)until|unless\s+and\s+until)\s+(?:it\s+is\s+|such\s+time\s+as\s+(?:it\s+is\s+|either\s+)?)?(?:otherwise\s+|earlier\s+|sooner\s+)?(?:terminated|cancell?ed|either\s+party|one\s+(?:of\s+the\s+)?part)|until\s+(?:this|the)\s+\w+\s+is\s+terminated|(?:for\s+)?(?:so|as)\s+long\s+as)\b/i;
const openEnd =
  /\b(?:later\s+(?:of|to\s+occur)|latest\s+of|longer\s+of|whichever\s+(?:is|comes|occurs)\s+(?:the\s+)?(?:later|longer))\b/i;
const until =
  /\b(?:until|till|through|thru|up\s+to|extended\s+to|expir(?:e|es|ing|y)(?:\s+(?:date|at|on))?|end(?:s|ing)?|terminat(?:e|es|ing|ion\s+date)|conclud(?:e|es|ing)|extend(?:s)?\s+(?:to|through))\b(?!\s+(?:earlier|sooner)\b)[^;]{0,90}$/i;

/** Words that name no event: the user is asked for the day itself. */
const noName =
  /^(?:(?:the\s+)?(?:later|latest|longer|longest|earlier|earliest|sooner|soonest|whichever|dates?|termination|expiration|default)\b.{0,16}|.{0,3})$/i;

export const askable = (read: Read | undefined): Read | undefined =>
  read?.ending.kind === 'at' && read.ending.anchor.kind === 'event' && noName.test(read.ending.anchor.name)
    ? { ...read, ending: { kind: 'at', anchor: { kind: 'event', name: 'Expiration Date' } } }
    : read;

/** What a sentence says of the end of the contract. */
export const endingIn = (document: ReadDocument, whole: string, unit: ReadUnit): Read | undefined => {
  const text = whole.replace(inserted, (words) => ' '.repeat(words.length));
  const cut = later.exec(text)?.index;
  const first = cut === undefined || cut < 30 ? text : text.slice(0, cut);
  const open = openEnd.test(first);
  if (open) {
    return { ending: { kind: 'at', anchor: { kind: 'event', name: wordsOf(first, openEnd) } }, more: [] };
  }
  const read = dayIn(first) ?? periodIn(document, first, unit) ?? anniversary(document, first, unit);
  if (read !== undefined) return read;
  const year = endOfYear(first);
  if (year !== undefined) return year;
  const event = eventIn(document, first, unit);
  if (
    event !== undefined &&
    event.ending.kind !== 'perpetual' &&
    !(event.ending.kind === 'at' && event.ending.anchor.kind === 'event')
  )
    return event;
  if (endless.test(whole)) return { ending: { kind: 'perpetual' }, more: [] };
  return event;
};

/** "The term is extended for a further period of two years": what an amendment adds. */
export const laterIn = (text: string): Read | undefined => {
  if (!extension.test(text) || writtenDays(text).some(({ start }) => until.test(text.slice(0, start))))
    return undefined;
  const length = durationsIn(text).find(({ unit }) => unit !== 'hour');
  if (length === undefined) return undefined;
  const { value, unit } = length;
  return { ending: { kind: 'later', length: { value, unit }, than: undefined }, more: [] };
};

export const extension =
  /\b(?:term|agreement|contract|lease|expir\w+)\b[^.;]{0,120}\b(?:is|are|be|was)\s+(?:hereby\s+)?(?:extended|prolonged|renewed)\b[^.;]{0,60}\b(?:for|by)\b[^.;]{0,30}\b(?:additional|further|another|period|years?|months?)\b/i;

const wordsOf = (text: string, pattern: RegExp): string => {
  const at = pattern.exec(text)?.index ?? 0;
  return text
    .slice(at, at + 120)
    .replace(/\s+/g, ' ')
    .replace(/["“(].*$/, '')
    .trim();
};

/** `more`: where else the document says what the ending counts from. */
export type Read = { readonly ending: Ending; readonly more: readonly Span[] };

/** The first of two days between which something runs. */
const rangeStart = (text: string, days: readonly WrittenDay[]): WrittenDay | undefined =>
  days.find(({ end }, index) => {
    const next = days[index + 1];
    return (
      next !== undefined &&
      /^,?\s*(?:\([^()]*\)\s*)?(?:to|through|until|till|thru|and\s+(?:end|expir|terminat|conclud)\w*(?:\s+on)?|[–—-])\s*(?:the\s+)?$/i.test(
        text.slice(end, next.start),
      )
    );
  });

export const hasRange = (text: string): boolean => rangeStart(text, writtenDays(text)) !== undefined;

/** "shall continue until December 31, 2020", "Expiration Date: August 31, 2006". */
const dayIn = (text: string): Read | undefined => {
  const days = writtenDays(text);
  const ends = days.filter(({ start }, index) => {
    const lead = text.slice(Math.max(0, start - 130, days[index - 1]?.end ?? 0), start);
    return until.test(lead) && !/\b(?:notice|notify|notif\w+)\b/i.test(lead);
  });
  const range = rangeStart(text, days);
  const last = range === undefined ? undefined : days[days.indexOf(range) + 1];
  if (last?.iso !== undefined) return atDay(last.iso, text);
  const day = ends.at(-1);
  // "commencing on X and continuing for two years": the day is where the period begins.
  if (day === undefined) return undefined;
  const lead = text.slice(0, day.start);
  if (
    /\b(?:years?|months?|days?|weeks?)\b[^.;]{0,40}\b(?:from|after|following|commencing|beginning|starting)\s*(?:on|with|the|as\s+of)?\s*$/i.test(
      lead,
    )
  )
    return undefined;
  if (
    /\b(?:commenc\w*|begin\w*|start\w*|effective|dated)\s*(?:date)?\s*(?:on|as\s+of|from|upon|the)?\s*(?:the\s+)?$/i.test(
      lead,
    )
  )
    return undefined;
  if (day.iso === undefined)
    return { ending: { kind: 'at', anchor: { kind: 'event', name: 'Expiration Date' } }, more: [] };
  return atDay(day.iso, text);
};

/** A stated day, with the length where the sentence gives that too: "is four years, … ending on March 31, 2029". */
const atDay = (iso: string, text: string): Read => {
  const length = lengthsIn(text)[0];
  const stated = length === undefined ? {} : { length: { value: length.value, unit: length.unit } };
  return { ending: { kind: 'at', anchor: { kind: 'day', iso }, ...stated }, more: [] };
};

const startWords =
  /\b(?:commenc(?:e|es|ed|ing)\b|beg[iau]n(?:s|ning)?\b|start(?:s|ed|ing)?\b|(?:becomes?\s+|be\s+|is\s+)?(?:made\s+)?effective(?!\s*date)|takes?\s+effect|from|in\s+force|in\s+effect)\s*(?:on|as\s+of|upon|from|with|at)?\s*(?:and\s+as\s+of\s+)?(?:the\s+)?/gi;
const afterWords =
  /^[\s,)]*(?:(?:\([^()]*\)|["“][^"”]*["”])[\s,]*)*(?:,?\s*(?:immediately\s+)?(from(?:\s+and\s+after)?|after|following|commencing|beginning|starting|as\s+of|of|to\s+be\s+counted\s+from|counted\s+from|with)\s*(?:on|upon|with|as\s+of|from)?\s*(?:and\s+including\s+)?)/i;
const periodLead =
  /\b(?:for|of|be|is|in|a|an|end|ends|ending|until|another|lasts?|duration|term|[:.–-]|period|minimum|expires?|expire|date|means?|maintain\w*|additional|entire|the)\s*(?:(?:an?|the|its|entire|full|initial|minimum|first|additional|further|fixed|period|term|duration|of|least|at|for|that\s+is)\s+)*\(?$/i;

/** "for five years from the Effective Date", "shall commence on X and continue for two years". */
const periodIn = (document: ReadDocument, text: string, unit: ReadUnit): Read | undefined => {
  const [length] = lengthsIn(text);
  if (length === undefined) return undefined;
  const found = startOf(document, text, unit, length);
  const from: Anchor = found?.anchor ?? { kind: 'effectiveDate' };
  const lead =
    found === undefined ? '' : text.slice(Math.max(0, found.start - unit.start - 40), found.start - unit.start);
  const includes =
    found === undefined || !/\b(?:from|after|following|of)\s*(?:and\s+after\s+)?(?:the\s+)?$/i.test(lead);
  const { value, unit: measure } = length;
  return {
    ending: { kind: 'after', length: { value, unit: measure }, from, includes },
    more: found?.defined === undefined ? [] : [found.defined],
  };
};

const lengthsIn = (text: string): Duration[] =>
  durationsIn(text).filter(
    (each) =>
      each.unit !== 'hour' &&
      each.value > 0 &&
      periodLead.test(text.slice(Math.max(0, each.start - 60), each.start)) &&
      !/^[^,.;]{0,25}\b(?:prior|before|notice|written|advance)\b|^\s*(?:after|of|from|following)\s+(?:the\s+|its\s+|such\s+)?(?:\w+\s+)?(?:receipt|breach|default|request|demand|invoice)\b/i.test(
        text.slice(each.end),
      ),
  );

const startOf = (document: ReadDocument, text: string, unit: ReadUnit, length: Duration): FoundAnchor | undefined => {
  const tail = text.slice(length.end);
  const after = afterWords.exec(tail);
  if (after !== null) {
    const at = length.end + after[0].length;
    // "of" and "with" go on to anything: "three years with automatic renewal".
    const loosely = !/\b(?:of|with)\s*$/i.test(after[0]);
    const found = anchorIn(document, text.slice(at), unit.start + at, loosely);
    if (found !== undefined) return found;
  }
  // The nearest beginning before the length.
  const before = [...text.slice(0, length.start).matchAll(startWords)].toReversed();
  for (const match of before) {
    const at = match.index + match[0].length;
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

const ordinal: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  fifteenth: 15,
  twentieth: 20,
};
const anniversaryWords = new RegExp(
  `\\b(?:(${Object.keys(ordinal).join('|')}|one|two|three|four|five|six|seven|eight|nine|ten)(?:\\s+years?)?(?:\\s*\\(\\s*(\\d{1,2})\\s*(?:s\\s?t|n\\s?d|r\\s?d|t\\s?h)?\\s*\\))?|(\\d{1,2})\\s?(?:st|nd|rd|th))\\s*(?:\\(\\d+\\))?\\s*(?:-|\\s)?(?:years?\\s+)?(?:annual\\s+)?anniversary\\b(?:\\s+(?:date))?\\s*(?:of|from|after|following)?\\s*`,
  'i',
);
const cardinals = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "until the fifth anniversary of the Effective Date", "the day prior to the second anniversary". */
const anniversary = (document: ReadDocument, text: string, unit: ReadUnit): Read | undefined => {
  const match = anniversaryWords.exec(text);
  if (match === null) return undefined;
  const word = (match[1] ?? '').toLowerCase();
  const value = Number(match[2] ?? match[3] ?? ordinal[word] ?? cardinals.indexOf(word));
  if (!(value > 0)) return undefined;
  const at = match.index + match[0].length;
  const found = anchorIn(document, text.slice(at), unit.start + at, true);
  const includes = /\bday\s+(?:prior\s+to|before|preceding)\s+(?:the\s+)?$/i.test(text.slice(0, match.index));
  return {
    ending: {
      kind: 'after',
      length: { value, unit: 'year' },
      from: found?.anchor ?? { kind: 'effectiveDate' },
      includes,
    },
    more: found?.defined === undefined ? [] : [found.defined],
  };
};

/** "until the end of the current calendar year". */
const endOfYear = (text: string): Read | undefined => {
  const match =
    /\b(?:end|last\s+day|conclusion|expiration)\s+of\s+(?:the|that|its)\s+(?:(?:then|current|same|applicable)[\s-]*)*(?:calendar\s+)(year|month)\b/i.exec(
      text,
    );
  if (match === null) return undefined;
  const measure = /year/i.test(match[1] ?? '') ? 'year' : 'month';
  return { ending: { kind: 'end-of', unit: measure, anchor: { kind: 'effectiveDate' }, length: undefined }, more: [] };
};

const endsWith =
  /\b(?:until|terminat(?:e|es)\s+(?:up)?on|expir(?:e|es)\s+(?:up)?on|through|end(?:s)?\s+(?:up)?on|continue\s+for\s+the\s+duration\s+of)\s+(?:the\s+)?/i;

/** "shall terminate upon the termination of the Offering": dated by what the document does not say. */
const eventIn = (document: ReadDocument, text: string, unit: ReadUnit): Read | undefined => {
  const match = endsWith.exec(text);
  if (match === null) return undefined;
  const at = match.index + match[0].length;
  const found = anchorIn(document, text.slice(at), unit.start + at, true);
  if (found === undefined) return undefined;
  if (found.anchor.kind === 'agreementDate' || found.anchor.kind === 'effectiveDate') return undefined;
  return { ending: { kind: 'at', anchor: found.anchor }, more: found.defined === undefined ? [] : [found.defined] };
};
