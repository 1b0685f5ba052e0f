import { monthNames as month } from '../../../core/reading/months.ts';
import type { QueryType } from './types.ts';

const numeral =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|half|third|quarter';
const amount = `(?:\\d[\\d,.]*|${numeral})`;
const unit =
  '(?:business |calendar |working )?(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade|century|centurie|anniversar)';

const year = '(?:1\\d{3}|20\\d{2})';

const patterns: Partial<Record<QueryType, RegExp>> = {
  when: new RegExp(
    // A year, not a part of a number such as NMS-2026-0417.
    `(?<![A-Za-z]-)\\b${year}\\b(?!-(?!${year}\\b)\\d{3,})|\\b(?:${month})\\b\\.? ?\\d|\\d(?:st|nd|rd|th)? (?:of |day of )?(?:${month})\\b|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|\\b(?:centur(?:y|ies)|effective date|commencement date|anniversary|monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|winter)\\b|\\b(?:within|after|until|upon) .{0,40}\\b${unit}|\\b(?:first|last) day\\b`,
    'i',
  ),
  'how-much':
    /[$€£¥]\s?\d|\b(?:usd|eur|gbp|chf)\s?\d|\b\d[\d,.]*\s?(?:%|percent|per cent|dollars?|euros?|pounds?|francs?|marks?|usd|eur|gbp|chf|cents?)|\b(?:percent|per cent|dollars|euros|pounds|free of charge|no charge|million|billion)\b/i,
  'how-many': new RegExp(`\\b${amount}\\b`, 'i'),
  'how-long': new RegExp(
    `\\b${amount}\\)?(?:-| )+${unit}s?\\b|\\b(?:perpetual|perpetuity|indefinite|indefinitely|forever|at any time|immediately|annual|annually|monthly|weekly|daily)\\b`,
    'i',
  ),
  why: /\b(?:because|since|due to|owing to|as a result|in order to|so that|caused|cause|reason|therefore|led to|for fear|to (?:avoid|prevent|reduce|keep|make|allow|protect)|as (?:it|he|she|they|the))\b/i,
  definition:
    /\bmeans?\b|\bshall mean\b|\brefers? to\b|\bdefined as\b|\bis an? \b|\bare the \b|\bhas the meaning\b|\bcalled\b/i,
};

/** What a question of a certain wording wants to see: how it is asked, how an answer shows it, and what that is. */
type Kind = {
  readonly asked: RegExp;
  readonly shown: RegExp;
  readonly thing: string;
  /** What shows that it is another thing of that kind, unless the question speaks of that, too. */
  readonly other?: RegExp;
};

const money =
  /[$€£¥]\s?\d|\b(?:usd|eur|gbp|chf)\s?\d|\b\d[\d,.]*\s?(?:dollars?|euros?|pounds?|pence|francs?|marks?|usd|eur|gbp|chf|cents?)\b|\b(?:free|no charge|no fee|at no (?:extra )?(?:cost|charge)|dollars|euros|pounds|million|billion)\b/i;
const proportion =
  /\d\s?%|\b(?:per ?cent|percent|basis points)\b|\b(?:one|two|three)[- ](?:half|halves|thirds?|quarters?|tenths?|twelfths?)\b|\bhalf\b/i;
const either = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'), 'i');
const day = `(?:(?:${month})\\b|\\d{1,2}(?:st|nd|rd|th)?\\b|the (?:first|last|end|start|beginning)\\b)`;
const deadline = new RegExp(
  `\\b(?:no|not) later than\\b|\\bon or before\\b|\\b(?:by|before|until|till|between) (?:\\w+ ){0,2}${day}|\\bwithin\\b.{0,60}\\b${unit}|\\b${amount}\\)?(?:-| )+${unit}s?['’]?s? (?:\\w+ ){0,3}(?:before|prior|ahead|in advance|notice|after|of|from)\\b|\\b(?:at once|immediately|promptly|without delay|in advance)\\b`,
  'i',
);

const counted = (name: string): Kind => ({
  asked: new RegExp(`\\bhow many (?:\\w+ )?${name}s?\\b`, 'i'),
  shown: new RegExp(`\\b${amount}\\)?(?:-| )+(?:business |calendar |working |full |whole )?${name}`, 'i'),
  thing: `a number of ${name}s`,
});

/** The first that fits counts. */
const kinds: readonly Kind[] = [
  {
    asked: /\bhow (?:deep|tall|high|wide|far|large|big|thick)\b(?! ahead)/i,
    shown:
      /\d[\d.,]*\s?(?:km|m|cm|mm|ft|mi|ha)?\b.{0,12}(?:metre|meter|kilomet|centimet|millimet|mile|feet|foot|inch|yard|hectare|acre|square|storey|\b(?:km|m|cm|mm|ft)\b)/i,
    thing: 'a measure',
  },
  { asked: /\bhow old\b/i, shown: /\b(?:aged?|years?|born|old)\b/i, thing: 'an age' },
  {
    asked: /\bhow heavy\b|\bhow much .{0,30}weigh/i,
    shown: /\b(?:kg|kilograms?|grams?|tonnes?|tons?|pounds?)\b/i,
    thing: 'a weight',
  },
  {
    asked: /\bhow fast\b/i,
    shown: /\b(?:per|a|an) (?:second|minute|hour|day|year)\b|\bkm\/h\b|\bmph\b|\bknots?\b/i,
    thing: 'a speed',
  },
  { asked: /\bhow (?:hot|cold|warm)\b/i, shown: /\bdegrees?\b|°/i, thing: 'a temperature' },
  ...['second', 'minute', 'hour', 'day', 'week', 'month', 'year'].map(counted),
  {
    asked:
      /\bby (?:when|what (?:date|day|time))\b|\b(?:until|till) when\b|\b(?:deadline|last (?:day|date|moment|chance)|latest)\b|\bhow (?:far ahead|early|soon|promptly)\b|\bwithin (?:what|which|how)\b/i,
    shown: deadline,
    thing: 'a deadline',
  },
  {
    asked:
      /\b(?:what|which|how (?:much|high)) (?:\w+ ){0,4}(?:interest|percentage|discount|majority|proportion|share)\b/i,
    shown: either(proportion, /\bmajority of\b/i),
    thing: 'a rate or share',
  },
  {
    asked:
      /\bhow much\b.{0,60}\b(?:due|owed?|owing|payable|outstanding|to pay)\b|\b(?:amount|sum|total|balance) (?:that is |which is )?(?:due|owed|owing|payable|outstanding)\b|\bwhat (?:do|does) .{1,30}\bowe\b/i,
    shown: money,
    thing: 'an amount that is due',
    other:
      /\b(?:discounts?|deduct(?:ed|ions?)?|rebates?|tak(?:e|en) off|reduc(?:e[ds]?|tions?)|interest|late|overdue|reminders?)\b/i,
  },
  {
    asked: /\bwhat (?:happens|(?:will|would|can|could) happen|(?:is|are) the consequences?)\b/i,
    shown: /\b(?:if|in case|in the event|when|where|once|unless|until|upon|should)\b/i,
    thing: 'what happens then',
  },
  {
    asked:
      /\bwhat (?:is|are|was|were|'s) (?:\w+ )?(?:paid|charged|due|owed)\b|\bwhat (?:do|does|did|will|would|must|should|shall|can)\b.{0,60}\b(?:cost|pay|earn|charge|owe)\b|\b(?:what|which) (?:\w+ ){0,5}(?:fees?|charges?|price|costs?|rent|salary|wage|bonus|severance|fine|premium|excess|balance)\b/i,
    shown: either(money, proportion),
    thing: 'an amount',
  },
];

/** A capitalized word that does not begin the sentence: a name, or a contract's role. */
const name = /(?<=[\p{Ll}\p{N},;:)"”] ["“(]?)\p{Lu}[\p{L}.&'’-]+/gu;
const roles =
  /\b(?:party|parties|landlord|tenant|lessor|lessee|supplier|customer|client|buyer|seller|licensor|licensee|employer|employee|company|contractor|owner|provider|vendor|discloser|recipient|disclosing|receiving|distributor|king|queen|emperor|president|engineer|scientist|inc|ltd|llc|gmbh)\b/i;

/** What a question wants to see in a sentence that answers it. */
export type Expectation = {
  /** Named for a person, where it has a name. */
  readonly thing?: string;
  /** The wording leaves little doubt: "how many weeks", "what interest". */
  readonly sure: boolean;
  /** Whether it holds another thing of the kind that is asked for: what is taken off, not what is due. */
  strays(sentence: string): boolean;
  /** undefined where any sentence may answer; `forms` are the question's own words. */
  holds(sentence: string, forms: ReadonlySet<string>): boolean | undefined;
};

const things: Partial<Record<QueryType, string>> = {
  when: 'a date or time',
  'how-much': 'an amount of money or a percentage',
  'how-many': 'a number',
  'how-long': 'a length of time',
  who: 'a name or a party',
  where: 'the name of a place',
  why: 'a reason',
};

/** A clause's number is no figure of what it says. */
const clauseNumber = /^\s*(?:(?:section|article|clause)\s+)?[(]?\d{1,3}(?:\.\d{1,3})*[.):]*\s+(?=\p{Lu}|[("“])/iu;

export const expectationOf = (type: QueryType, question: string): Expectation => {
  const thing = things[type];
  if (type === 'who')
    return {
      thing: things.who ?? '',
      sure: false,
      strays: () => false,
      holds: (sentence, forms) => roles.test(sentence) || names(sentence, forms),
    };
  if (type === 'where') return { thing: things.where ?? '', sure: false, strays: () => false, holds: names };
  const kind = type === 'yes-no' ? undefined : kinds.find(({ asked }) => asked.test(question));
  const pattern = kind?.shown ?? patterns[type];
  const other = kind?.other?.test(question) === false ? kind.other : undefined;
  return {
    sure: kind !== undefined,
    ...(kind || thing ? { thing: kind?.thing ?? thing ?? '' } : {}),
    strays: (sentence) => other?.test(sentence) ?? false,
    holds: (sentence) => (other?.test(sentence) ? false : pattern?.test(sentence.replace(clauseNumber, ''))),
  };
};

const names = (sentence: string, forms: ReadonlySet<string>): boolean =>
  [...sentence.matchAll(name)].some(([found]) => !forms.has(found.toLowerCase().replace(/['’]s$|[.]$/g, '')));
