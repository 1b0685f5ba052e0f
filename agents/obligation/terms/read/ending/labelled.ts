import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import { durationsIn } from '../../../../../core/reading/durations.ts';
import { writtenDays } from '../../../../../core/reading/written-days.ts';
import { hasRange } from './days.ts';
import type { Read } from './read.ts';
import { endingIn } from './words.ts';

/** A line of a form, table or schedule that says when the contract ends: the line alone, as a unit. */
export type LabelledEnd = Read & { readonly unit: ReadUnit; readonly text: string };

const contract =
  '(?:(?:the|this|your|of|agreement|contract|lease|licen[cs]e|appointment|engagement|assignment|employment|tenancy|service|services|subscription|hire|rental|charter|order|policy|insurance|cover|concession|franchise|mandate|membership|initial|first|original|fixed|minimum|contractual|committed|commitment|scheduled|agreed)[\\s-]+)';
const ends = new RegExp(
  `^${contract}{0,4}(?:term\\s+|period\\s+)?(?:end(?:s|ing)?(?:\\s+(?:date|on|day))?|expir(?:y|es|ation|ing)(?:\\s+(?:date|on|day))?|termination\\s+date|terminates(?:\\s+on)?|date\\s+of\\s+(?:expiry|expiration|termination|end)|end\\s+of\\s+(?:the\\s+)?(?:term|period|contract|agreement|lease)|valid\\s+(?:until|to|through)|in\\s+force\\s+until|runs?\\s+(?:to|until)|finish(?:es)?(?:\\s+date)?|last\\s+day(?:\\s+of\\s+(?:the\\s+)?(?:term|contract|agreement))?)$`,
  'i',
);
const lasts = new RegExp(
  `^${contract}{0,4}(?:term|duration|period|term\\s+length|length|validity|runs?|lasts?|(?:length|duration|term)\\s+of\\s+(?:the\\s+|this\\s+)?(?:term|contract|agreement|lease|licen[cs]e|appointment|engagement|tenancy|order|service))$`,
  'i',
);
/** The number before a label: "6.1", "(b)", "Item 4." */
const numbering = /^\W*(?:(?:item|box|no\.?)\s+)?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|\(?[a-z]\))?\s*(?:(?:the)\s+)?/i;
/** What parts a label from its value. */
const parting = /\s*(?:[:：|\t=]|\.{3,}|\s{3,}|\s[–—-]\s)\s*/;

/** Lines of the unit of which one is "Expiry Date: 30 November 2022" or "| Initial term | 36 months |". */
export const labelledEnds = (document: ReadDocument, unit: ReadUnit, amending: boolean): readonly LabelledEnd[] => {
  const found: LabelledEnd[] = [];
  for (const { line, at } of linesOf(unit.text)) {
    const read = line.length > 400 ? undefined : endIn(document, unit, line, unit.start + at, amending);
    if (read !== undefined) found.push(read);
  }
  return found;
};

/** Lines, and what of a line stands under a label of its own: "Opening: 1 May     Expiration Date: 30 June 2030". */
const linesOf = (text: string): { readonly line: string; readonly at: number }[] =>
  [...text.matchAll(/[^\n;]+/g)].flatMap(({ 0: whole, index }) => {
    let at = index;
    return whole.split(beforeLabel).map((line) => {
      const found = { line, at: text.indexOf(line, at) };
      at = found.at + line.length;
      return found;
    });
  });
const beforeLabel = /(?<!\s)\s{3,}(?=\p{Lu}[^:]{2,40}:)/u;

const endIn = (
  document: ReadDocument,
  unit: ReadUnit,
  line: string,
  start: number,
  amending: boolean,
): LabelledEnd | undefined => {
  const cells = line.split(parting).filter((cell) => cell !== '');
  const label =
    cells[0]
      ?.replace(numbering, '')
      .replace(/\s*\([^()]*\)\s*$/, '')
      .trim() ?? '';
  // Of a table of what was and what is now, the last says what holds.
  const value = (amending ? cells.at(-1) : cells.slice(1).join(' ')) ?? '';
  if (cells.length < 2 || value === '') return undefined;
  const isEnd = ends.test(label);
  if (!isEnd && !lasts.test(label)) return undefined;
  const own: ReadUnit = { ...unit, start, end: start + line.length, text: line };
  const text = `${isEnd ? 'ends on' : 'term is'}: ${value}`;
  const days = writtenDays(value);
  if (
    !isEnd &&
    days.length === 0 &&
    durationsIn(value).length === 0 &&
    !/\b(?:indefinite|perpetual|unlimited)\b/i.test(value)
  )
    return undefined;
  if (isEnd && days.length > 1 && !hasRange(value)) return undefined;
  const read = endingIn(document, text, own);
  return read === undefined ? undefined : { ...read, unit: own, text: line };
};
