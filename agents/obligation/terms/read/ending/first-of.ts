import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import { flat, placesOf } from '../units.ts';
import { isDated, type Read } from './read.ts';

/** "the earliest to occur of the following", "the first of", "either of the following, whichever is sooner". */
const firstOf =
  /\b(?:earli(?:er|est)|first|sooner|soonest)\b(?:\s+(?:to\s+(?:occur|happen)|occurring|happening))?\s+of\b(?:\s+(?:(?:any\s+(?:one\s+)?of\s+)?the\s+following(?:\s+(?:events|dates|times|to\s+occur))?|these|them))?\s*[:,–—-]?|\bwhichever\s+(?:of\s+(?:the\s+following|these|them)\s+)?(?:comes|occurs|happens|falls|is)\s+(?:the\s+)?(?:first|soonest|sooner|earliest|earlier)\s*[:,–—-]/i;
/** What parts what is enumerated in one sentence. */
const parting = /(?:[,;]\s*)?(?:\b(?:and|or)\s+)?\((?:[ivx]{1,4}|[a-z])\)\s*|;\s*(?:and|or)?\s*|,?\s+\b(?:or|and)\s+/gi;
const item = /^\W*(?:\(?(?:[ivx]{1,4}|[a-z]|\d{1,2})[.)]|[•·*–—-])\s*/i;
/** No list goes on for longer. */
const mostItems = 8;

export type Alternative = { readonly unit: ReadUnit; readonly words: string };

/** Where a sentence says that the first of several things is the end, undefined where it does not. */
export const firstOfAt = (text: string): { readonly start: number; readonly end: number } | undefined => {
  const match = firstOf.exec(text);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
};

/** What it is the first of, one by one: in the sentence itself, or in the items of the list that it leads in. */
export const alternatives = (
  document: ReadDocument,
  unit: ReadUnit,
  text: string,
  from: number,
): readonly Alternative[] => {
  const rest = text.slice(from);
  return [
    ...rest.split(parting).map((words) => ({ unit, words: words.trim() })),
    ...(/[:–—-]\s*$/.test(text) || rest.trim() === '' ? itemsAfter(document, unit) : []),
  ].filter(({ words }) => words.length > 5);
};

const itemsAfter = (document: ReadDocument, unit: ReadUnit): Alternative[] => {
  const found: Alternative[] = [];
  const index = placesOf(document).get(unit) ?? document.units.length;
  for (const next of document.units.slice(index + 1, index + 1 + mostItems)) {
    const lead = item.exec(next.text);
    if (lead === null) break;
    found.push({ unit: next, words: flat(next.text.slice(lead[0].length)) });
  }
  return found;
};

/** The first that is a day, or a length from one: it ends then at the latest. */
export const firstDated = (
  found: readonly Alternative[],
  read: (words: string, unit: ReadUnit) => Read | undefined,
): (Read & { readonly unit: ReadUnit }) | undefined => {
  for (const { unit, words } of found) {
    const said = read(`ends on: ${words}`, unit);
    if (said !== undefined && isDated(said)) return { ...said, unit };
  }
  return undefined;
};
