import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import { papers, words } from '../paper-words.ts';
import { unitsBefore } from '../points/backward.ts';
import { daysIn } from '../points/days-in.ts';
import { matchAt, type Point, type Reading } from '../points/point.ts';
import { flat } from '../units.ts';

/** Events as nouns and as what has happened: "the approval", "approved". */
const events: readonly (readonly [noun: string, happened: string])[] = [
  ['approval', 'approved'],
  ['acceptance', 'accepted'],
  ['filing', 'filed'],
  ['registration', 'registered'],
  ['recording|recordation', 'recorded'],
  ['ratification', 'ratified'],
  ['adoption', 'adopted'],
  ['confirmation', 'confirmed'],
  ['authori[sz]ation', 'authori[sz]ed'],
  ['endorsement', 'endorsed'],
  ['acknowledge?ment', 'acknowledged'],
  ['counter-?signature|counter-?signing', 'counter-?signed'],
  ['clearance', 'cleared'],
  ['notari[sz]ation', 'notari[sz]ed'],
  ['incorporation', 'incorporated'],
  ['publication', 'published'],
  ['issue|issuance', 'issued'],
  ['receipt', 'received'],
  ['delivery', 'delivered'],
  ['closing', 'closed|took\\s+place|occurred|was\\s+held'],
  ['completion', 'completed'],
];
const nouns = events.map(([noun]) => noun).join('|');
const happened = events.map(([, done]) => done).join('|');

/** Where the day of it stands: "shown below", "entered on the last page", "noted at the foot". */
const where =
  '(?:\\s*,?\\s*(?:as\\s+)?(?:(?:is|are)\\s+)?(?:shown|stated|noted|entered|given|written|indicated|endorsed|set\\s+out|set\\s+forth|appearing|certified)?\\s*(?:below|hereunder|hereon|overleaf|at\\s+the\\s+(?:foot|end)|on\\s+the\\s+(?:last|signature|final)\\s+page)\\b(?:\\s+hereof|\\s+of\\s+this\\s+\\p{L}+)?)';
const whose = `(?:\\s+(?:hereof|of\\s+(?:it|(?:this|the)\\s+${words}{0,3}?${papers})))?(?:\\s+by\\s+([^,.;()]{2,60}?))?`;
const on = '(?:the\\s+)?(?:(?:date|day|time|moment)\\s+)?';
const named = new RegExp(
  `${on}(?:of\\s+)?(?:(such|that|said|the\\s+said)\\s+|the\\s+|its\\s+|their\\s+)?(${nouns})\\b${whose}(?:(${where})|(?=\\s*(?:[,.;)]|$|and\\b|until\\b|is\\b|for\\b|to\\b)))`,
  'iuy',
);
const clause = new RegExp(
  `${on}(?:(?:on\\s+which|that|when)\\s+)?(?:(?:it|this\\s+${words}{0,3}?(?:${papers}|commitment|offer|proposal|quotation|bid|application)|the\\s+same)\\s+)?(?:is|are|was|has\\s+been|have\\s+been|shall\\s+have\\s+been)\\s+(?:\\p{L}+ly\\s+)?(${happened})\\b${whose}(?:(${where})|(?=\\s*(?:[,.;)]|$|and\\b)))`,
  'iuy',
);
/** What else must come to pass, or another of several. */
const besides = /^[^.;]{0,40}?(?:\band\s+(?:only\s+)?(?:upon|after|when|once|the|by|subject)\b|\bor\b|\bprovided\b)/i;

/**
 * "the day of such acceptance", "the approval shown below": an event on which something depends and whose day the contract
 * tells: right before, where it points back, or among its signatures: "APPROVED by the Council on 3 May 2011".
 */
export const toldEvent = ({ document }: Reading, unit: ReadUnit, text: string, start: number): Point | undefined => {
  const noun = matchAt(text, start, named);
  const match = noun ?? matchAt(text, start, clause);
  if (match === null) return undefined;
  const end = start + match[0].length;
  if (besides.test(text.slice(end, end + 60))) return undefined;
  const [word, by] = noun === null ? [match[1], match[2]] : [noun[2], noun[3]];
  const event = events.find(([one, done]) => new RegExp(`^(?:${one}|${done})$`, 'i').test(word ?? ''));
  if (event === undefined) return undefined;
  const pointsBack = noun?.[1] !== undefined;
  const told =
    (pointsBack ? toldBefore(document, unit, text, start, event[1]) : undefined) ?? amongSigns(document, event, by);
  return told === undefined
    ? undefined
    : { anchor: { kind: 'day', iso: told.iso }, end, more: [{ start: told.start, end: told.end }] };
};

type Told = { readonly iso: string; readonly start: number; readonly end: number };

const notYet = /\b(?:not|if|unless|until|shall|will|may|must|to\s+be|expected|would|should)\b/i;

/** "The articles were filed on 3 May 2011." right before what points back to it. */
const toldBefore = (
  document: ReadDocument,
  unit: ReadUnit,
  text: string,
  start: number,
  done: string,
): Told | undefined => {
  const own = { start: unit.start, end: unit.end, text: text.slice(0, start) };
  for (const other of [own, ...unitsBefore(document, unit)]) {
    const words = flat(other.text);
    const verb = [...words.matchAll(new RegExp(`\\b(?:${done})\\b`, 'giu'))].at(-1);
    if (verb === undefined) continue;
    const day = daysIn(document, words).find((each) => each.start > verb.index);
    const lead = words.slice(words.lastIndexOf('. ', verb.index) + 1, verb.index);
    if (day?.iso === undefined || day.start - verb.index > 120 || notYet.test(lead.slice(-60))) return undefined;
    return { iso: day.iso, start: other.start, end: other.end };
  }
  return undefined;
};

/** Somebody looked at the wording only, or at something else. */
const otherwise = /\bas\s+to\b|\bform\b|\blegal(?:ity|\s+sufficiency)\b|\bfor\s+payment\b|\binvoice\b/i;

/** Lines in the second half of a document that begin with what has happened: all must tell the same day. */
const amongSigns = (
  document: ReadDocument,
  [noun, done]: readonly [string, string],
  by: string | undefined,
): Told | undefined => {
  const line = new RegExp(
    `^\\W{0,6}(?:(?:this\\s+${words}{0,3}?${papers}\\s+)?(?:is\\s+|was\\s+|has\\s+been\\s+)?(?:hereby\\s+)?(?:${done})|(?:date\\s+of\\s+)?(?:${noun})(?:\\s+date)?)\\b`,
    'iu',
  );
  const found: (Told & { readonly words: string })[] = [];
  const { text } = document;
  let start = 0;
  for (const each of text.split('\n')) {
    if (start > text.length * 0.4 && line.test(each)) {
      const words = flat(text.slice(start, start + 240));
      const rest = words.split(/\s{2,}(?=\p{Lu}\p{L}+ed\b)/u)[0] ?? words;
      const [day] = daysIn(document, rest);
      const lead = rest.slice(0, day?.start ?? 0);
      if (day?.iso !== undefined && lead.length < 160 && !otherwise.test(lead) && !notYet.test(lead))
        found.push({ iso: day.iso, start, end: start + day.end, words: rest });
    }
    start += each.length + 1;
  }
  const name = by
    ?.replace(/^(?:the|our|its|an?)\s+/i, '')
    .trim()
    .toLowerCase();
  const byName = name === undefined ? [] : found.filter(({ words: told }) => told.toLowerCase().includes(name));
  const told = byName.length > 0 ? byName : found;
  return new Set(told.map(({ iso }) => iso)).size === 1 ? told[0] : undefined;
};
