import type { ReadDocument, ReadUnit } from '../../../../core/ports/detector.ts';
import { durationsIn } from '../../../../core/reading/durations.ts';
import { writtenDays } from '../../../../core/reading/written-days.ts';
import { dayIn, isUntil } from './ending-days.ts';
import { anniversary, lengthsIn, periodIn } from './ending-lengths.ts';
import { endOfYear, eventIn, laterOfIn, noTermIn, perpetualIn } from './ending-open.ts';
import type { Read } from './ending-read.ts';
import { namedYearIn } from './ending-years.ts';

/** From here on a sentence speaks of what comes after the first term, or of other ways out. */
const later =
  /\b(?:(?:and\s+)?(?:shall|will|may)\s+(?:thereafter\s+)?(?:be\s+)?(?:automatically\s+)?(?:renew|prolong|roll\s+over|extend(?!\s+(?:until|through|to|(?:for|over)\s+(?!an?\s+(?:additional|further|other)|(?:additional|further|successive|another)))\b))|automatic(?:ally)?\s+(?:and\s+\w+\s+)?(?:renew|extend|continu)|with\s+automatic|(?:and\s+)?thereafter\b(?!\s+for\s|["”\s]*(?:\(|\.|,?\s*unless))|provided,?\s+(?:however,?\s*)?that|unless\s+(?:and\s+until|either|the|any|a|one|it\s+is|terminated|sooner|earlier|otherwise|previously|extended|cancel\w*|such|this|renewed|mutually)|subject\s+to\s+(?:automatic|successive)|may\s+be\s+(?:renewed|extended|prolonged|terminated)|shall\s+have\s+the\s+(?:right|option)|except\s+that|which\s+(?:term\s+)?shall\s+automatically|or\s+until|or\s+such\s+(?:other|later|earlier))\b/iu;
const inserted =
  /,?\s*(?:and\s+)?(?:(?:unless|if\s+not|except\s+as)\s+(?:\w+\s+){0,2}?(?:earlier|sooner|otherwise|terminated|extended|previously|mutually|provided|set)|subject\s+to)\b(?:[^,;.()]|\.\d|\([^()]*\))*,(?!\s*(?:whichever))/gi;

/** What a sentence says of the end of the contract. */
export const endingIn = (document: ReadDocument, whole: string, unit: ReadUnit): Read | undefined => {
  const text = whole.replace(inserted, (words) => ' '.repeat(words.length));
  const cut = later.exec(text)?.index;
  const first = cut === undefined || cut < 30 ? text : text.slice(0, cut);
  const open = laterOfIn(first);
  if (open !== undefined) return open;
  // "for an initial term of one year and indefinitely after that" has an end to its first term.
  const unlimited = noTermIn(first);
  if (unlimited !== undefined && saysNoTime(first.slice(0, unlimited.at))) return unlimited;
  const read =
    dayIn(first) ??
    namedYearIn(document, first) ??
    periodIn(document, first, unit) ??
    anniversary(document, first, unit) ??
    endOfYear(first);
  if (read !== undefined) return read;
  const event = eventIn(document, first, unit);
  if (
    event !== undefined &&
    event.ending.kind !== 'perpetual' &&
    !(event.ending.kind === 'at' && event.ending.anchor.kind === 'event')
  )
    return event;
  return perpetualIn(whole) ?? event;
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
