import type { Line } from './lines.ts';
import type { Word } from './word.ts';

/** With more printed around it on its line, a filled blank is a part of a sentence and not a field with its label. */
const MAX_ENTRY = 40;
const MAX_LABEL = 120;

/**
 * Whether a line begins something new, or goes on, by the fields on it; undefined where they do not tell.
 * `full`: the line above reaches the right edge, so that what it says may go on here.
 */
export function beginsByFields(line: Line, above: Line, full: boolean): boolean | undefined {
  const here = fieldsOn(line);
  const there = fieldsOn(above);
  if (here.size === 0 && there.size === 0) return undefined;
  if ([...here].some((field) => there.has(field))) return false;
  const onlyValue = wordsOn(line).every(({ field }) => field !== undefined);
  // A label that is printed above its field.
  if (onlyValue && there.size === 0 && above.text.length <= MAX_ENTRY && Math.abs(line.left - above.left) < line.size) {
    return false;
  }
  if (isEntry(above)) return true;
  const goesOn = full && !/[.:;!?]$/.test(above.text) && (onlyValue || /^[\p{Ll}\p{N}]/u.test(line.text));
  return isEntry(line) && !goesOn ? true : undefined;
}

/** Whether lines are one or more fields of a form with the labels beside them, and not a sentence with filled blanks. */
export function areFields(lines: readonly Line[]): boolean {
  const filled = lines.filter((line) => fieldsOn(line).size > 0);
  const printed = lines.reduce((sum, line) => sum + printedOn(line), 0);
  return filled.length > 0 && filled.every(isEntry) && printed <= MAX_LABEL * filled.length;
}

/**
 * Fields that stand alone get the name that the form gives them before their value, "Name of tenant: Jane Doe",
 * so that the value says what it is the value of. Not where it is printed just above: `before` is what precedes.
 */
export function nameFields(lines: readonly Line[], before: string): readonly Line[] {
  if (lines.some((line) => wordsOn(line).some(({ field }) => field === undefined))) return lines;
  const known = plain(before.slice(-300));
  let last: Word['field'];
  return lines.map((line) => ({
    ...line,
    segments: line.segments.map((segment) => ({
      ...segment,
      words: segment.words.flatMap((word) => {
        const begins = word.field !== last;
        last = word.field;
        const label = word.field?.label ?? '';
        if (!begins || label === '' || known.includes(plain(label))) return [word];
        return [...labelWords(label, word), { ...word, spaced: true }];
      }),
    })),
  }));
}

function labelWords(label: string, value: Word): Word[] {
  const words = label.split(/\s+/);
  return words.map((text, index) => ({
    ...value,
    text: index === words.length - 1 ? `${text.replace(/:$/, '')}:` : text,
    spaced: true,
    unprinted: true,
  }));
}

/** A label and its value, or a value alone; not a line of prose with a blank in it. */
function isEntry(line: Line): boolean {
  const words = wordsOn(line);
  const first = words.findIndex(({ field }) => field !== undefined);
  if (first < 0) return false;
  const boxes = words.every(({ field, text }) => field === undefined || text === '☒' || text === '☐');
  return printedOn(line) < (boxes ? MAX_LABEL : MAX_ENTRY) || words[first - 1]?.text.endsWith(':') === true;
}

const printedOn = (line: Line): number =>
  wordsOn(line).reduce((sum, { field, text }) => sum + (field === undefined ? text.length + 1 : 0), 0);

const fieldsOn = (line: Line): ReadonlySet<object> => new Set(wordsOn(line).flatMap(({ field }) => field ?? []));

const wordsOn = ({ segments }: Line): readonly Word[] => segments.flatMap(({ words }) => words);

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
