/**
 * Headings and list markers of plain text, by how contracts, policies and reports are written. Only the line itself is
 * looked at; whether it stands apart from its neighbours is for the caller to know.
 */
const MAX_HEADING = 120;
const MAX_NUMBERED_WORDS = 12;
/** Longer than this and with a full stop, capitals are shouted text. */
const MAX_SENTENCE_WORDS = 8;

const DIVISION =
  /^(?:ARTICLE|SECTION|CHAPTER|PART|TITLE|EXHIBIT|SCHEDULE|APPENDIX|ANNEX|ATTACHMENT|ADDENDUM|CLAUSE)\s+(?:[IVXLC]+|[A-Z]|\d+(?:[.-]\d+)*(?:-?[A-Z])?)(?=$|[\s.:,)–—-])/i;
const NUMBERED = /^(?:§\s*)?(\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-Z])[.)]?(?:\s+|\s*[–—-]\s+)(?=\S)/;

/** 1 to 9 for a line that is a heading, undefined for any other. */
export const headingLevel = (line: string): number | undefined => {
  const trimmed = line.trim();
  if (trimmed.length < 2 || trimmed.length > MAX_HEADING || /[,;]$/.test(trimmed)) return undefined;
  const division = DIVISION.exec(trimmed);
  if (division !== null && isTitle(trimmed.slice(division[0].length))) {
    return /^(?:SECTION|CLAUSE)/i.test(trimmed) ? depth(/\d+(?:\.\d+)*$/.exec(division[0])?.[0] ?? '') : 1;
  }
  const numbered = DATE.test(trimmed) ? null : NUMBERED.exec(trimmed);
  if (numbered !== null && isTitle(trimmed.slice(numbered[0].length), true)) return depth(numbered[1] ?? '');
  return isCapitals(trimmed) ? 1 : undefined;
};

const depth = (number: string): number => Math.min(number.replace(/(?:\.0)+$/, '').split('.').length, 9);

/** The rest of a numbered line reads like a title: short, its longer words with capitals, no sentence. */
const isTitle = (rest: string, required = false): boolean => {
  const text = rest.replace(/^[\s.:,)–—-]+/, '');
  if (text === '') return !required;
  if (isCapitals(text)) return true;
  const words = text.split(/\s+/);
  if (words.length > MAX_NUMBERED_WORDS || /[.:!?,;]$/.test(text)) return false;
  const long = words.filter((word) => /^\P{L}*\p{L}{4,}/u.test(word));
  const capitals = long.filter((word) => /^\P{L}*\p{Lu}/u.test(word));
  return /^\P{L}*\p{Lu}/u.test(text) && capitals.length >= long.length * 0.7;
};

/** No small letter, and letters for the most part: not an amount, a rule or a table's row. */
const isCapitals = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 4 || /\p{Ll}/u.test(text) || !/\p{Lu}/u.test(text)) return false;
  if (text.endsWith('.') && text.split(/\s+/).length > MAX_SENTENCE_WORDS) return false;
  const visible = text.replace(/\s+/g, '').length;
  return letters >= visible * 0.6 && !/\t|\S {3,}\S/.test(text);
};

/** "1 April 2020" is numbered by chance. */
const DATE = /^\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;

export type ListMarker = { readonly marker: string; readonly kind: 'bullet' | 'digit' | 'letter' | 'roman' };

const MARKER = /^\s*([-*•·‣◦▪–—]|\(?(?:\d{1,3}|[ivxlc]{1,5}|[a-zA-Z]{1,2})[.)])\s+(?=\S)/;

/** The marker that a list item begins with. "(i)" is a letter after "(h)", a roman number otherwise. */
export const listMarker = (line: string, before?: string): ListMarker | undefined => {
  const marker = MARKER.exec(line)?.[1];
  if (marker === undefined) return undefined;
  const value = marker.replace(/[().]/g, '');
  if (/^\d+$/.test(value)) return { marker, kind: 'digit' };
  if (!/^[a-z]+$/i.test(value)) return { marker, kind: 'bullet' };
  // "No." or "Mr." begin sentences: more than one letter is a marker only as a roman number or in brackets.
  const roman = /^[ivxlc]+$/.test(value) && before?.replace(/[().]/g, '') !== previousLetter(value);
  if (roman) return { marker, kind: 'roman' };
  if (value.length > 1 && !marker.startsWith('(')) return undefined;
  return { marker, kind: 'letter' };
};

const previousLetter = (letter: string): string =>
  letter.length === 1 ? String.fromCharCode(letter.charCodeAt(0) - 1) : '';
