import { type WrittenDay, writtenDays } from '../../../../../core/reading/written-days.ts';
import { lengthsIn } from './lengths.ts';
import type { Read } from './read.ts';

const until =
  /\b(?:until|till|through|thru|up\s+to|extended\s+to|expir(?:e|es|ing|y)(?:\s+(?:date|at|on))?|end(?:s|ing)?|terminat(?:e|es|ing|ion\s+date)|conclud(?:e|es|ing)|ceas(?:e|es|ing)|laps(?:e|es|ing)|finish(?:es|ing)?|be\s+(?:fully\s+)?ended|(?:is|are|be)\s+over|runs?\s+out|stops?|extend(?:s)?\s+(?:to|through)|(?:shall|will|may|does|can)\s+not\s+(?:continue|last|extend|run|be\s+extended|remain\s+in\s+(?:force|effect))\s+(?:beyond|past|after|later\s+than)|(?:last|final)\s+day\s+of\s+(?:this|the|its)\s+(?:\w+\s+){1,2}(?:is|shall\s+be|will\s+be))\b(?!\s+(?:earlier|sooner)\b)[^;]{0,90}$/i;
/** "runs to", "in force to and including": "to" says so only beside the day. */
const runsTo =
  /\b(?:runs?|running|lasts?|lasting|continu\w{1,4}|extend\w*|valid|remain\w*|force|effect|effective|period|term|granted|made|concluded)\b[^;.]{0,80}\bto\s+(?:and\s+including\s+|but\s+(?:excluding|not\s+including)\s+|the\s+)?$/i;
/** What stands between the two days of a range. */
const between =
  /^,?\s*(?:\([^()]*\)\s*)?(?:(?:and\s+)?(?:(?:runs?|running|lasts?|lasting|continu\w+|extend\w+|remain\w+)\s+)?(?:up\s+)?(?:to:?|through|until|till|thru)|and\s+(?:end|expir|terminat|conclud|clos)\w*(?:\s+on)?|end\w*(?:\s+on)?|[–—-])\s*(?:and\s+including\s+|,?\s*but\s+(?:excluding|not\s+including)\s+)?(?:midnight\s+(?:on|of)\s+)?(?:the\s+)?$/i;
/** The day named is the first on which it is over. */
const excluded =
  /\b(?:to|until|till|through)\s*,?\s*(?:but\s+)?(?:excluding|exclusive\s+of|not\s+including)\s+(?:the\s+)?$|\bday\s+(?:immediately\s+)?(?:before|prior\s+to|preceding|previous\s+to)\s+(?:the\s+)?$/i;
const excludedAfter = /^\s*[,(]?\s*(?:exclusive|excluded|not\s+included|exclusively)\b/i;

/** The first of two days between which something runs. */
const rangeStart = (text: string, days: readonly WrittenDay[]): WrittenDay | undefined =>
  days.find(({ start, end }, index) => {
    const next = days[index + 1];
    if (next === undefined) return false;
    const words = text.slice(end, next.start);
    if (between.test(words)) return true;
    return /^\s*and\s*$/i.test(words) && /\bbetween\s+(?:the\s+)?$/i.test(text.slice(Math.max(0, start - 14), start));
  });

/** "from the Effective Date until", before a day. */
const fromOwnDay =
  /\bfrom\s+(?:and\s+including\s+)?(?:the\s+)?(?:effective\s+date|date\s+(?:hereof|of\s+this\s+\w+)|commencement\s+date)[\s,]+(?:hereof\s+)?(?:until|till|through|to|up\s+to)\s+(?:and\s+including\s+)?$/i;

export const hasRange = (text: string): boolean => {
  const days = writtenDays(text);
  return rangeStart(text, days) !== undefined || days.some(({ start }) => fromOwnDay.test(text.slice(0, start)));
};

/** "shall continue until December 31, 2020", "Expiration Date: August 31, 2006", "from 1 July 2014 to but excluding 1 July 2019". */
export const dayIn = (text: string): Read | undefined => {
  const days = writtenDays(text);
  const ends = days.filter(({ start }, index) => {
    const lead = text.slice(Math.max(0, start - 130, days[index - 1]?.end ?? 0), start);
    return (until.test(lead) || runsTo.test(lead)) && !/\b(?:notice|notify|notif\w+)\b/i.test(lead);
  });
  const range = rangeStart(text, days);
  const last = range === undefined ? undefined : days[days.indexOf(range) + 1];
  if (last?.iso !== undefined) return atDay(last, text);
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
  if (/\banniversary\s+of\s+(?:the\s+)?$/i.test(lead)) return undefined;
  if (day.iso === undefined)
    return {
      ending: { kind: 'at', anchor: { kind: 'event', name: 'Expiration Date' } },
      more: [],
      at: day.start,
    };
  return atDay(day, text);
};

/** A stated day, with the length where the sentence gives that too: "is four years, … ending on March 31, 2029". */
const atDay = ({ iso = '', start, end }: WrittenDay, text: string): Read => {
  const length = lengthsIn(text)[0];
  const stated = length === undefined ? {} : { length: { value: length.value, unit: length.unit } };
  const before = excluded.test(text.slice(Math.max(0, start - 60), start)) || excludedAfter.test(text.slice(end));
  return {
    ending: { kind: 'at', anchor: { kind: 'day', iso }, ...stated, ...(before ? { dayBefore: true } : {}) },
    more: [],
    at: start,
  };
};

/** Whether a text leads up to the day on which something ends. */
export const isUntil = (lead: string): boolean => until.test(lead);
