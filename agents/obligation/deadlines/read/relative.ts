import { type Duration, durationsIn, writeDuration } from '../../../../core/reading/durations.ts';
import type { Offset } from '../../model/deadline.ts';
import { calendarIn } from './calendars.ts';

/** A length with its side, and where in the text it and what it counts from stand. */
export type StatedOffset = {
  readonly offset: Offset;
  readonly start: number;
  /** Words that follow the side: what it counts from, with whatever comes after; undefined where no side is named. */
  readonly after: string | undefined;
  /** Calendar that the words about business days name themselves. */
  readonly calendar: string | undefined;
  readonly note: string | undefined;
};

const article = /\b(within|than|in|after|least)\s+(?:a|an)\s+(hour|day|week|fortnight|month|quarter|year)\b/gi;
const placed =
  /((?:U\.\s?S\.|U\.\s?K\.|US|UK|\p{Lu}[\p{Ll}.]+)(?:\s+\p{Lu}[\p{Ll}.]+)?)\s+(business|banking|working|bank)\s+(days?)\b/gu;
const notPlace = /^(?:Business|Banking|Working|Calendar|Clear|Full|Within|The|Next|First)\b/;
const net = /\bnet\s+(\d{1,3})(?!\s*(?:\d|%|days?|months?))/i;
const notice =
  "\\s*['’]?\\s*(?:(?:prior|previous|advance|written|in\\s+writing)[\\s,]+(?:or\\s+|and\\s+)?){0,3}(?:notice|notification|warning)?(?:\\s+in\\s+writing)?(?:\\s+(?:to|by|from)\\s+(?:the\\s+)?(?:[\\p{L}'’-]+\\s?){1,5}?)?";
const side =
  '(after|following|of|from|since|upon|before|prior\\s+to|in\\s+advance\\s+of|preceding|ahead\\s+of|thereafter|after\\s+that|in\\s+advance)';
const relation = new RegExp(`^(?:${notice})\\s*(?:,\\s*)?(?:(?:and|or)\\s+)?\\b${side}(?![\\p{L}])`, 'iu');
const direct = new RegExp(`^\\s*['’]?\\s*(?:from\\s+and\\s+)?\\b${side}(?![\\p{L}])`, 'iu');
const earlier = /^(?:before|prior|in\s+advance|preceding|ahead)/i;
const lengthAfter = /^\s*(?:written\s+|prior\s+|advance\s+)*notice\b/i;

/**
 * The length of time in a text that is a deadline: "within thirty (30) days after …", "at least 90 days prior to …". Of several
 * the first that says what it counts from.
 */
export const offsetIn = (written: string): StatedOffset | undefined => {
  const { text, calendar } = plain(written);
  const lengths = durationsIn(text);
  const found = lengths.flatMap((length, at) => sided(text, length, lengths[at + 1]?.start ?? text.length, calendar));
  const best = found.find(({ after }) => after !== undefined && eventOf(after) !== '') ?? found[0];
  if (best !== undefined) return best;
  const terms = net.exec(text);
  if (terms === null) return undefined;
  const rest = text.slice(terms.index + terms[0].length);
  const match = direct.exec(rest);
  return {
    offset: { value: Number(terms[1]), unit: 'day', direction: 'after', bound: 'most' },
    start: terms.index,
    after: match === null ? undefined : rest.slice(match[0].length),
    calendar,
    note: undefined,
  };
};

/** A length with its side; none where it is only how long something lasts. */
const sided = (text: string, length: Duration, next: number, calendar: string | undefined): StatedOffset[] => {
  const rest = text.slice(length.end, next);
  const match = direct.exec(rest) ?? relation.exec(rest);
  const words = match?.[1]?.toLowerCase();
  const before = text.slice(Math.max(0, length.start - 60), length.start);
  const bound = boundOf(before);
  if (words === undefined && bound === undefined) return [];
  const direction = words !== undefined && earlier.test(words) ? 'before' : 'after';
  const clear = /\bclear\b/i.test(text.slice(length.start, length.end)) && length.unit.endsWith('day');
  return [
    {
      offset: {
        value: length.value + (clear ? 1 : 0),
        unit: length.unit,
        direction,
        bound: inTime(bound, direction, before, rest),
      },
      start: length.start,
      after: match === null ? undefined : text.slice(length.end + match[0].length),
      calendar,
      note: clear ? `${writeDuration(length)} clear: neither the first nor the last day counts` : undefined,
    },
  ];
};

/** Without the place between number and unit ("five London business days"), which says only by which calendar. */
const plain = (written: string): { text: string; calendar: string | undefined } => {
  let calendar: string | undefined;
  const text = written
    .replace(article, '$1 one $2')
    .replace(/\bnatural\s+(?=(?:day|month|year)s?\b)/gi, 'calendar ')
    .replace(placed, (whole: string, place: string, kind: string, days: string) => {
      const named = notPlace.test(place) ? undefined : calendarIn(`${place} ${kind} ${days}`);
      if (named === undefined) return whole;
      calendar = named;
      return `${kind === 'bank' ? 'banking' : kind} ${days}`;
    });
  return { text, calendar };
};

type Bound = 'within' | 'not later' | 'at least' | 'at most' | undefined;

const boundOf = (before: string): Bound => {
  if (/\b(?:no|not)\s+(?:later|sooner)\s+than\s*(?:the\s+date\s+(?:that\s+is\s+)?|a\s+period\s+of\s+)?$/i.test(before))
    return /sooner\s+than/i.test(before) ? 'at least' : 'not later';
  if (
    /(?:\bat\s+(?:the\s+)?least|\b(?:no|not)\s+(?:less|fewer)\s+than|\bminimum\s+of|\bmore\s+than)\s*(?:a\s+period\s+of\s+)?$/i.test(
      before,
    ) &&
    !/\b(?:no|not)\s+more\s+than\s*$/i.test(before)
  )
    return 'at least';
  if (/\b(?:no|not)\s+more\s+than\s*$|\bat\s+most\s*$|\bup\s+to\s*$|\bmaximum\s+of\s*$/i.test(before)) {
    return /\bwithin\b/i.test(before) ? 'within' : 'at most';
  }
  if (
    /\b(?:within|in)\s*(?:(?:a|the)\s+(?:period|maximum|time)\s+of\s+|the\s+(?:first|next|following)\s+|the\s+)?$/i.test(
      before,
    )
  )
    return 'within';
  return /\bnet\s*$/i.test(before) ? 'within' : undefined;
};

const inTime = (bound: Bound, direction: Offset['direction'], before: string, rest: string): Offset['bound'] => {
  if (bound === 'not later') return direction === 'before' ? 'least' : 'most';
  if (bound === 'at least') return 'least';
  if (bound === 'within' || bound === 'at most') return 'most';
  // "thirty days' notice before" asks for as much, and more will do; "by 30 days after" is the last day.
  if (direction === 'before' && (lengthAfter.test(rest.replace(/^['’]\s*/, '')) || /\bnotice\b.{0,20}$/i.test(before)))
    return 'least';
  return /\bby\s*(?:the\s+date\s+)?$/i.test(before) ? 'most' : 'exact';
};

/** The words of an event, cut where something else begins. */
export const eventOf = (words: string): string => {
  const end =
    /[;:()]|,(?!\s*(?:19|20)\d\d)|\.(?:\s|$)|\s+(?:unless|provided|except|save|whichever|subject\s+to|in\s+(?:accordance|order|each\s+case)|failing|so\s+that|in\s+which(?:\s+to)?|(?:return|pay|deliver|provide|furnish|cease|submit|destroy|remit|repay|refund)\s+(?:to|the|all|any|an?|its|each|such)|but|and\s+(?:shall|will|may|must|thereafter|in\s+any|that)|or\s+(?:shall|will|may|must|as\s+soon)|shall|will|may|must|to\s+the\s+(?:extent|address))\b/i.exec(
      words,
    );
  return (end === null ? words : words.slice(0, end.index))
    .replace(/(?:\s+(?:on|upon|of|to|in|by|from|for|the|an?|that|which))+\s*$/i, '')
    .trim();
};
