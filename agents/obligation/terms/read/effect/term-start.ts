import type { ReadUnit } from '../../../../../core/ports/detector.ts';
import { durationsIn } from '../../../../../core/reading/durations.ts';
import { sentencesOnly } from '../full-stops.ts';
import { papers, words } from '../paper-words.ts';
import { firstOf, shortRange } from '../points/backward.ts';
import { daysIn } from '../points/days-in.ts';
import type { Point, Reading } from '../points/point.ts';
import { pointAt, pointBefore } from '../points/points.ts';

/** Names of what lasts as long as the contract does. */
const lasting = `(?:(?:initial|first|fixed|basic|original|minimum|contract|lease|service|licen[cs]e)\\s+)?(?:term|period|duration|services|contract\\s+period|rights\\s+and\\s+(?:duties|obligations)(?:\\s+of\\s+the\\s+parties)?|obligations|${papers.slice(3, -1)})`;
const begins =
  '(?:commenc(?:e|es|ed|ing)|(?:beg[iau]n(?:s|ning)?|start(?:s|ed|ing)?)(?:\\s+(?:to\\s+run|running))?|open(?:s|ed|ing)?(?=\\s+(?:on|at|from|with|as)\\b|\\s+\\p{Lu}|\\s+\\d)|sets?\\s+in|kicks?\\s+off|tak(?:es?|ing)\\s+(?:its\\s+)?(?:start|beginning)|ha(?:s|ving)\\s+its\\s+(?:start|beginning|commencement)|dates?\\s+from|(?:counting|counted|reckoned|calculated|measured|running)\\s+(?:as\\s+)?from|(?:shall\\s+|will\\s+|to\\s+)?(?:runs?|lasts?|extends?|continues?|counts?|be\\s+counted|is|be)\\s+(?:[^,.;]{0,60}?\\s)?from)';
const starting = new RegExp(
  `(?:\\b(?:this|the|its|our|your|a|${"\\p{Lu}[\\p{L}’']+['’]s"})|["“'‘]|(?<=^|[.;:]\\s)(?=it\\s))\\s*${words}{0,4}?${lasting}\\b["”'’]?((?:[^.;]|\\.\\d){0,150}?)\\b${begins}\\b`,
  'giu',
);
const when = new RegExp(
  `\\b(?:on|from|at|upon|as\\s+of)\\s+which(?:\\s+(?:day|date|time))?\\s+(?:the|this|its|your)\\s+${words}{0,3}?${lasting}\\s+(?:shall\\s+|will\\s+)?(?:commence|begin|start)s?\\b`,
  'giu',
);
/** "The first day of the term is", "the term's first day shall be". */
const firstDay = new RegExp(
  `\\b(?:first\\s+day\\s+of\\s+(?:the|this|its)\\s+${words}{0,3}?${lasting}|${lasting}['’]s\\s+first\\s+day)\\s+(?:is|(?:shall|will)\\s+be|falls\\s+on)\\b`,
  'giu',
);
/** Periods of something else. */
const another =
  /\b(?:warrant\w*|guarant\w*|notice|pay(?:able|ment|ments|s)?|rent|rates?|prices?|tariffs?|fees?|option|renew\w*|exten(?:d|ded|sion)\w*|confiden\w*|secrecy|cure|grace|training|deliver\w*|construction|review|exclusiv\w*|probation\w*|defects?|head|previous|prior|original\s+(?:lease|agreement|licen[cs]e)|interest|survey|audit|restrict\w*|non-?compet\w*|trial|test|billing|invoic\w*|report\w*|thereafter|terminat\w*|cancel\w*|unless|until|additional|further|successive|arbitrat\w*|proceeding\w*|negotiat\w*|standstill|support|restricted|launch|offers?|offering|download\w*|promotion\w*|project|(?<!period\s+of\s+)insur\w*)\b/i;
/** Whether words name a period that is not the term of a contract. */
export const ofOtherPeriod = (text: string): boolean => another.test(text);

const otherPaper =
  /\b(?:by|under|pursuant\s+to|whereas|in)\s+(?:an?|that|the)\s+[^.;]{0,80}\b(?:agreement|lease|licen[cs]e|contract)\b|\bwhereas\b/i;

/** "The licence between A and B" is not the one in which it is spoken of. */
const ofOthers = (words: string): boolean => /\bbetween\s+\p{L}/u.test(words) && !/\bthis\b/i.test(words);

/** "a period of 21 days": so short a time is one to think, to cure, to object. */
const fewDays = /\bperiod\s+of\s+[\p{L}\d() -]{1,40}\bdays\b/iu;
/** '"Standstill Period" means the' before what it comes to. */
const definedAs = /["“]([\p{L} -]{1,40})["”]\s*(?:shall\s+mean|means?|is|refers\s+to)\s+(?:the|a|that)?\s*$/iu;

/** Whether the words that tell a beginning, at an offset of a sentence, are of a period in the contract and not of its term. */
export const isOtherPeriod = (text: string, at: number, told: string): boolean => {
  const name = definedAs.exec(text.slice(Math.max(0, at - 80), at))?.[1];
  return fewDays.test(told) || (name !== undefined && (another.test(name) || !ofTerm.test(name)));
};

const ofTerm = new RegExp(`\\b(?:term|duration|initial|contract|services?|${papers.slice(3, -4)})\\b`, 'i');

/** Where the term of the contract begins. `isEnd`: the sentence is known to be the one that says how it ends. */
export const termStartsIn = (reading: Reading, unit: ReadUnit, text: string, isEnd: boolean): readonly Point[] => {
  const found: Point[] = [];
  const sentences = sentencesOnly(text);
  for (const match of sentences.matchAll(starting)) {
    const lead = text.slice(Math.max(0, match.index - 200), match.index);
    if (another.test(match[0]) || (!/^this\b/i.test(match[0]) && otherPaper.test(lead + match[0]))) continue;
    if (ofOthers(match[0]) || isOtherPeriod(text, match.index, match[0])) continue;
    const point = pointAt(reading, unit, text, match.index + match[0].length);
    // A length that is counted from the contract's own day does not say that it takes effect then; a term that begins or runs from then does.
    if (
      point !== undefined &&
      (point.anchor.kind === 'day' || !/from$/i.test(match[0]) || durationsIn(match[0]).length === 0)
    )
      found.push(point);
  }
  for (const { index } of sentences.matchAll(when)) {
    const point = pointBefore(reading, unit, text, index);
    if (point !== undefined) found.push(point);
  }
  for (const { index, 0: match } of sentences.matchAll(firstDay)) {
    const point = another.test(match) ? undefined : pointAt(reading, unit, text, index + match.length);
    if (point !== undefined) found.push(point);
  }
  if (found.length === 0) found.push(...givenFrom(reading, unit, text), ...ranged(reading, text));
  if (found.length === 0 && isEnd) found.push(...startOfEnd(reading, unit, text));
  return found;
};

/** "For the two years starting", "During the period". */
const forPeriod =
  /^[\W\d]*(?:[Ff]or|[Dd]uring|[Oo]ver|[Tt]hroughout)\s+(?:the|a)\s+[^.;,]{0,50}?\b(?:years?|months?|weeks?|period|term|season)\s+(?:(?:which|that)\s+)?(?:(?:starting|starts?|beginning|begins?|commencing|commences?|from|between)\s+)?(?=(?:on\s+|the\s+)?(?:\d|\p{Lu}))/u;
const does =
  /^[^.;]{0,80}?\b(?:shall|will|must|agrees?|undertakes?|keeps?|provides?|supplies|is\s+(?:appointed|engaged|employed)|may)\b/i;
const giving =
  /\b(?:hereby\s+(?:appoint|engage|employ|let|lease|grant|hire|retain|licen[cs]e|charter|demise)s?|to\s+(?:have\s+and\s+(?:to\s+)?)?hold|act(?:ing)?\s+for\s+you|appoints|engages|employs|lets|leases|grants|hires|retains|licen[cs]es|charters|demises)\b(?:[^.;]|\.\d){0,160}?\b(?:from|commencing|beginning|starting|effective|as\s+of)\b/gi;
/** Not a length that is counted from a day. */
const startsThen = /\b(?:(?:with\s+effect|as)\s+from|commencing|beginning|starting|effective|as\s+of)$/i;
const atFirst =
  /^[\W\d]*(?:[A-Z][a-z]+\.\s+)?(?:with\s+effect|effective|commencing|beginning|starting|valid|in\s+force|as)\s+(?:from|on|as\s+of|of)?/i;
const forTerm =
  /\b(?:for\s+(?:a|the|an)?\s*(?:further\s+|fixed\s+|initial\s+)?(?:term|period|\p{L}+\s*(?:\(\d+\)\s*)?(?:years?|months?|weeks?))|until|through|to\s+\d|appoints?|engages?|employs?|agree(?:s|d)?|shall\s+(?:be|act))\b/iu;

/** "The Company engages the Consultant from 1 June", "With effect from 1 June the Owner appoints". */
const givenFrom = (reading: Reading, unit: ReadUnit, text: string): readonly Point[] => {
  const found: Point[] = [];
  for (const { index, 0: given } of text.matchAll(giving)) {
    if (another.test(given.slice(-45)) || otherPaper.test(text.slice(Math.max(0, index - 200), index))) continue;
    const point = pointAt(reading, unit, text, index + given.length);
    if (point?.anchor.kind === 'day' || (point !== undefined && startsThen.test(given))) found.push(point);
  }
  const first = atFirst.exec(text);
  const point =
    first === null || another.test(text.slice(0, 200).replace(/\bthereafter\b/gi, ''))
      ? undefined
      : pointAt(reading, unit, text, first[0].length);
  const during = forPeriod.exec(text)?.[0];
  const inPeriod =
    during === undefined || another.test(text.slice(0, 160)) ? undefined : pointAt(reading, unit, text, during.length);
  // A length that is counted from a day is no day on which it begins.
  if (inPeriod?.anchor.kind === 'day' && inPeriod.anchor.sum === undefined && does.test(text.slice(inPeriod.end)))
    found.push(inPeriod);
  if (point?.anchor.kind === 'day' && forTerm.test(text.slice(point.end))) found.push(point);
  return found;
};

const period = new RegExp(
  `\\b${lasting}["”'’]?\\s*(?:\\s+of\\s+(?:insurance|cover(?:age)?|hire|validity|appointment|engagement|employment)\\s*)?(?:is|of|from|:|means?|(?:shall|will)\\s+be|covers?)?(?:\\s+(?:a|the|for|period|of|from|from\\s+and\\s+including))*\\s*$`,
  'iu',
);

/** "The hire period is 1 June to 30 September 2014." */
const ranged = ({ document }: Reading, text: string): readonly Point[] => {
  const first = shortRange(text) ?? firstOf(text, daysIn(document, text));
  if (first?.iso === undefined) return ofYear(text);
  const lead = sentencesOnly(text).slice(Math.max(0, first.start - 120), first.start);
  return (period.test(lead) || explained.test(lead)) && !another.test(lead)
    ? [{ anchor: { kind: 'day', iso: first.iso }, end: first.end, more: [] }]
    : [];
};

/** "our retainer of your firm for calendar 2005, i.e.," before a range. */
const explained = new RegExp(
  `\\b${papers.replace('|it)', '|services?)')}\\b[^.;]{0,80}?\\bfor\\s+(?:the\\s+)?(?:(?:whole|full|entire)\\s+)?(?:calendar|period|season|year|time|term|summer|winter)[^.;]{0,30}?[\\s,(–—-]+(?:(?:i\\W\\s?e\\W?|that\\s+is|namely|being|from)[\\s,]*){0,2}$`,
  'iu',
);
/** "for calendar 2005", which is the year that begins on 1 January. */
const calendarYear = new RegExp(
  `\\b${papers.replace('|it)', '|services?)')}\\b[^.;]{0,80}?\\bfor\\s+(?:the\\s+)?(?:(?:whole|full|entire)\\s+)?calendar\\s+(?:year\\s+)?(?:of\\s+)?((?:19|20)\\d\\d)\\b`,
  'iu',
);

const ofYear = (text: string): readonly Point[] => {
  const match = calendarYear.exec(sentencesOnly(text));
  return match === null || another.test(match[0])
    ? []
    : [{ anchor: { kind: 'day', iso: `${match[1]}-01-01` }, end: match.index + match[0].length, more: [] }];
};

const fromWords =
  /\b(?:commencing|beginning|starting|from(?:\s+and\s+(?:after|including))?|commences?|begins?|starts?)\s+/gi;

/** "changed from 30 June 2014 to": what no longer holds. */
const changedFrom =
  /\b(?:changed|altered|moved|amended|extended|postponed|shifted|corrected|revised)\s+(?:\p{L}+\s+)?from\s+(?:the\s+)?$/iu;

/** In the sentence that says how the contract ends, what its length counts from or its range begins with. */
const startOfEnd = (reading: Reading, unit: ReadUnit, text: string): readonly Point[] => {
  const days = daysIn(reading.document, text);
  const lead = text.slice(0, days[0]?.start ?? 160);
  if (another.test(text.slice(0, 60)) || otherPaper.test(lead) || ofOthers(lead)) return [];
  const first = firstOf(text, days);
  if (first?.iso !== undefined)
    return changedFrom.test(text.slice(0, first.start))
      ? []
      : [{ anchor: { kind: 'day', iso: first.iso }, end: first.end, more: [] }];
  const [match] = text.matchAll(fromWords);
  const point = match === undefined ? undefined : pointAt(reading, unit, text, match.index + match[0].length);
  return point?.anchor.kind === 'day' || (point !== undefined && !/^from/i.test(match?.[0] ?? '')) ? [point] : [];
};
