import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import { flat, placesOf } from '../units.ts';
import { anchorIn, type FoundAnchor } from './anchors.ts';

/** Words after which stands what something begins with. */
export const startWords =
  /\b(?:commenc(?:e|es|ed|ing)\b|beg[iau]n(?:s|ning)?\b|start(?:s|ed|ing)?\b|(?:becomes?\s+|be\s+|is\s+)?(?:made\s+)?effective(?!\s*date)|(?:takes?|taking|comes?\s+into|enters?\s+into|goes\s+into)\s+(?:effect|force)|from|in\s+force|in\s+effect)\s*(?:on|as\s+of|upon|from|with|at)?\s*(?:and\s+as\s+of\s+)?(?:the\s+)?/gi;

/** "that day", "then", "such date", "its beginning": a day that was named before. */
export const pointsBack =
  /^\s*(?:(?:that|such|the\s+(?:said|same)|this|said)\s+(?:day|date|time|moment|event)\b(?!\s+(?:on|when|that|of)\b)|then\b(?!\s*current)|that\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|thence\b|there(?:of)?\b|its\s+(?:start|beginning|commencement|coming\s+into)\b(?!\s+on\b)|the\s+(?:beginning|start)\b(?!\s+of\b))/i;

/** "on the day on which the authority clears it, and shall …": an event in the sentence's own words. */
const eventWords =
  /\b(?:effect|effective|force|commenc\w*|begin\w*|starts?|binding)\s+(?:on|upon|when|once|with|from|as\s+of|at)\s+(?:the\s+)?([^,;.]{6,90}?)\s*(?:,|;|\.|$|\band\s+(?:shall|will|is|runs?|continues?|remains?|lasts?|then|has)\b)/i;

/** What "that day" before `at` points back to: the nearest beginning told in the sentence, else in the two before it. */
export const antecedent = (
  document: ReadDocument,
  text: string,
  unit: ReadUnit,
  at: number,
): FoundAnchor | undefined => {
  const own = beginningIn(document, text.slice(0, at), unit.start) ?? dateIn(document, text.slice(0, at), unit.start);
  if (own !== undefined) return own;
  const index = placesOf(document).get(unit) ?? -1;
  for (const before of document.units.slice(Math.max(0, index - 2), Math.max(0, index)).toReversed()) {
    const found = beginningIn(document, flat(before.text), before.start);
    if (found !== undefined) return { ...found, defined: { start: before.start, end: before.end } };
  }
  return { start: unit.start + at, end: unit.start + at, anchor: { kind: 'event', name: 'Commencement Date' } };
};

/** "on the date first written above, and … of that date": the nearest day or date that the sentence named. */
const dateIn = (document: ReadDocument, text: string, offset: number): FoundAnchor | undefined => {
  for (const { index } of [...text.matchAll(/\b(?:date|day)\b/gi)].toReversed()) {
    const found = anchorIn(document, text.slice(index), offset + index, false);
    if (found !== undefined && found.start - offset - index < 12 && found.anchor.kind !== 'event') return found;
  }
  return undefined;
};

const beginningIn = (document: ReadDocument, text: string, offset: number): FoundAnchor | undefined => {
  for (const match of [...text.matchAll(startWords)].toReversed()) {
    const at = match.index + match[0].length;
    if (pointsBack.test(text.slice(at))) continue;
    const found = anchorIn(document, text.slice(at), offset + at, false);
    if (found !== undefined && found.start - offset - at < 20) return found;
  }
  const words = eventWords.exec(text);
  const name = words?.[1]?.replace(/\s+/g, ' ').trim();
  if (words === null || name === undefined) return undefined;
  const start = offset + words.index;
  return { start, end: start + words[0].length, anchor: { kind: 'event', name } };
};
