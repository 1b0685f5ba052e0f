import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import type { Statement } from '../../stated.ts';
import { probabilityOf, sourceOf } from '../units.ts';
import { chosenPlace } from './chosen.ts';
import { lawInFewWords, lawWhereDone } from './few-words.ts';
import { placesIn } from './places.ts';

const governs =
  /\b(?:govern(?:ed|s|ing)?|constru(?:ed|ction)|interpret(?:ed|ation)?|controlled|enforced|determined|contracted with reference|appl(?:y|ies|ied|ication)|subject|made under|choos\w+|chosen|chose|select\w*|submit\w*|decided|settled|resolved|(?:ruled|regulated|judged|read|understood|considered|tried)(?:\s+and\s+\w+)?\s+(?:by|under|according|in\s+accordance|pursuant|following))\b[^;]{0,400}\b(?:laws?|legislation)\b|\b(?:laws?|legislation)\b[^;]{0,200}\b(?:govern(?:s|ed|ing)?|appl(?:y|ies|icable)|controls?|(?<!(?:,|\band|\bor)\s)rules(?!,?\s+(?:and|or|of|for|as)\b|,)|prevails?|regulates?)\b/i;
const heading = /\b(?:governing|applicable|choice\s+of|controlling|proper)\s+law\b/i;
/** Laws of something else than the contract: what somebody is organized under, what has to be obeyed. */
const other =
  /\b(?:organi[sz]ed|incorporated|existing|formed|established)\b[^.;]{0,60}\blaws?\b|\b(?:comply|compliance|violat\w+|conform\w*)\b[^.;]{0,80}\blaws?\b/i;
const itself =
  /\b(?:agreement|contract|lease|licen[cs]e|terms|hereof|hereunder|amendment|letter|deed|policy|relationship)\b/i;

const least = 0.35;

/** The law that the contract is under, by its place. */
export const readGoverningLaw = (document: ReadDocument): Statement<string> | undefined => {
  const roles = new Set(document.parties.flatMap(({ aliases }) => aliases.map((alias) => alias.toLowerCase())));
  const candidates = document.units.flatMap((unit, index) => {
    const before = document.units[index - 1];
    const found = lawIn(unit, before, roles);
    if (found !== undefined) return [{ unit, told: [], ...found }];
    const done = lawWhereDone(document, unit.text);
    return done === undefined ? [] : [{ unit, told: [done.told], place: done.place, sure: 0.5 }];
  });
  const [best] = candidates.toSorted((a, b) => b.sure - a.sure || a.unit.start - b.unit.start);
  if (best === undefined || best.sure < least) return undefined;
  return {
    value: best.place,
    evidence: [best.unit, ...best.told].map((span) => sourceOf(document, span)),
    confidence: best.sure,
  };
};

const lawIn = (
  unit: ReadUnit,
  before: ReadUnit | undefined,
  roles: ReadonlySet<string>,
): { place: string; sure: number } | undefined => {
  const text = unit.text.replace(/\s/g, ' ');
  const labelled = labelledPlace(text, before) ?? lawInFewWords(text);
  if (labelled !== undefined) return { place: labelled, sure: 0.8 };
  if (!/\b(?:laws?|legislation)/i.test(text)) return undefined;
  const likely = probabilityOf(unit, 'governing-law');
  const says = governs.test(text);
  if (!says && likely < 0.5) return undefined;
  const place = chosenPlace(text, {
    before: before === undefined || other.test(before.text) ? '' : before.text,
    roles,
  });
  if (place === undefined) return undefined;
  let sure = 0.3 * likely + (says ? 0.35 : 0.1) + (itself.test(text) ? 0.2 : 0);
  if (
    heading.test(text.slice(0, 80)) ||
    heading.test(unit.headingPath.at(-1) ?? '') ||
    heading.test(before?.text ?? '')
  )
    sure += 0.15;
  if (other.test(text)) sure -= 0.4;
  return { place, sure: Math.min(0.98, sure) };
};

const joining = String.raw`(?:the\s+)?(?:(?:state|commonwealth|province|republic|kingdom|emirate)\s+of\s+(?:the\s+)?)?$`;
/** "Governing law: Ohio", "Choice of law is that of the State of", "Law and jurisdiction – England". */
const label = new RegExp(
  String.raw`^[^\p{L}]{0,12}(?:(?:the\s+)?(?:governing|applicable|controlling|proper)\s+laws?|choice\s+of\s+laws?|laws?)(?:\s+(?:and|&|\/)\s+(?:jurisdiction|venue|forum|courts?))?(?:\s+(?:of|for)\s+th(?:is|e)\s+\w+)?(?:\s*[:.|–—-]\s*|\s+(?:is|are|shall\s+be|will\s+be)\s+)(?:(?:that|those|the\s+laws?)\s+of\s+)?${joining}`,
  'iu',
);
/** "Laws of Hong Kong.", which is all that a clause says. */
const bareLaw = new RegExp(`^[^\\p{L}]*(?:the\\s+)?laws?\\s+of\\s+${joining}`, 'iu');
const wholly = new RegExp(`^\\s*${joining}`, 'i');
const labelAlone =
  /^[^\p{L}]{0,12}(?:(?:governing|applicable|controlling|proper)\s+laws?|choice\s+of\s+laws?)\s*[.:]?\s*$/iu;

/** Under so short a heading nothing but a place may stand. */
const lawAlone = /^[^\p{L}]{0,12}laws?(?:\s+(?:and|&)\s+\p{L}+)?\s*[.:]?\s*$/iu;

/** The place behind a label, or alone under one. */
const labelledPlace = (text: string, before: ReadUnit | undefined): string | undefined => {
  const [first] = placesIn(text.slice(0, 160));
  if (first === undefined) return undefined;
  const lead = text.slice(0, first.start);
  if (label.test(lead)) return first.name;
  if (bareLaw.test(lead) && /^[\s.]*$/.test(text.slice(first.end))) return first.name;
  const under = before !== undefined && labelAlone.test(before.text);
  if (under && wholly.test(lead) && text.length - first.end < 40) return first.name;
  const alone = before !== undefined && lawAlone.test(before.text);
  return alone && wholly.test(lead) && /^[\s.]*$/.test(text.slice(first.end)) ? first.name : undefined;
};
