import type { ReadDocument } from '../../../../../core/ports/detector.ts';
import { perDocument } from '../../../../../core/reading/per-document.ts';
import { writtenDays } from '../../../../../core/reading/written-days.ts';
import type { Span } from '../../../../../core/text/span.ts';
import type { Anchor } from '../../stated.ts';
import { flat } from '../units.ts';
import { anchorIn } from './anchors.ts';
import { dayAfter, dayBefore, type MonthDay, monthDaysIn } from './month-days.ts';

/** A year or season as the document, or everybody, counts it: "Contract Year", "School Year", "calendar year". */
export type NamedYear = {
  /** Its first and last day, where it recurs with the calendar. */
  readonly begins: MonthDay | undefined;
  readonly ends: MonthDay | undefined;
  /** When the first one begins or ends, or which calendar year it is, where that is said. */
  readonly first: { readonly begins: Anchor } | { readonly ends: string } | { readonly year: number } | undefined;
  /** Where the document says so. */
  readonly defined: Span | undefined;
};

/** "Contract Year", "financial year", "2019-2020 School Year" without its numbers, "season": a name in one group. */
export const yearNamePattern =
  '(?:(?:\\p{Lu}[\\p{L}-]*|contract|calendar|fiscal|financial|school|academic|licen[cs]e|lease|agreement|crop|marketing|policy|accounting|budget|racing|playing|football|winter|summer|growing|harvest|wine|gas|rental|tourist|insurance|sales|operating|civil)\\s+){0,3}(?:[Yy]ears?|YEARS?|[Ss]easons?)';

const calendar: NamedYear = {
  begins: { month: 1, day: 1 },
  ends: { month: 12, day: 31 },
  first: undefined,
  defined: undefined,
};

/** How the document counts the years of a name. undefined where neither it nor the calendar says. */
export const namedYear = (document: ReadDocument, name: string): NamedYear | undefined => {
  const singular = name.replace(/\s+/g, ' ').replace(/s$/i, '').trim();
  if (/^(?:the\s+)?(?:calendar|civil)\s+year$/i.test(singular)) return calendar;
  const known = yearsOf(document);
  if (!known.has(singular)) known.set(singular, definitionOf(document, singular));
  return known.get(singular);
};

/** Each name is looked up once in a document, however many sentences speak of it. */
const yearsOf = perDocument((_document: ReadDocument) => new Map<string, NamedYear | undefined>());

const definitionOf = (document: ReadDocument, name: string): NamedYear | undefined => {
  const written = RegExp.escape(name).replaceAll('\\x20', ' ').replaceAll(' ', '\\s+');
  const means = new RegExp(
    `(?:["“'‘]\\s*${written}s?\\s*["”'’]|(?:^|[.;:)]\\s)\\W{0,3}(?:(?:a|an|the|each|every)\\s+)?${written}s?)\\s*\\)?\\s*(?:means?|(?:shall|will)\\s+mean|is|are|(?:shall|will)\\s+be|runs?|refers?\\s+to|begins?|starts?|commences?|:|=)\\s+`,
    'iu',
  );
  const bracket = new RegExp(
    `\\(\\s*(?:(?:a|an|each|the)\\s*,?\\s*(?:a|an)?\\s*)?["“'‘]\\s*${written}s?\\s*["”'’]\\s*\\)`,
    'iu',
  );
  const word = name.split(' ').at(-1)?.toLowerCase() ?? '';
  for (const unit of document.units) {
    if (!unit.text.toLowerCase().includes(word)) continue;
    const text = flat(unit.text);
    const after = means.exec(text);
    const named = after === null ? bracket.exec(text) : null;
    const from = after === null ? Math.max(0, (named?.index ?? 0) - 240) : after.index + after[0].length;
    if (after === null && named === null) continue;
    const to = named?.index ?? Math.min(text.length, from + 360);
    const found = yearIn(document, text.slice(from, to), unit.start + from);
    if (found !== undefined) return { ...found, defined: { start: unit.start, end: unit.end } };
  }
  return undefined;
};

const first =
  /\bfirst\b(?:\s+(?:such|of\s+them|of\s+which|one|\p{Lu}\p{L}*|contract|lease|licen[cs]e|fiscal|year|season)){0,4}\s*,?\s*(?:being|is|are|(?:shall|will)\s+be|(?:shall|will)?\s*(?:run|begin|start|commenc|end|terminat)\w*|of\s+which)\b/iu;
const counted = /\b(?:twelve|12|one|each|every|any|a)\b[^.;]{0,40}?\b(?:months?|years?|period)\b/i;

/** What the words of a definition come to. */
const yearIn = (document: ReadDocument, text: string, offset: number): Omit<NamedYear, 'defined'> | undefined => {
  const start = firstIn(text);
  if (/\b(?:calendar|civil)\s+year\b/i.test(text))
    return { begins: calendar.begins, ends: calendar.ends, first: start };
  const [one, two] = monthDaysIn(text);
  if (one !== undefined) {
    const between = two === undefined ? '' : text.slice(one.end, two.start);
    const ranged =
      two !== undefined && between.length < 70 && /\b(?:to|through|until|till|thru|and|end\w*)\b|[–—-]/i.test(between);
    if (ranged) return { begins: one, ends: two, first: start };
    const isEnd = /\b(?:end\w*|clos\w*|conclud\w*|terminat\w*|up\s+to)\s+(?:on\s+|at\s+|with\s+)?(?:the\s+)?$/i.test(
      text.slice(0, one.start),
    );
    return isEnd
      ? { begins: dayAfter(one), ends: one, first: start }
      : { begins: one, ends: dayBefore(one), first: start };
  }
  if (!counted.test(text)) return undefined;
  const lead =
    /\b(?:beginning|commencing|starting|from|begins?|commences?|starts?|following|after)\b\s*(?:on|with|upon|at|from|as\s+of|and\s+including)?\s*/i.exec(
      text,
    );
  if (lead === null) return undefined;
  const at = lead.index + lead[0].length;
  const begins = anchorIn(document, text.slice(at), offset + at, false);
  return begins === undefined ? undefined : { begins: undefined, ends: undefined, first: { begins: begins.anchor } };
};

const firstIn = (text: string): NamedYear['first'] => {
  const match = first.exec(text);
  if (match === null) return undefined;
  const rest = text.slice(match.index, match.index + 140);
  const days = writtenDays(rest);
  const [day] = days;
  if (day?.iso !== undefined) {
    const ends =
      days.length === 1 &&
      /\b(?:end|terminat|clos|conclud)\w*\s+(?:on\s+)?(?:the\s+)?$/i.test(rest.slice(0, day.start));
    return ends ? { ends: day.iso } : { begins: { kind: 'day', iso: day.iso } };
  }
  const year = /\b((?:19|20)\d\d)\b(?!\s*[-/–]\s*\d)/.exec(rest)?.[1];
  return year === undefined ? undefined : { year: Number(year) };
};
