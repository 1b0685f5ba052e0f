import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import { anniversary, periodIn } from './lengths.ts';
import type { Read } from './read.ts';

const monthEnd = /\b(?:last\s+day|end|close)\s+of\s+(?:the|that)\s+(?:calendar\s+)?(month|year)\b/i;
/** How far behind those words the length may stand. */
const reach = 60;

/**
 * "the last day of the month fifteen (15) years from the Effective Date", "the end of the calendar year in which the fifth
 * anniversary of the Closing falls": the end of the month or year in which a length is over.
 */
export const monthEndIn = (document: ReadDocument, text: string, unit: ReadUnit): Read | undefined => {
  const match = monthEnd.exec(text);
  if (match === null) return undefined;
  const at = match.index + match[0].length;
  const rest = `${' '.repeat(at - 3)}is:${text.slice(at)}`;
  const read = anniversary(document, rest, unit) ?? periodIn(document, rest, unit);
  if (read?.ending.kind !== 'after' || read.ending.plus !== undefined || read.at - at > reach) return undefined;
  const { length, from } = read.ending;
  const of = /year/i.test(match[1] ?? '') ? 'year' : 'month';
  return { ending: { kind: 'end-of', unit: of, anchor: from, length }, more: read.more, at: match.index };
};
