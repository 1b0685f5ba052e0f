import type { ReadDocument, ReadUnit } from '../../../core/ports/detector.ts';
import { amendedBy } from '../../../core/reading/amendment.ts';
import type { Span } from '../../../core/text/span.ts';

/** A whole sentence of a document's own voice that can bind somebody. Offsets are the document's. */
export type Sentence = Span & {
  /**
   * The document's characters, one for one, with plain blanks, quotation marks and apostrophes: an offset in it is
   * `start` less than that in the document.
   */
  readonly text: string;
  readonly row: ReadUnit['row'];
  readonly heading: string;
  /** Where its own words begin, after "(a)", "4.2" or a bullet. */
  readonly marker: string;
  readonly body: number;
};

/** A span of the sentence's text in the document's offsets. */
export const inDocument = ({ start: by }: Sentence, { start, end }: Span): Span => ({
  start: by + start,
  end: by + end,
});

/** A unit shorter than this was not cut off in the middle of a sentence. */
const shortestPart = 230;
const longestSentence = 6000;

/** The document's sentences, whole again where one was too long for a unit, without what cannot lay a duty on anybody. */
export const sentencesOf = (document: ReadDocument): readonly Sentence[] => {
  const quotes = amendedBy(document) === undefined;
  const found: Sentence[] = [];
  const units = wholeUnits(document.units).map((unit) => ({
    unit,
    text: plain(document.text.slice(unit.start, unit.end)),
  }));
  let recitalsEnd = 0;
  for (const [index, { unit, text }] of units.entries()) {
    const heading = unit.headingPath.at(-1) ?? '';
    if (startsRecitals.test(text)) recitalsEnd = Math.max(recitalsEnd, index + 1, afterRecitals(units, index));
    if (recitalsHeading.test(heading) && !recitalsHeading.test(units[index - 1]?.unit.headingPath.at(-1) ?? '')) {
      recitalsEnd = Math.max(recitalsEnd, afterRecitals(units, index));
    }
    const recitals = index < recitalsEnd || (recitalsHeading.test(heading) && recital.test(text));
    if (recitals || isContents(text) || defines.test(text) || (quotes && quoted.test(text))) continue;
    const marker = item.exec(text)?.[0] ?? '';
    found.push({
      start: unit.start,
      end: unit.end,
      text,
      row: unit.row,
      heading,
      marker: marker.trim(),
      body: marker.length,
    });
  }
  return found;
};

/** Recitals are few; where their end is not found near by, each has to say for itself that it is one. */
const mostRecitals = 25;

/** Where what begins with "WHEREAS" ends; `from` where nothing says. */
const afterRecitals = (units: readonly { readonly text: string }[], from: number): number => {
  const end = units.slice(from, from + mostRecitals).findIndex(({ text }) => endsRecitals.test(text));
  return from + Math.max(0, end);
};

/** Units of the document's own voice, those of one sentence joined. */
const wholeUnits = (units: readonly ReadUnit[]): ReadUnit[] => {
  const whole: ReadUnit[] = [];
  for (const unit of units) {
    if (unit.part !== undefined) continue;
    const last = whole.at(-1);
    const goesOn =
      last !== undefined &&
      last.row === undefined &&
      unit.row === undefined &&
      unit.start - last.end <= 2 &&
      last.text.length >= shortestPart &&
      !/[.?!]["”')]*$/.test(last.text) &&
      unit.end - last.start <= longestSentence &&
      !/\n\s*\n/.test(last.text.slice(-3));
    if (goesOn) whole[whole.length - 1] = { ...last, end: unit.end, text: `${last.text} ${unit.text}` };
    else whole.push(unit);
  }
  return whole;
};

const plain = (text: string): string => text.replace(/\s/g, ' ').replace(/[’‘]/g, "'").replace(/[“”„]/g, '"');

/** "(a) ", "iv. ", "3.2 ", "Section 4 ", "• ". */
export const item =
  /^\s*(?:(?:section|clause|article)\s+[\d.]+\s*(?=[A-Z(])|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,2}|[ivxl]{1,5}|[A-Z])[.)]\s+|\d{1,3}(?:\.\d{1,3})+\s+|[-–—•●▪◦*·]\s+|o\s+(?=[A-Z]))/i;

const startsRecitals = /^\s*(?:\(?[A-Z\d][.)]\s*)?WHEREAS\b|^\s*(?:\(?[A-Z][.)]\s*)?whereas,/;
const recitalsHeading = /^\W*(?:recitals?|background|whereas|preamble)\W*$/i;
const recital = /^\s*\(?[A-Z]\)?[.)]?\s/;
const endsRecitals =
  /\bNOW,?\s+THEREFORE\b|\bnow,?\s+therefore\b|\b(?:parties\s+(?:hereby\s+)?agree\s+as\s+follows|it\s+is\s+agreed)\b/i;
const quoted = /^\s*["']+[^"]{40,}["']+\s*$/;

/** Words that give a term its meaning; what stands in them binds nobody yet. */
const defines =
  /^\s*(?:\(?\w{1,4}[.)]\s*|[\d.]+\s+)?(?:the\s+(?:term|word|expression)s?\s+)?["']{1,2}[^"]{2,80}["']{1,2}(?:\s+or\s+"[^"]{2,60}")?,?\s+(?:shall\s+|will\s+)?(?:means?|have\s+the\s+meaning|has\s+the\s+meaning|is\s+defined|refers?\s+to|includes?|be\s+defined)\b|^\s*(?:\(?\w{1,4}[.)]\s*)?(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+){0,4}\s+(?:means|shall\s+mean|has\s+the\s+meaning)\b/i;

/** A line of a table of contents, or a bare heading. */
const isContents = (text: string): boolean =>
  /\.{5,}|(?:\. ){4,}/.test(text) ||
  (/^\s*(?:(?:section|article|clause)?\s*[\d.]+\s+)?[A-Z][\w ,;&/'()-]{2,80}\.?\s\d{1,3}\s*$/.test(text) &&
    !/\b(?:shall|will|may|must|is|are|due)\b/.test(text)) ||
  (text.match(/\s\d{1,2}\.\d{1,2}\.?\s+[A-Z]/g)?.length ?? 0) > 4;
