/** A stretch of a text in UTF-16 code units, end exclusive. */
export type Span = { readonly start: number; readonly end: number };

/** The span without the white space at its ends; empty (start = end) where there is nothing else. */
export const trimSpan = (text: string, span: Span): Span => {
  let { start, end } = span;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
};

export const isSpace = (unit: number): boolean =>
  unit === 32 ||
  (unit >= 9 && unit <= 13) ||
  unit === 0xa0 ||
  unit === 0x1680 ||
  (unit >= 0x2000 && unit <= 0x200b) ||
  unit === 0x2028 ||
  unit === 0x2029 ||
  unit === 0x202f ||
  unit === 0x3000 ||
  unit === 0xfeff;

/** Whether cutting here would part the two units of one character. */
export const splitsPair = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
};

/** Whether cutting here would tear a character: a surrogate pair, a combining mark from its base, an emoji sequence. */
export const tearsCharacter = (text: string, at: number): boolean => {
  if (at <= 0 || at >= text.length) return false;
  const after = text.codePointAt(at) ?? 0;
  if (after >= 0xdc00 && after <= 0xdfff) return true;
  if (text.charCodeAt(at - 1) === 0x200d) return true;
  return joinsBefore.test(String.fromCodePoint(after));
};

const joinsBefore = /^(?:\p{M}|\u200d|[\u{1f3fb}-\u{1f3ff}])/u;
