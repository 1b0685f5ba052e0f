import type { TypeProbability } from '../ports/clauses.ts';
import type { ReadDocument, ReadUnit } from '../ports/detector.ts';
import { perDocument } from './per-document.ts';

/** No sentence is put together to more than this, in characters. */
const longest = 2000;
/** So many units may stand between the two parts of a sentence: a page number, a running head, a source. */
const between = 3;

/** What a page puts between its last line and the next page's first: its number, "Page 3 of 9", whence it was filed. */
const furniture =
  /^.{0,110}\bpage\s+\d{1,4}(?:\s+of\s+\d{1,4})?\W*$|^\W*(?:page\s*)?(?:\d{1,4}|[ivxl]{1,6}|[a-z]-\d{1,3})?\W*(?:of\s*\d{1,4}\W*)?(?:<page>\s*(?:\d{1,4})?\s*)?$|^\s*source\s*:/i;
/** A page number on a line of its own that ended up in a paragraph. */
const numberLine = /\n[ \t]*(?:page[ \t]+)?[-–]?[ \t]*\d{1,4}[ \t]*[-–]?[ \t]*(?:\n\s*<page>)?[ \t]*$|\n\s*<page>\s*$/i;
/** The same before the first line of the next page. */
const firstLine =
  /^\s*(?:(?:page\s*)?[-–]?\s*\d{1,4}\s*[-–]?[ \t]*\n\s*(?:<page>\s*)?|<page>\s*(?:\d{1,4}[ \t]*\n\s*)?)/i;
const open = /[\p{L}\p{N},]$/u;
/** A sentence cannot end on these, and what comes next need not begin small: "the laws of the State of", "California.". */
const leadsOn = /\s(?:at|between|by|for|from|in|of|on|the|this|to|under|with)$/i;
const goesOn = /^\s*\p{Ll}\S*\s/u;
const closed = /[.;:]\W*$/;
const prose = /\p{Ll}+\s+\p{Ll}+\s+\p{Ll}/u;

/**
 * The document with each sentence whole that a page or a blank line parted: "the laws of the State of", a page number,
 * "California.". Offsets hold; what stands between the parts is blanked out. Once for each document.
 */
export const unbroken = perDocument(
  (document: ReadDocument): ReadDocument => ({ ...document, units: joined(document) }),
);

const joined = ({ units }: ReadDocument): readonly ReadUnit[] => {
  const heads = runningHeads(units);
  const found: ReadUnit[] = [];
  for (let at = 0; at < units.length; at++) {
    let unit = units[at];
    if (unit === undefined) break;
    for (let next = restOf(units, heads, unit, at); next !== undefined; next = restOf(units, heads, unit, at)) {
      unit = put(unit, next.unit);
      at = next.at;
    }
    found.push(unit);
  }
  return found;
};

/** Short lines that stand at least three times in the document, each by itself. */
const runningHeads = (units: readonly ReadUnit[]): ReadonlySet<string> => {
  const times = new Map<string, number>();
  for (const { text } of units) if (text.length <= 120) times.set(text, (times.get(text) ?? 0) + 1);
  return new Set([...times].filter(([, count]) => count >= 3).map(([text]) => text));
};

/** Where the sentence of a unit goes on, undefined where it ends with it. */
const restOf = (
  units: readonly ReadUnit[],
  heads: ReadonlySet<string>,
  unit: ReadUnit,
  at: number,
): { readonly unit: ReadUnit; readonly at: number } | undefined => {
  if (unit.row !== undefined || heads.has(unit.text) || !prose.test(unit.text)) return undefined;
  const text = unit.text.replace(numberLine, '').trimEnd();
  if (!open.test(text)) return undefined;
  for (let next = at + 1; next <= at + 1 + between; next++) {
    const rest = units[next];
    if (rest === undefined || rest.row !== undefined || rest.end - unit.start > longest) return undefined;
    if (furniture.test(rest.text) || heads.has(rest.text)) continue;
    const words = rest.text.replace(firstLine, '');
    const on = goesOn.test(words) || (leadsOn.test(text) && closed.test(words));
    return on ? { unit: rest, at: next } : undefined;
  }
  return undefined;
};

const put = (unit: ReadUnit, rest: ReadUnit): ReadUnit => {
  const text = unit.text.replace(numberLine, blank);
  return {
    ...unit,
    end: rest.end,
    text: `${text}${' '.repeat(Math.max(0, rest.start - unit.end))}${rest.text.replace(firstLine, blank)}`,
    types: surest(unit.types, rest.types),
  };
};

const blank = (words: string): string => ' '.repeat(words.length);

const surest = (one: readonly TypeProbability[], other: readonly TypeProbability[]): readonly TypeProbability[] => {
  const found = new Map<string, number>();
  for (const { type, probability } of [...one, ...other]) found.set(type, Math.max(probability, found.get(type) ?? 0));
  return [...found].map(([type, probability]) => ({ type, probability })).sort((a, b) => b.probability - a.probability);
};
