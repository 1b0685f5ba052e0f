import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import { monthNames } from '../../../../../core/reading/months.ts';
import { perDocument } from '../../../../../core/reading/per-document.ts';
import { sentencesOnly } from '../full-stops.ts';
import type { Point, Reading } from '../points/point.ts';
import { pointAt } from '../points/points.ts';

/** What the parties of contracts are called. */
const roles =
  'you|landlord|tenant|lessor|lessee|licensor|licensee|owner|hirer|buyer|seller|company|employer|employee|executive|franchisor|franchisee|contractor|sub-?contractor|customer|supplier|vendor|client|provider|purchaser|distributor|manufacturer|agent|principal|consultant|adviser|advisor|artist|author|publisher|operator|manager|carrier|shipper|host|sponsor|player|coach|director|officer|trainee|apprentice|volunteer|parties|dealer|broker|producer|promoter|processor|grower|charterer|reseller|partner';
/** What a contract is about, done from its first day on. */
const doing =
  'services?|work|works|deliver(?:y|ies)|suppl(?:y|ies)|haulage|carriage|performance|employment|engagement|production|operations?|distribution|sales|cleaning|duties|assignment|hire|hiring|occupation|occupancy|service|publication|programme|program|instruction|lessons|catering|maintenance|management|charter|collections?|shipments?|placement|secondment|residency|cooperation|collaboration';
const begin =
  '(?:(?:shall|will|is\\s+to|are\\s+to|must|hereby|to)\\s+){0,2}(?:(?:start|begin|commence|report|join|assume|open)s?|takes?\\s+(?:up|over|possession|occupation)|moves?\\s+in|goes?\\s+live|enters?\\s+(?:up)?on)';
/** Between the beginning and its day: "work for us", "the Services". */
const what = `(?:\\s+(?!on\\b|from\\b|as\\b|at\\b|upon\\b|with\\b|after\\b|within\\b|when\\b|not\\b)[\\p{L}’'-]+){0,7}?`;

/** What a day begins with. */
const when = `\\s+(?:on|from|as|at|upon|with|today|now|this|(?:the\\s+)?\\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:${monthNames})\\b)`;

const someone = (names: string): RegExp =>
  new RegExp(
    [
      // "You will start on", "The Adviser takes up his duties on"
      `(?:^|[.;:,)\\d]\\s*|\\b(?:and|that|as|the|our|your)\\s+)(?:the\\s+)?(?:${names})\\s+${begin}${what}(?=${when})`,
      // "Contractor's work begins", "Deliveries begin", "the Services shall commence"
      `(?:^|[.;:,)\\d]\\s*|\\b(?:the|its|his|her|their|our|your|this|all)\\s+|['’]s?\\s+)(?:(?:[\\p{L}-]+)\\s+){0,2}?(?:${doing})\\s+(?:(?:hereunder|under\\s+this\\s+\\p{L}+)\\s+)?(?:(?:shall|will|is\\s+to|are\\s+to|must)\\s+)?(?:(?:start|begin|commence)s?|goes?\\s+live)(?=${when})`,
      // "Your first day will be", "the Employee's start date is"
      "\\b(?:your|his|her|my|(?:the\\s+)?\\p{L}+['’]s?)\\s+(?:first\\s+(?:working\\s+)?day(?:\\s+(?:of|at)\\s+(?:work|employment))?|start(?:ing)?\\s+date|date\\s+of\\s+(?:joining|hire|commencement)|joining\\s+date|hire\\s+date)\\s+(?:with\\s+[^,.;]{1,40}\\s)?(?:is|was|(?:shall|will)\\s+be)",
      // "The Employee serves from today", "the Consultant is engaged with effect from"
      `\\b(?:${names})\\s+(?:(?:shall|will)\\s+)?(?:serves?|acts?|works?|(?:is|are|be)\\s+(?:hereby\\s+)?(?:employed|engaged|appointed|retained|hired|booked|contracted))(?=\\s+(?:as\\s+)?(?:from|with\\s+effect|as\\s+of|beginning|starting|commencing))`,
      // "must haul ore … starting on"
      `\\b(?:${names})\\s+(?:shall|will|must|agrees?\\s+to|undertakes?\\s+to|is\\s+to)\\s+[^.;:]{3,160}?\\b(?:starting|beginning|commencing|with\\s+effect\\s+from|as\\s+from)(?=\\s)`,
    ].join('|'),
    'giu',
  );

/** What a sentence on the parties looks for in a document: its own names of them too. */
const patternOf = perDocument((document: ReadDocument): RegExp => {
  const own = document.parties
    .flatMap(({ aliases }) => aliases)
    .filter((alias) => alias.length > 2 && alias.length < 40)
    .map((alias) => RegExp.escape(alias).replaceAll('\\x20', '\\s+'));
  return someone([...new Set([...own, roles])].join('|'));
});

/** What starts at a time of its own in the course of a contract. */
const another =
  /\b(?:warrant|guarant|notice|pay|rent|rates?\b|pric|fees?\b|option|renew|exten[ds]|secre|cure|grace|review|probation|defect|previous|prior|interest|audit|trial|test|billing|invoic|report|terminat|cancel|unless|additional|further|arbitrat|negotiat|restrict|compet|enrol|vest|insur|benefit)/i;
const conditional =
  /\b(?:if|unless|when|until|provided|may|might|not|expected|anticipated|estimated|planned|target|after)\b/i;
/** Where nobody says when the contract takes effect or its term begins: when a party starts to do what it is for. */
export const workStartsIn = (reading: Reading, unit: ReadUnit, text: string): readonly Point[] => {
  if (
    !/\bstart|\bbegin|\bcommenc|\btake|\benter|\breport|\bjoin|\bassum|\bopen|\bfrom\b|\bfirst\s|\beffect|\bhire|\blive\b/i.test(
      text,
    )
  )
    return [];
  const found: Point[] = [];
  for (const { index, 0: told } of sentencesOnly(text).matchAll(patternOf(reading.document))) {
    if (another.test(told) || conditional.test(text.slice(Math.max(0, index - 30), index) + told)) continue;
    const point = pointAt(reading, unit, text, index + told.length);
    if (point !== undefined) found.push(point);
  }
  return found;
};
