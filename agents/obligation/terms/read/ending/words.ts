import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import { durationsIn } from '../../../../../core/reading/durations.ts';
import { writtenDays } from '../../../../../core/reading/written-days.ts';
import { dayIn, isUntil } from './days.ts';
import { definedEnding, endNamedAt } from './defined.ts';
import { alternatives, firstDated, firstOfAt } from './first-of.ts';
import { anniversary, lengthsIn, nthAfter, periodIn } from './lengths.ts';
import { monthEndIn } from './month-ends.ts';
import { endOfYear, endsAt, eventIn, laterOfIn, noTermIn, perpetualIn } from './open.ts';
import type { Read } from './read.ts';
import { namedYearIn } from './years.ts';

/** From here on a sentence speaks of what comes after the first term, or of other ways out. */
const later =
  /\b(?:(?:and\s+)?(?:shall|will|may)\s+(?:thereafter\s+)?(?:be\s+)?(?:automatically\s+)?(?:renew|prolong|roll\s+over|extend(?!\s+(?:until|through|to|from|(?:for|over)\s+(?!an?\s+(?:additional|further|other)|(?:additional|further|successive|another)))\b))|automatic(?:ally)?\s+(?:and\s+\w+\s+)?(?:renew|extend|continu)|with\s+automatic|(?:and\s+)?thereafter\b(?!\s+for\s|["”\s]*(?:\(|\.|,?\s*unless))|provided,?\s+(?:however,?\s*)?that|unless\s+(?:and\s+until|either|the|any|a|one|it\s+is|terminated|sooner|earlier|otherwise|previously|extended|cancel\w*|such|this|renewed|mutually)|subject\s+to\s+(?:automatic|successive)|may\s+be\s+(?:renewed|extended|prolonged|terminated)|shall\s+have\s+the\s+(?:right|option)|except\s+that|which\s+(?:term\s+)?shall\s+automatically|or\s+until|or\s+such\s+(?:other|later|earlier))\b/iu;
const inserted =
  /,?\s*(?:and\s+)?(?:(?:unless|if\s+not|except\s+as)\s+(?:\w+\s+){0,2}?(?:earlier|sooner|otherwise|terminated|extended|previously|mutually|provided|set)|subject\s+to)\b(?:[^,;.()]|\.\d|\([^()]*\))*,(?!\s*(?:whichever))/gi;

/** What a sentence says of the end of the contract. */
export const endingIn = (document: ReadDocument, whole: string, unit: ReadUnit): Read | undefined => {
  const text = whole.replace(inserted, withoutInsertion);
  const first = cut(text);
  const open = laterOfIn(first);
  if (open !== undefined) return open;
  // "for an initial term of one year and indefinitely after that" has an end to its first term.
  const unlimited = noTermIn(first);
  if (unlimited !== undefined && saysNoTime(first.slice(0, unlimited.at))) return unlimited;
  const read =
    datedIn(document, first, unit) ??
    endOfYear(first) ??
    firstIn(document, text, unit) ??
    definedIn(document, first, unit);
  if (read !== undefined) return atEnumeration(first, read);
  const event = eventIn(document, first, unit);
  if (
    event !== undefined &&
    event.ending.kind !== 'perpetual' &&
    !(event.ending.kind === 'at' && event.ending.anchor.kind === 'event')
  )
    return event;
  return perpetualIn(whole) ?? event;
};

/** Of an enumeration it is the words before it that say what ends. */
const atEnumeration = (text: string, read: Read): Read => {
  const from = firstOfAt(text);
  return from !== undefined && read.at > from.end ? { ...read, at: from.start } : read;
};

/** The text up to where it speaks of what comes later. */
const cut = (text: string): string => {
  const at = later.exec(text)?.index;
  return at === undefined || at < 30 ? text : text.slice(0, at);
};

/** A day, or a length or years from one. */
const datedIn = (document: ReadDocument, text: string, unit: ReadUnit): Read | undefined => {
  const early = dayIn(text) ?? namedYearIn(document, text) ?? monthEndIn(document, text, unit);
  if (early !== undefined) return early;
  const nth = anniversary(document, text, unit);
  // "for three years, ending on the day before the third anniversary" says more than how many years it are.
  if (nth?.ending.kind === 'after' && nth.ending.dayBefore) return nth;
  return periodIn(document, text, unit) ?? nth ?? nthAfter(document, text, unit);
};

/** "until the Expiration Date", of which the document says elsewhere what it is. */
const definedIn = (document: ReadDocument, text: string, unit: ReadUnit): Read | undefined => {
  const end = endsAt(text);
  const name = end === undefined ? undefined : endNamedAt(text.slice(end.end));
  if (end === undefined || name === undefined) return undefined;
  const read = definedEnding(
    document,
    name,
    unit,
    (words, own) => datedIn(document, cut(words), own) ?? firstIn(document, words, own),
  );
  return read && { ...read, at: end.start };
};

/** Of several things of which the first ends it, what has a day: it ends then at the latest. */
const firstIn = (document: ReadDocument, text: string, unit: ReadUnit): Read | undefined => {
  const at = firstOfAt(text);
  if (at === undefined || /\b(?:notice|renew\w*)\b/i.test(text.slice(Math.max(0, at.start - 40), at.start)))
    return undefined;
  const dated = firstDated(alternatives(document, unit, text, at.end), (words, own) =>
    /\bnotice\b/i.test(words) ? undefined : datedIn(document, words, own),
  );
  if (dated === undefined) return undefined;
  const { ending, more, unit: own } = dated;
  return { ending, more: own === unit ? more : [own, ...more], at: at.start };
};

/** What an insertion that no comma ends runs into: "Unless terminated earlier under Section 9 this Agreement shall …". */
const mainClause =
  /\b(?:this|the)\s+(?:\w+\s+)?(?:agreement|contract|lease|licen[cs]e|term)\s+(?:shall|will|is|has|commences|begins|starts|continues|remains|runs)\b/i;
const withoutInsertion = (words: string): string => {
  const own = mainClause.exec(words)?.index ?? words.length;
  return ' '.repeat(own) + words.slice(own);
};

const saysNoTime = (text: string): boolean => lengthsIn(text).length === 0;

/** "The term is extended for a further period of two years": what an amendment adds. */
export const laterIn = (text: string): Read | undefined => {
  const extended = extension.exec(text);
  if (extended === null) return undefined;
  const days = writtenDays(text);
  const former = days.find(
    ({ start }) => start < extended.index + extended[0].length && formerEnd.test(text.slice(0, start)),
  );
  if (days.some((day) => day !== former && isUntil(text.slice(former?.end ?? 0, day.start)))) return undefined;
  const length = durationsIn(text).find(({ unit }) => unit !== 'hour');
  if (length === undefined) return undefined;
  const { value, unit, start } = length;
  if (former?.iso !== undefined && former.start < start) {
    const from = { kind: 'day', iso: former.iso } as const;
    return { ending: { kind: 'after', length: { value, unit }, from, includes: false }, more: [], at: start };
  }
  return { ending: { kind: 'later', length: { value, unit }, than: undefined }, more: [], at: start };
};

/** "the Term, which would have expired on": the end that there was. */
const formerEnd =
  /\b(?:which|that|currently|presently|now|scheduled|due|originally|would\s+(?:otherwise\s+)?have)\s+(?:(?:would\s+(?:otherwise\s+)?(?:have\s+)?|was|were|is|to|due|scheduled|set|currently|presently|otherwise)\s+){0,4}(?:expired?s?|end(?:ed|s)?|terminated?s?|r[au]ns?\s+out)\s+(?:on\s+)?(?:the\s+)?$/i;

export const extension =
  /\b(?:term|agreement|contract|lease|expir\w+)\b[^.;]{0,120}\b(?:is|are|be|was)\s+(?:(?:hereby|further)\s+){0,2}(?:extended|prolonged|renewed)\b[^.;]{0,60}\b(?:for|by)\b[^.;]{0,30}\b(?:additional|further|another|period|years?|months?)\b/i;
