import type { ReadDocument, ReadUnit } from '../../../../core/ports/detector.ts';
import { amendedBy } from '../../../../core/reading/amendment.ts';
import { durationsIn } from '../../../../core/reading/durations.ts';
import { numberOf, numberPattern } from '../../../../core/reading/numbers.ts';
import { writtenDays } from '../../../../core/reading/written-days.ts';
import type { Length, StatedNotice, StatedNoticeDay, StatedRenewal, Statement } from '../stated.ts';
import { extension } from './ending-words.ts';
import { flat, newWords, probabilityOf, sourceOf } from './units.ts';

const goesOn =
  /\b(?:renew(?:s|ed|al|als|able|ing)?|extend(?:s|ed|ing)?|extensions?|extendable|prolong\w*|(?:continu|remain)\w*[^.;]{0,60}?\b(?:from\s+year|for\s+(?:successive|additional|subsequent|consecutive)|on\s+a\s+(?:month|year)|(?:month|year)[\s-]+to|indefinitely\s+after|thereafter|until\s+either)|thereafter\s+(?:automatically\s+)?continu\w+)\b/i;
const ofItself =
  /\bautomatic(?:ally)?\b|\b(?:shall|will)\s+(?:thereafter\s+|then\s+|also\s+)?(?:be\s+)?(?:deemed\s+)?(?:renew(?:ed)?|extend(?:ed)?|continue)\b[^.;]{0,200}\bunless\b|\bunless\b[^.;]{0,260}\b(?:shall|will)\s+(?:be\s+)?(?:renew(?:ed)?|extend(?:ed)?)\b|\botherwise\b[^.;]{0,60}\b(?:shall|will)\s+(?:be\s+)?(?:renew|extend)|\b(?:shall|will)\s+continue\s+on\s+an?\s+(?:month|year)[\s-]+(?:to|by)|\brenews\b|\bevergreen\b/i;
const byChoice =
  /\b(?:may|option|right|elect\w*|at\s+(?:its|the|any|your)\b[^.;]{0,30}\b(?:option|discretion|election)|mutual(?:ly)?|agree\w*|upon\s+(?:written|mutual)|request)\b/i;
/** It gives what it adds a name: (each, a "Renewal Term"). */
const named =
  /\(\s*(?:(?:each|the|any\s+such\s+\w+|such\s+\w+),?\s*(?:a|an|the)?\s*)?["“'](?:the\s+)?(?:renewal|extension|extended|additional|option|subsequent)\s*(?:terms?|periods?)?["”']/i;
/** What both may agree on at any time is no right of either. */
const byBoth =
  /\b(?:mutual(?:ly)?|upon\s+(?:written\s+)?agreement\s+of\s+(?:the|both)|both\s+parties\s+agree|good\s+faith)\b/i;
const notContract =
  /\b(?:patents?|trademarks?|domain\s+names?|registrations?|insurance|policies|letter\s+of\s+credit|deadline|time\s+(?:for|to|period)|closing|payment\s+(?:date|term)|credit|delivery\s+date|cure\s+period|warranty|copyrights?|loans?|permits?|license\s+or\s+permit|offer|subscription\s+period|maturity|confidential\w*|stock|employment\s+agreements?\s+with)\b/i;
const aboutContract =
  /\b(?:terms?|agreement|contract|lease|licen[cs]e|appointment|periods?|franchise|venture|renewal)\b/i;
const yearly = /\b(?:year[\s-]+to[\s-]+year|annual(?:ly)?|each\s+year|yearly|every\s+year|from\s+year\s+to)\b/i;
const monthly = /\b(?:month[\s-]+(?:to|by)[\s-]+month|monthly|each\s+month)\b/i;
/** Where a sentence turns from the first term to what follows it. */
const turn = /\b(?:renew\w*|exten[ds]\w*|prolong\w*|thereafter|automatic\w*)\b/i;
const after = /\b(?:renew\w*|exten\w+|continu\w*|prolong\w*|additional|successive|subsequent|further)\b/i;

type Found = { readonly unit: ReadUnit; readonly value: StatedRenewal; readonly sure: number };

/** How the contract goes on after its first term. */
export const readRenewal = (document: ReadDocument): Statement<StatedRenewal> | undefined => {
  const amending = amendedBy(document) !== undefined;
  const found = document.units.flatMap((unit, index) =>
    // What an amendment extends once is the term itself.
    amending && extension.test(flat(unit.text)) ? [] : renewalIn(unit, document.units[index - 1]),
  );
  const [best] = found.toSorted((a, b) => b.sure - a.sure || a.unit.start - b.unit.start);
  if (best === undefined || best.sure < 0.5) return undefined;
  return { value: best.value, evidence: [sourceOf(document, best.unit)], confidence: Math.min(0.97, best.sure) };
};

const renewalIn = (unit: ReadUnit, before: ReadUnit | undefined): Found[] => {
  const text = flat(unit.text);
  const likely = probabilityOf(unit, 'renewal-term');
  if (!goesOn.test(text) || (!aboutContract.test(text) && likely < 0.5)) return [];
  const automatic = ofItself.test(text) && !/\bnot\s+(?:be\s+)?(?:automatically\s+)?(?:renew|extend)/i.test(text);
  const length = lengthOf(text);
  const endless =
    length === undefined &&
    /\b(?:indefinitely|perpetu\w+|until\s+(?:either|one|terminated))\b/i.test(text) &&
    automatic;
  if (length === undefined && !endless && !automatic) return [];
  let sure = 0.1 + 0.55 * likely + (automatic ? 0.25 : 0) + (length === undefined ? -0.25 : 0.1);
  if (
    !automatic &&
    byChoice.test(text) &&
    /\b(?:term|agreement|contract|lease)\b[^.;]{0,120}\b(?:renew|exten)|\b(?:renew|extend)\w*\s+(?:this|the|its)\s+(?:\w+\s+){0,2}(?:term|agreement|contract|lease|franchise)/i.test(
      text,
    )
  )
    sure += length === undefined ? 0.12 : 0.25;
  if (named.test(text)) sure += 0.2;
  if (/\bextend\s+(?:until|through)\b/i.test(text) && !automatic) return [];
  if (!automatic && byBoth.test(text)) sure -= 0.2;
  if (
    automatic &&
    length !== undefined &&
    /\b(?:this\s+(?:\w+\s+){0,3}(?:agreement|contract|lease)|(?:initial|the|then[\s-]current)\s+(?:term|period)|it\s+(?:shall|will)|successive|consecutive|additional\s+(?:terms?|periods?))\b/i.test(
      text,
    )
  )
    sure += 0.12;
  const heading = `${unit.headingPath.at(-1) ?? ''} ${before?.text ?? ''}`.slice(-80);
  if (/\b(?:term|renewal|duration|extension)\b/i.test(heading)) sure += 0.08;
  if (notContract.test(text) && !/\b(?:this\s+agreement|initial\s+term|renewal\s+term)\b/i.test(text)) sure -= 0.35;
  return [{ unit, sure, value: { automatic, length, times: timesOf(text), endless } }];
};

/** The length of one renewal: the first after the words that speak of it. */
const lengthOf = (text: string): Length | undefined => {
  const from = (turn.exec(text) ?? after.exec(text))?.index ?? 0;
  const isNotice = (end: number): boolean =>
    /^['’]?s?\s*(?:\([^)]*\)\s*)?(?:days?\s+)?(?:prior|before|notice|written|advance|preceding)\b/i.test(
      text.slice(end),
    );
  const lengths = durationsIn(text).filter(({ unit, end }) => unit !== 'hour' && !isNotice(end));
  const stated = lengths.find(({ start: at }) => at > from);
  const word = [yearly.exec(text.slice(from)), monthly.exec(text.slice(from))]
    .map(
      (match, index) => match && { at: from + match.index, unit: index === 0 ? ('year' as const) : ('month' as const) },
    )
    .filter((each) => each !== null)
    .toSorted((a, b) => a.at - b.at)[0];
  const unnumbered =
    /\b(?:additional|further|successive|subsequent|another)\s+(year|month)(?:\s+(?:period|term)|s?\b)/i.exec(
      text.slice(from),
    );
  if (stated !== undefined && (word === undefined || stated.start < word.at)) {
    return { value: stated.value, unit: stated.unit };
  }
  if (word !== undefined) return { value: 1, unit: word.unit };
  if (unnumbered !== null) return { value: 1, unit: /year/i.test(unnumbered[1] ?? '') ? 'year' : 'month' };
  const before = lengths.findLast(
    ({ start: at, end }) => at < from && /^\W*(?:\([^)]*\)\W*)?(?:renewal|extension|extended)/i.test(text.slice(end)),
  );
  return before && { value: before.value, unit: before.unit };
};

const counted = new RegExp(
  `\\b(?:up\\s+to\\s+)?(${numberPattern})\\s+(?:(?:additional|successive|further|consecutive|separate|renewal|more|subsequent|optional|automatic)\\s*(?:,\\s*)?(?:and\\s+)?)*(?:(?:terms?|periods?|renewals?|extensions?|times)\\b(?!\\s*\\))|(?:${numberPattern})[\\s-]*\\(?[^()]{0,8}\\)?[\\s-]*(?:years?|months?))`,
  'i',
);
const single =
  /\b(?:an|one|a)\s+(?:\(\s*1\s*\)\s*)?(?:single\s+)?(?:additional|further|subsequent|renewal|extension)\b(?![^.;]{0,60}\b(?:each|successive|periods|terms)\b)/i;

const timesOf = (text: string): number | undefined => {
  const match = counted.exec(text.slice(after.exec(text)?.index ?? 0));
  const value = match === null ? undefined : numberOf(match[1] ?? '');
  if (value !== undefined && value >= 1 && value <= 50 && Number.isInteger(value)) return value;
  return single.test(text) ? 1 : undefined;
};

const stops =
  /\b(?:not\s+(?:to\s+)?(?:be\s+)?(?:renew|extend)\w*|non-?\s?renew\w*|intent(?:ion)?\s+(?:not\s+)?to|notif\w+|notice|elect\w*|terminat\w*|cancel\w*|unless)\b/i;
const beforeEnd =
  /\b(?:prior\s+to|before|preceding|in\s+advance\s+of|of)\s+(?:the\s+)?(?:(?:scheduled|then|current|natural|stated|applicable)[\s-]*)*(?:expir\w*|end\b|conclusion|terminat\w*|anniversary|renewal|commencement\s+of|beginning\s+of|start\s+of|date\s+of\s+(?:expir\w*|terminat\w*)|any\s+(?:renewal|such)|initial\s+term|last\s+day|close\s+of|term\b|such\s+(?:date|expir\w*|term|renewal|period))|\b(?:expiration|end)\s+of\s+(?:the|any|such|each|then)/i;

/** The notice that stops a renewal. */
export const readNotice = (
  document: ReadDocument,
  renewal: Statement<StatedRenewal> | undefined,
): Statement<StatedNotice> | undefined => {
  const at = renewal?.evidence[0];
  const amending = amendedBy(document) !== undefined;
  const found = document.units.flatMap((unit) => {
    const text = flat(unit.text);
    const likely = probabilityOf(unit, 'notice-period-to-terminate-renewal');
    const sameUnit = at !== undefined && unit.start === at.start;
    const close = at !== undefined && unit.start > at.start && unit.start - at.end < 700;
    if (!stops.test(text)) return [];
    const words = amending ? newWords(text) : text;
    const length = noticeLength(words);
    if (length === undefined) return [];
    const end = beforeEnd.test(text);
    let sure = 0.5 * likely + (end ? 0.2 : 0) + (goesOn.test(text) ? 0.15 : 0);
    if (end && words !== text) sure += 0.3;
    if (sameUnit) sure += 0.3;
    else if (close && /\b(?:renew|extend|expir|end\s+of)/i.test(text)) sure += 0.15;
    if (!end && !sameUnit && likely < 0.5) return [];
    const purpose = chooses.test(text) && !refuses.test(text) ? ('renew' as const) : ('stop' as const);
    return [{ unit, sure, value: { length, beforeEnd: end, purpose } }];
  });
  const [best] = found.toSorted((a, b) => b.sure - a.sure || a.unit.start - b.unit.start);
  if (best === undefined || best.sure < 0.45) return undefined;
  return { value: best.value, evidence: [sourceOf(document, best.unit)], confidence: Math.min(0.97, best.sure) };
};

const chooses =
  /\b(?:exercis\w+|options?|wish(?:es)?\s+to|desires?\s+(?:to\s+)?(?:so\s+)?(?:extend|renew)|elects?\s+to\s+(?:so\s+)?(?:extend|renew)|(?:may|shall\s+have\s+the\s+right\s+to|can)\b[^.;]{0,160}?\b(?:extend|renew)|to\s+so\s+(?:extend|renew)|mutual\w*\s+(?:written\s+)?agreement)\b/i;
const refuses =
  /\b(?:not\s+(?:to\s+)?(?:be\s+)?(?:renew|extend|continue)\w*|non-?\s?(?:renew|extens)\w*|unless|terminat\w*\s+(?:this|the|its|by)|automatic\w*|cancel\w*|to\s+terminate)\b/i;

const byDay =
  /\b(?:no\s+later\s+than|not\s+later\s+than|on\s+or\s+before|by|before|until)\s+(?:and\s+including\s+)?(?:\d{1,2}:\d\d\s*(?:[ap]\.?m\.?)?\s+on\s+)?$/i;
const ofRenewal = /\b(?:renew\w*|non-?renew\w*|exten(?:d|sion)\w*|(?:exercise|option)\b)/i;

/** "must give written notice no later than September 30, 2028": the last of such days. */
export const readNoticeDay = (document: ReadDocument): Statement<StatedNoticeDay> | undefined => {
  for (const unit of document.units) {
    const text = flat(unit.text);
    if (unit.part !== undefined || !/\b(?:notice|notify)\b/i.test(text) || !ofRenewal.test(text)) continue;
    const day = writtenDays(text).findLast(({ start }) => byDay.test(text.slice(0, start)));
    if (day?.iso === undefined) continue;
    const purpose = chooses.test(text) && !refuses.test(text) ? 'renew' : 'stop';
    return { value: { iso: day.iso, purpose }, evidence: [sourceOf(document, unit)], confidence: 0.85 };
  }
  return undefined;
};

const noticeLength = (text: string): Length | undefined => {
  const lengths = durationsIn(text).filter(({ unit }) => unit !== 'hour');
  const least = lengths.find(
    ({ bound, start, end }) =>
      bound === 'least' &&
      /\b(?:notice|notif\w+)\b/i.test(text.slice(Math.max(0, start - 160), end + 60)) &&
      /^[^,.;]{0,60}\b(?:prior|before|nor\s+more)\b/i.test(text.slice(end)),
  );
  if (least !== undefined) return { value: least.value, unit: least.unit };
  const near = lengths.find(({ start, end }) => {
    const tail = text.slice(end, end + 60);
    const lead = text.slice(Math.max(0, start - 60), start);
    return (
      /^['’]?s?(?:\s*\([^)]*\))?['’]?[^,.;]{0,30}\b(?:prior|before|notice|advance|preceding)\b/i.test(tail) ||
      (/\b(?:notice|notif\w+|terminated)\b[^.;]{0,40}\bwithin\s*(?:the\s+)?$/i.test(lead) &&
        /^[^.;]{0,20}\b(?:of|prior)\b/i.test(tail))
    );
  });
  return near && { value: near.value, unit: near.unit };
};
