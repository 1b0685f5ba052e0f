import type { Span } from '../../../core/text/span.ts';

const number =
  '(?:\\d+(?:\\.\\d+)?|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one\\s+hundred(?:\\s+(?:and\\s+)?\\w+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|an?))(?:\\s*\\(\\s*\\d+\\s*\\))?';
const unit = "(?:hours?|days?|weeks?|fortnights?|months?|quarters?|years?)(?:['’](?=\\s))?";
/** "thirty (30) days", "five London business days", "24 hours". */
const length = `${number}[\\s-]+(?:(?:clear|full|consecutive|calendar|business|working|banking|trading|bank|[A-Z][\\w.]+)[\\s-]+){0,3}${unit}`;
const bound =
  '(?:(?:by\\s+)?(?:no|not)\\s+(?:later|less|more|fewer|earlier)\\s+than|within(?:\\s+(?:a\\s+)?(?:period|maximum)\\s+of)?(?:\\s+(?:not\\s+more\\s+than|at\\s+most|the\\s+first))?|at\\s+(?:the\\s+)?least|at\\s+the\\s+latest|a\\s+minimum\\s+of|in|up\\s+to|upon|with|on|giving)';
const notice = '(?:\\s+(?:prior|previous|advance)?\\s*(?:written\\s+)?notice)?';
const relation =
  '(?:after|following|of|from|before|prior\\s+to|in\\s+advance\\s+of|preceding|ahead\\s+of|since|(?:there)?after)';
/** What it counts from goes on to the next comma, or to where another clause begins. */
const event =
  '(?:\\s+(?!(?:unless|if|provided|except|save|shall|will|may|must|which|whichever|subject|in\\s+accordance|in\\s+order|failing|so\\s+that|and\\s+(?!\\w+(?:ance|ence|tion|sion|ment|al|ery|ry|pt|ing|proval|days?|[A-Z]\\w+)\\b)|as\\s+well|or\\s+(?:shall|will|may|must|as\\s+soon)|but|by\\s+(?:giving|means|notice|paying)|a\\s+copy)\\b)[^\\s,;:()]*[^\\s,;:().]){1,18}';

const month =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?';
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
const day = '\\d{1,2}(?:st|nd|rd|th)?';
const date = `(?:(?:${weekday},?\\s+)?(?:(?:the\\s+)?${day}\\s+(?:day\\s+)?(?:of\\s+)?${month},?\\s+\\d{4}|${month}\\s+${day},?\\s+\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4})|(?:the\\s+)?(?:end|beginning|middle)\\s+of\\s+${month}\\s+\\d{4}|${month}\\s+\\d{4})`;
const yearless = `(?:(?:the\\s+)?${day}\\s+(?:day\\s+)?(?:of\\s+)?${month}|${month}\\s+${day})(?!\\d)`;
const zone =
  '(?:\\s*\\(?(?:[A-Z][a-z]+(?:\\s[A-Z][a-z]+)?\\s+(?:local\\s+|standard\\s+|daylight\\s+)?time|(?:local|prevailing)\\s+time(?:\\s+in\\s+[A-Z][\\w ]{2,20})?|[A-Z]{2,4}T|UTC|GMT(?:[+-]\\d{1,2})?|CE?T)\\)?)?';
const time = `(?:12\\s+(?:noon|midnight)|noon|midnight|close\\s+of\\s+business|end\\s+of\\s+(?:the\\s+)?business\\s+day|\\d{1,2}(?:[:.]\\d{2})?\\s*(?:[ap]\\.?\\s?m\\b\\.?|hours\\b|o'clock)|\\d{1,2}:\\d{2})${zone}`;
const by =
  '(?:on\\s+or\\s+(?:before|prior\\s+to)|(?:by\\s+)?(?:no|not)\\s+later\\s+than|at\\s+the\\s+latest(?:\\s+(?:by|on))?|latest\\s+by|by|on|before|until|till|prior\\s+to|due(?:\\s+(?:on|by|date))?:?|at|from\\s+and\\s+after|beginning(?:\\s+on)?|commencing(?:\\s+on)?|starting(?:\\s+on)?)';
const ordinal =
  '(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|fifteenth|twentieth|twenty-fifth|thirtieth|last|penultimate)(?:\\s*\\(\\s*\\d{1,2}(?:st|nd|rd|th)?\\s*\\))?';
const period =
  '(?:calendar\\s+|contract\\s+|fiscal\\s+|financial\\s+|lease\\s+|contract\\s+|such\\s+)?(?:day|week|fortnight|month|quarter|half[- ]year|year|season)';
const each = `(?:each|every|the|any|such)\\s+(?:and\\s+every\\s+)?(?:other\\s+|following\\s+|next\\s+|succeeding\\s+|subsequent\\s+|second\\s+|third\\s+|alternate\\s+)?`;
const adverb =
  '(?:hourly|daily|weekly|fortnightly|bi-?weekly|monthly|bi-?monthly|quarterly|semi-?annually|half-?yearly|bi-?annually|annually|yearly|each\\s+(?:day|week|month|quarter|year)|every\\s+(?:day|week|month|quarter|year))';

const patterns: readonly RegExp[] = [
  // "within 30 days after receipt of the invoice", "at least 90 days prior to expiration", "30 days thereafter"
  `(?:${bound}\\s+)?${length}${notice}\\s+(?:in\\s+advance|thereafter|after\\s+that)(?:\\s+of${event})?`,
  `(?:${bound}\\s+)?${length}${notice}\\s+${relation}\\b${event}`,
  `(?:within|(?:no|not)\\s+later\\s+than|in\\s+no\\s+event\\s+later\\s+than|at\\s+the\\s+latest)\\s+(?:a\\s+(?:period|maximum)\\s+of\\s+)?(?:not\\s+more\\s+than\\s+)?${length}`,
  `\\bnet\\s+\\d{1,3}(?:\\s+days)?(?:\\s+(?:from|of|after)${event})?`,
  // "by 5:00 p.m. (London time) on 30 June 2026", "on or before 31 December 2028", "by 30 November of each year"
  `(?:${by}\\s+)(?:${time},?\\s+(?:on\\s+)?)?(?:each\\s+)?(?:${date}|${yearless}(?:\\s+(?:and|or)\\s+(?:${yearless}))*(?:\\s+(?:of|in)\\s+(?:each|every|the\\s+(?:following|next|same))\\s+${period})?)(?:,?\\s+at\\s+${time})?`,
  `(?:payment\\s+)?due(?:\\s+date)?\\s*:?\\s+(?:${date})`,
  // "no later than the 5th of each month", "on the first day of each calendar month", "by the end of each quarter"
  `(?:${by}|within)\\s+(?:${time},?\\s+(?:on\\s+)?)?the\\s+${ordinal}(?:\\s+(?:business|working|calendar|banking)?\\s*(?:day|${weekday}))?(?:\\s+(?:of|in|after|following))\\s+(?:the\\s+(?:end|beginning|start|close)\\s+of\\s+)?${each}${period}(?:\\s+or,?\\s+in\\s+shorter\\s+months,?\\s+on\\s+the\\s+last\\s+day(?:\\s+of\\s+(?:the|that)\\s+month)?)?`,
  `(?:${by}\\s+|within\\s+${length}\\s+(?:after|of|following|from)\\s+)(?:the\\s+)?(?:end|beginning|start|close|last\\s+day|first\\s+day)\\s+of\\s+${each}${period}`,
  `(?:${by}\\s+)?the\\s+${ordinal}(?:\\s+day)?\\s+of\\s+${each}${period}`,
  `(?:on\\s+|by\\s+)?(?:each|every)\\s+(?:second\\s+|other\\s+|third\\s+|alternate\\s+|${ordinal}\\s+)?(?:${weekday}|anniversary(?:\\s+of${event})?)(?:\\s+of\\s+(?:each|every|the)\\s+${period})?`,
  `every\\s+(?:${number}\\s+)?(?:calendar\\s+|business\\s+|working\\s+)?${unit}\\b`,
  `(?:at\\s+least\\s+)?(?:once|twice|(?:three|four|six)\\s+times)\\s+(?:a|an|per|each|every|in\\s+(?:each|every|any))\\s+${period}`,
  `(?:${adverb}(?:\\s+(?:in\\s+(?:arrears?|advance)|thereafter))?\\b(?:,?\\s+(?:on|by|at)\\s+(?:each|the|every)\\s+(?:anniversary|${ordinal})(?:\\s+(?:date|day))?(?:\\s+of${event})?)?)(?!\\s+(?:basis\\s+of|limit|maximum|cap|rate|average))`,
  `on\\s+(?:each|the|every)\\s+(?:\\w+\\s+)?anniversary(?:\\s+(?:date|of${event}))?`,
  `on\\s+an?\\s+(?:daily|weekly|monthly|quarterly|semi-?annual|annual|yearly)\\s+basis`,
  // "by noon", "by 5 pm each day"
  `(?:by|before|no\\s+later\\s+than|not\\s+later\\s+than|until)\\s+${time}`,
  // "before the expiration of the Term", without a length
  `(?:by|no\\s+later\\s+than|not\\s+later\\s+than|on\\s+or\\s+before|prior\\s+to)\\s+the\\s+(?:expiration|expiry|end|termination|effective|closing|commencement|due|delivery|completion|renewal|payment|anniversary)\\b(?:\\s+date)?(?:\\s+of${event})?`,
  '(?:forthwith|promptly|immediately|without\\s+(?:undue|unreasonable|any)?\\s*delay|as\\s+soon\\s+as\\s+(?:reasonably\\s+|commercially\\s+)?(?:practicable|possible)|in\\s+a\\s+timely\\s+manner|within\\s+a\\s+reasonable\\s+(?:time|period))(?!\\s+(?:available|prior|preceding|following))',
].map((source) => new RegExp(`(?<![\\p{L}\\p{N}-])(?:${source})(?![\\p{L}\\p{N}])`, 'giu'));

/** What makes of such words no day by which: how long something lasts, how often at most, since when. */
const lasting =
  /(?:\bfor(?:\s+(?:a|an|the|up\s+to|at\s+least|not\s+less\s+than|such))?(?:\s+(?:further|additional|initial|minimum|period|term|of|total|first))*|\b(?:last|first|preceding|previous|initial|final|next)|\b(?:period|term|duration|maximum|minimum|total|aggregate)\s+of(?:\s+at\s+least)?|\bdated(?:\s+as\s+of)?|\bas\s+of|\bsince|\b(?:ending|lasting|expiring)(?:\s+on)?|\bthan\s+once|\b(?:at\s+most|up\s+to|only|more\s+than|exceed(?:ing)?)|\bper|\d\s*%)\s*$/i;
const limited = /\b(?:no|not)\s+more\s+(?:often\s+)?than\s*$|\bat\s+most\s*$|\bonly\s*$/i;

/** "Monthly report", "pay the Monthly Fee": how often, said of the thing. */
const things =
  '(?:reports?|statements?|reviews?|invoices?|payments?|instal?lments?|meetings?|forecasts?|returns?|accounts?|inspections?|audits?|backups?|fees?|rent|premiums?|charges?|summary|summaries|updates?|certificates?)';
const adjectives = [
  new RegExp(
    `\\b(?:daily|weekly|fortnightly|monthly|bi-?monthly|quarterly|semi-?annual|half-?yearly|annual|yearly)\\s+(?=(?:[\\w-]+\\s+){0,2}?${things}\\b)`,
    'g',
  ),
  /(?<=^\s*(?:pay|invoice)\s+(?:\p{Lu}\p{L}*\s+)?(?:the|an?|its)\s+)(?:Monthly|Quarterly|Annual|Yearly|Weekly)(?=\s+\p{Lu})/gu,
  /(?<=^\s*pay\b(?:(?!%|percent|interest)[^.;]){0,120})per\s+(?:month|quarter|year|week)\b/g,
];

/** Further from the verb it is said of something else. */
const nearVerb = 60;

const calendarOf =
  /\ba\s+["']?business\s+day["']?\s+(?:being|is|means|meaning)\b[^;.]{3,120}|\(being\s+(?:a\s+)?days?\s+on\s+which\b[^)]{3,100}\)/gi;

/** The words of a stretch that say by when, in order, not overlapping. */
export const whenIn = (text: string, from = 0, to = text.length): readonly Span[] => {
  const stretch = text.slice(from, to);
  const found: Span[] = [];
  const take = (start: number, end: number): void => {
    if (found.every((other) => end <= other.start || start >= other.end)) found.push({ start, end });
  };
  if (!mayTell.test(stretch)) return found;
  for (const pattern of patterns) {
    for (const { 0: words, index } of stretch.matchAll(pattern)) {
      const before = stretch.slice(Math.max(0, index - 60), index);
      if (lasting.test(before) || limited.test(before)) continue;
      take(index, index + words.trimEnd().length);
    }
  }
  for (const [order, adjective] of adjectives.entries()) {
    const near = order === 0 ? stretch.slice(0, nearVerb) : stretch;
    for (const { 0: words, index } of near.matchAll(adjective)) take(index, index + words.trimEnd().length);
  }
  if (found.length > 0)
    for (const { 0: words, index } of stretch.matchAll(calendarOf)) take(index, index + words.length);
  return found
    .map(({ start, end }) => ({ start: from + start, end: from + end }))
    .toSorted((a, b) => a.start - b.start);
};

/** Looked for first: most sentences say nothing of time. */
const mayTell =
  /\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:days?|hours?|weeks?|fortnight|months?|quarters?|years?|annual|yearly|daily|weekly|monthly|quarterly|annually|yearly|anniversary|noon|midnight|promptly|immediately|forthwith|delay|soon|timely|reasonable|expir|end|terminat|closing|due|net|basis)/i;
