import type { QueryType } from './question.ts';

const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const numeral =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|half|third|quarter';
const amount = `(?:\\d[\\d,.]*|${numeral})`;
const unit =
  '(?:business |calendar |working )?(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade|century|centurie|anniversar)';

const patterns: Partial<Record<QueryType, RegExp>> = {
  when: new RegExp(
    `\\b(?:1\\d{3}|20\\d{2})\\b|\\b(?:${month})\\b\\.? ?\\d|\\d(?:st|nd|rd|th)? (?:of |day of )?(?:${month})\\b|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|\\b(?:centur(?:y|ies)|effective date|commencement date|anniversary|monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|winter)\\b|\\b(?:within|after|until|upon) .{0,40}\\b${unit}|\\b(?:first|last) day\\b`,
    'i',
  ),
  'how-much':
    /[$€£¥]\s?\d|\b\d[\d,.]*\s?(?:%|percent|per cent|dollars?|euros?|pounds?|francs?|marks?|usd|eur|gbp|chf|cents?)|\b(?:percent|per cent|dollars|euros|pounds|free of charge|no charge|million|billion)\b/i,
  'how-many': new RegExp(`\\b${amount}\\b`, 'i'),
  'how-long': new RegExp(
    `\\b${amount}\\)?(?:-| )+${unit}s?\\b|\\b(?:perpetual|perpetuity|indefinite|indefinitely|forever|at any time|immediately|annual|annually|monthly|weekly|daily)\\b`,
    'i',
  ),
  why: /\b(?:because|since|due to|owing to|as a result|in order to|so that|caused|cause|reason|therefore|led to|for fear|to (?:avoid|prevent|reduce|keep|make|allow|protect)|as (?:it|he|she|they|the))\b/i,
  definition:
    /\bmeans?\b|\bshall mean\b|\brefers? to\b|\bdefined as\b|\bis an? \b|\bare the \b|\bhas the meaning\b|\bcalled\b/i,
};

/** What a measuring question ("how deep") wants to see. */
const measures: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\bhow (?:deep|tall|high|wide|far|large|big|thick)\b/i,
    /\d[\d.,]*\s?(?:km|m|cm|mm|ft|mi|ha)?\b.{0,12}(?:metre|meter|kilomet|centimet|millimet|mile|feet|foot|inch|yard|hectare|acre|square|storey|\b(?:km|m|cm|mm|ft)\b)/i,
  ],
  [/\bhow old\b/i, /\b(?:aged?|years?|born|old)\b/i],
  [/\bhow heavy\b|\bhow much .{0,30}weigh/i, /\b(?:kg|kilograms?|grams?|tonnes?|tons?|pounds?)\b/i],
  [/\bhow fast\b/i, /\b(?:per|a|an) (?:second|minute|hour|day|year)\b|\bkm\/h\b|\bmph\b|\bknots?\b/i],
  [/\bhow (?:hot|cold|warm)\b/i, /\bdegrees?\b|°/i],
];

/** A capitalized word that does not begin the sentence: a name, or a contract's role. */
const name = /(?<=[\p{Ll}\p{N},;:)"”] ["“(]?)\p{Lu}[\p{L}.&'’-]+/gu;
const roles =
  /\b(?:party|parties|landlord|tenant|lessor|lessee|supplier|customer|client|buyer|seller|licensor|licensee|employer|employee|company|contractor|owner|provider|vendor|discloser|recipient|disclosing|receiving|distributor|king|queen|emperor|president|engineer|scientist|inc|ltd|llc|gmbh)\b/i;

/** Whether the sentence holds what such a question asks for; undefined where any sentence may. */
export const holdsExpected = (
  type: QueryType,
  sentence: string,
  questionForms: ReadonlySet<string>,
  question = '',
): boolean | undefined => {
  if (type === 'who' || type === 'where') {
    if (type === 'who' && roles.test(sentence)) return true;
    for (const match of sentence.matchAll(name)) {
      if (!questionForms.has(match[0].toLowerCase().replace(/['’]s$|[.]$/g, ''))) return true;
    }
    return false;
  }
  const measure = measures.find(([asked]) => asked.test(question))?.[1];
  return (measure ?? patterns[type])?.test(sentence);
};
