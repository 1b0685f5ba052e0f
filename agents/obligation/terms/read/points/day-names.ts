import type { ReadDocument } from '../../../../../core/ports/detector.ts';
import { perDocument } from '../../../../../core/reading/per-document.ts';
import type { Span } from '../../../../../core/text/span.ts';
import type { Anchor } from '../../stated.ts';
import { lastSignature } from '../made/signatures.ts';
import { flat } from '../units.ts';
import { daysIn } from './days-in.ts';

/** What a name stands for, and where the document says so. */
export type NamedDay = { readonly anchor: Anchor; readonly defined: Span };

/** '1 March 2019 (the “Start”)', '(Start)'. */
const bracket =
  /\(\s*(?:(?:the|this|such|hereinafter|herein|called|each|an?|as)[\s,]+){0,3}(?:["“'‘]{1,2}\s*([^"”'’()]{2,40}?)[\s,]*["”'’]{1,2}|(\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}-]*){0,2}))\s*\)/gu;
/** '“Signature Date” means'. */
const means =
  /["“'‘]\s*(\p{Lu}[\p{L} -]{2,40}?)\s*["”'’]\s*\)?\s*(?:means?|(?:shall|will)\s+mean|is|(?:shall|will)\s+be|refers\s+to|:)\s+/gu;
/** The last of the signatures, in many words. */
const lastSigns =
  /\b(?:(?:last|later|latest|second|both|all|final)\b[^.;()]{0,50}\b(?:counter-?)?(?:sign\w*|execut\w*)|(?:signature|signing|execut\w+)\b[^.;()]{0,60}\b(?:last|later|latest|second)\b)[^.;()]{0,50}$/i;
const paperItself =
  /\b(?:date|day)\s+(?:hereof|of\s+(?:this|the)\s+\p{L}+|(?:first\s+)?(?:above|written\s+above|stated\s+above))[^.;()]{0,12}$/iu;

/** Names that a document gives to a day, by the name in lower case. */
export const dayNames = perDocument((document: ReadDocument): ReadonlyMap<string, NamedDay> => {
  const found = new Map<string, NamedDay>();
  const take = (name: string | undefined, anchor: Anchor | undefined, defined: Span): void => {
    const known = name?.replace(/\s+/g, ' ').trim().toLowerCase();
    if (known !== undefined && anchor !== undefined && !found.has(known) && !notADay.test(known))
      found.set(known, { anchor, defined });
  };
  for (const { text: written, start, end } of document.units) {
    if (!/[(“"‘']/.test(written)) continue;
    const text = flat(written);
    for (const match of text.matchAll(bracket))
      take(match[1] ?? match[2], anchorBefore(document, text.slice(Math.max(0, match.index - 160), match.index)), {
        start,
        end,
      });
    for (const match of text.matchAll(means)) {
      const from = match.index + match[0].length;
      take(match[1], anchorAfter(document, text.slice(from, from + 200)), { start, end });
    }
  }
  return found;
});

/** A day is the end or the beginning of what has such a name, and not what the name stands for. */
const notADay =
  /\b(?:period|term|year|season|phase|agreement|contract|lease|licen[cs]e|letter|deed|plan|policy|notice|party|parties|note|effective)\b/i;

const anchorBefore = (document: ReadDocument, before: string): Anchor | undefined => {
  const day = daysIn(document, before).at(-1);
  if (
    day?.iso !== undefined &&
    before.length - day.end < 4 &&
    !/\b(?:an?|the|that)\s[^.;,]{0,80}\b(?:dated|of)\s+$/i.test(before.slice(0, day.start))
  )
    return { kind: 'day', iso: day.iso };
  return day === undefined || before.length - day.end > 60 ? ownOrSigned(document, before) : undefined;
};

const anchorAfter = (document: ReadDocument, after: string): Anchor | undefined => {
  const [day] = daysIn(document, after);
  if (
    day?.iso !== undefined &&
    /^\W*(?:(?:the|on|date|day|of|\p{L}{3,6}day)[\s,]+){0,4}$/iu.test(after.slice(0, day.start))
  )
    return { kind: 'day', iso: day.iso };
  const clause = after.split(/[.;]/)[0] ?? after;
  return day === undefined ? ownOrSigned(document, clause.split(/,\s(?!which)/)[0] ?? clause) : undefined;
};

const ownOrSigned = (document: ReadDocument, words: string): Anchor | undefined => {
  const text = words.trimEnd();
  if (lastSigns.test(text)) {
    const signed = lastSignature(document);
    return signed === undefined
      ? { kind: 'event', name: 'Date of the last signature' }
      : { kind: 'day', iso: signed.iso };
  }
  return paperItself.test(text) ? { kind: 'agreementDate' } : undefined;
};

/** The first name of a day in a text, within so many characters. */
export const namedDayIn = (
  document: ReadDocument,
  text: string,
  within: number,
): (NamedDay & { readonly at: number; readonly length: number }) | undefined => {
  const names = dayNames(document);
  if (names.size === 0) return undefined;
  for (const { index, 0: words } of text.matchAll(/\p{Lu}[\p{L}-]*(?:\s+\p{Lu}[\p{L}-]*){0,3}/gu)) {
    if (index > within) return undefined;
    const parts = words.split(/\s+/);
    for (let count = parts.length; count > 0; count--) {
      const known = names.get(parts.slice(0, count).join(' ').toLowerCase());
      if (known !== undefined) return { ...known, at: index, length: parts.slice(0, count).join(' ').length };
    }
  }
  return undefined;
};
