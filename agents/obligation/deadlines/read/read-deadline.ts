import type { ReadDocument } from '../../../../core/ports/detector.ts';
import { writeDuration } from '../../../../core/reading/durations.ts';
import type { Span } from '../../../../core/text/span.ts';
import type { Anchor, Offset, StatedDeadline } from '../../model/deadline.ts';
import type { DutyReading } from '../../model/reading.ts';
import { flat } from '../../terms/read/units.ts';
import { absoluteIn, daysNamed } from './absolute.ts';
import { anchorOf, needOf } from './anchor.ts';
import { calendarIn } from './calendars.ts';
import type { Conventions } from './conventions.ts';
import { countedFrom } from './counted-from.ts';
import { bareRecurrence } from './how-often.ts';
import type { Recurrence } from './recurrence.ts';
import { namedRecurrence } from './recurring.ts';
import { eventOf, offsetIn, type StatedOffset } from './relative.ts';
import { type Circumstances, stated } from './stated.ts';
import { timeOfDay } from './time-of-day.ts';
import { zoneIn } from './zones.ts';

/** It rises when the same words would be read otherwise. */
export const DEADLINES_VERSION = 1;

/** By when a duty is due, as its sentence says it. Nothing is reckoned yet: `resolveDeadline` does that. Pure. */
export const readDeadline = (
  document: ReadDocument,
  duty: Pick<DutyReading, 'deadlineWords' | 'evidence' | 'trigger' | 'condition' | 'action'>,
  conventions: Conventions,
): StatedDeadline => {
  const [own] = duty.evidence;
  const isOwn = ({ start }: Span): boolean => own === undefined || (start >= own.start && start < own.end);
  // What an item says itself goes before what the lead of its list says of all items.
  const spans = [duty.deadlineWords.filter(isOwn), duty.deadlineWords.filter((span) => !isOwn(span))];
  const words = spans
    .flatMap((some) => joined(document.text, some))
    .map(({ start, end }) =>
      plain(document.text.slice(boundBefore(document.text, start), wholeAfter(document.text, end))),
    );
  const sentence = duty.evidence.map(({ start, end }) => plain(document.text.slice(start, end))).join(' ');
  const { trigger, condition, action } = duty;
  return readWords(words.join('; '), { document, conventions, sentence, trigger, condition, action });
};

/** Words with nothing but "of", "and" or "on" between them are said in one breath: "on the 15th day of the second month | of | each quarter". */
const joined = (text: string, spans: readonly Span[]): readonly Span[] => {
  const whole: Span[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, span.start);
    if (last !== undefined && /^\s*(?:of|in|and|or|on|at|by|from)?\s*$/i.test(between)) {
      whole[whole.length - 1] = { start: last.start, end: span.end };
    } else whole.push(span);
  }
  return whole;
};

/** Where words break off before what they speak of: "following the date on", "receipt of such notice to". */
const wholeAfter = (text: string, end: number): number => {
  if (!/\s(?:on|upon|of|to|in|by|from|for|the|a|an|that|which|when)$/i.test(text.slice(Math.max(0, end - 10), end)))
    return end;
  const rest = /^\s+(?!to\b)[^,;:.()]{2,100}?(?=[,;:.()]|\s+(?:shall|will|may|must|unless|provided|and|but)\b)/i.exec(
    text.slice(end, end + 140),
  );
  return rest === null ? end : end + rest[0].length;
};

/** Where the words begin with what bounds them: "net" before "30 days" belongs to them. */
const boundBefore = (text: string, start: number): number => {
  const before = text.slice(Math.max(0, start - 40), start);
  const found =
    /(?<![\p{L}])(?:net|within|at\s+least|(?:no|not)\s+(?:later|less)\s+than|by|before|on)\s+(?:the\s+)?$/iu.exec(
      before,
    );
  return found === null ? start : start - found[0].length;
};

const plain = (text: string): string => flat(text).replace(/[’‘]/g, "'").replace(/[“”„]/g, '"').replace(/ {2,}/g, ' ');

/** The words that say by when, several parts joined by "; ". */
export const readWords = (words: string, around: Circumstances): StatedDeadline => {
  if (words.trim() === '') return stated('none', '');
  const found = readKind(words, around);
  const hour = found.kind === 'none' ? undefined : timeOfDay(words);
  const zone = zoneIn(words, hour !== undefined) ?? (hour === undefined ? undefined : around.conventions.timezone);
  const notes = [...(found.notes ?? []), ...(hour?.note === undefined ? [] : [hour.note])];
  return {
    ...found,
    time: hour?.time ?? null,
    timezone: zone ?? null,
    ...(notes.length > 0 && { notes }),
  };
};

/** For people: without the word with which a part broke off. */
const said = (words: string): string =>
  words.trim().replace(/(?:\s+(?:in|of|for|to|by|on|at|the|and|or|with))+(?=;|$)/gi, '');

const readKind = (words: string, around: Circumstances): StatedDeadline => {
  const named = namedRecurrence(words, around.conventions);
  if (named !== undefined) return recurring(named, words, around);
  const offset = offsetIn(words);
  const bare = bareRecurrence(words);
  const goesOn = /\bthereafter\b|\b(?:beginning|commencing|starting|with\s+effect)\b/i.test(words);
  if (bare !== undefined && goesOn) return recurring(bare, words, around, offset);
  if (offset !== undefined) return relative(offset, around);
  const day = absoluteIn(words, around.conventions);
  if (day !== undefined) return absolute(words, around);
  if (bare !== undefined) return recurring(bare, words, around);
  return byEvent(words, around) ?? stated('none', said(words));
};

const relative = (found: StatedOffset, around: Circumstances): StatedDeadline => {
  const own = found.after === undefined ? '' : eventOf(found.after);
  const thing = own === '' ? countedFrom(around) : own;
  const anchor: Anchor =
    thing === undefined
      ? { event: 'the event from which it counts', term: null, date: null, source: 'unknown' }
      : anchorOf(thing, around);
  const { offset } = found;
  return {
    ...stated('relative', `${offsetWords(offset)} ${anchor.event}`, {
      anchor,
      offset,
      needs: anchor.date === null && anchor.term === null ? needOf(anchor.event) : null,
    }),
    ...counting(offset.unit === 'business-day', found.calendar, around, found.note),
  };
};

/** "90 days before", "0 days after" being "on". */
const offsetWords = ({ value, unit, direction }: Offset): string =>
  value === 0 ? (direction === 'before' ? 'before' : 'by') : `${writeDuration({ value, unit })} ${direction}`;

const absolute = (words: string, around: Circumstances): StatedDeadline => {
  const [day] = daysNamed(words, around.conventions);
  const strictly = /\b(?:before|prior\s+to)\s+(?:\w+day,?\s+|the\s+)?$/i;
  const before =
    day !== undefined &&
    strictly.test(words.slice(0, day.start)) &&
    !/\bon\s+or\s+(?:before|prior\s+to)\b/i.test(words);
  const date = day?.date ?? null;
  const last = before && date !== null ? Temporal.PlainDate.from(date).subtract({ days: 1 }).toString() : date;
  const explanation = before && date !== null ? `before ${date}: by ${last}` : said(words);
  return {
    ...stated('absolute', explanation, { date: last, needs: day?.needs ?? null }),
    ...counting(false, undefined, around, day?.note),
  };
};

const starting = /\b(?:beginning|commencing|starting|with\s+effect)\s+(?:on\s+|from\s+|with\s+|as\s+of\s+)?(.{3,120})/i;
const ending = /\b(?:until|till|through(?:out)?|up\s+to\s+and\s+including|ending(?:\s+on)?)\s+(.{3,60})/i;

const recurring = (
  found: Recurrence,
  words: string,
  around: Circumstances,
  first?: StatedOffset | undefined,
): StatedDeadline => {
  const begins = starting.exec(words)?.[1];
  const days = daysNamed(words, around.conventions);
  const until = absoluteIn(ending.exec(words)?.[1] ?? '', around.conventions)?.date ?? null;
  const start =
    begins === undefined
      ? (days.find(({ date }) => date !== until)?.date ?? null)
      : (absoluteIn(begins, around.conventions)?.date ?? null);
  // "Within 30 days after the Effective Date and annually thereafter": each year counts from the same event.
  const from = found.from ?? (start === null && begins !== undefined ? begins : first?.after);
  const offset = found.offset ?? (found.from === undefined ? first?.offset : undefined) ?? null;
  const anchor: Anchor | null =
    from !== undefined
      ? anchorOf(eventOf(from.replace(/\band\b.*\bthereafter\b.*$/i, '')), around)
      : found.named || start !== null
        ? null
        : { event: 'the first time', term: null, date: null, source: 'unknown' };
  const open = anchor !== null && anchor.date === null && anchor.term === null;
  return {
    ...stated('recurring', said(words), {
      rrule: found.rrule,
      starts: start,
      until,
      anchor,
      offset,
      needs: open
        ? anchor.event === 'the first time'
          ? 'the day on which it first falls due'
          : needOf(anchor.event)
        : null,
    }),
    ...(found.from !== undefined && { afterAnchor: true }),
    ...counting(found.business || offset?.unit === 'business-day', undefined, around, found.note),
  };
};

const event =
  /\b(on\s+or\s+(?:before|prior\s+to)|(?:by\s+)?(?:no|not)\s+later\s+than|by|before|prior\s+to|until|till|on|upon|at)\s+((?:the|its|his|her|their|your|our|this|that|any|each|expir|completion|delivery|closing)\b.{2,160})/i;

/** "before the expiration of the Term", "by the Closing Date". */
const byEvent = (words: string, around: Circumstances): StatedDeadline | undefined => {
  const match = event.exec(words);
  if (match === null) return undefined;
  const [, how = '', thing = ''] = match;
  const anchor = anchorOf(eventOf(thing), around);
  const before = /^(?:before|prior)/i.test(how);
  const exact = /^(?:on|upon|at)$/i.test(how);
  const offset: Offset = {
    value: 0,
    unit: 'day',
    direction: before ? 'before' : 'after',
    bound: before ? 'least' : exact ? 'exact' : 'most',
  };
  return {
    ...stated('relative', `${exact ? 'on' : offsetWords(offset)} ${anchor.event}`, {
      anchor,
      offset,
      needs: anchor.date === null && anchor.term === null ? needOf(anchor.event) : null,
    }),
    ...counting(false, undefined, around, undefined),
  };
};

/** By which calendar business days are counted, and what was taken for granted. */
const counting = (
  business: boolean,
  own: string | undefined,
  { conventions, sentence }: Circumstances,
  note: string | undefined,
): Partial<StatedDeadline> => {
  const { businessDays, lawCalendar, roll } = conventions;
  const notes = note === undefined ? [] : [note];
  const rolled = roll === undefined ? {} : { roll };
  if (!business && roll === undefined) return notes.length > 0 ? { notes } : {};
  const named = own ?? calendarSaid(sentence) ?? (businessDays === 'weekdays' ? undefined : businessDays);
  if (named !== undefined) return { calendar: named, ...rolled, ...(notes.length > 0 && { notes }) };
  // Only where it moves a day does it matter by which calendar, and then it is said.
  if (!business)
    return { calendar: lawCalendar?.calendar ?? 'weekdays', ...rolled, ...(notes.length > 0 && { notes }) };
  if (lawCalendar !== undefined) {
    const assumed = `business days taken to be those of ${lawCalendar.law}, whose law governs`;
    return { calendar: lawCalendar.calendar, ...rolled, notes: [...notes, assumed] };
  }
  return {
    calendar: 'weekdays',
    ...rolled,
    notes: [...notes, 'business days taken as Monday to Friday, holidays not known'],
  };
};

/** "a business day being a day on which banks are open in London". */
const calendarSaid = (sentence: string): string | undefined => {
  const said =
    /\b(?:business|working|banking)\s+days?\b.{0,120}?\b(?:banks?|open|holidays?|other\s+than)\b.{0,120}/i.exec(
      sentence,
    )?.[0];
  return said === undefined ? undefined : calendarIn(said);
};
