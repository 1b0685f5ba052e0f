/** A line of a text: offsets into it, without its line end. */
export type Line = { readonly charStart: number; readonly charEnd: number; readonly blank: boolean };

/** Those of Unicode, NEL (U+0085) of mainframes included. */
const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/g;

/** The lines of `text` from `start` to `end`, whatever their ends are. */
export const splitLines = (text: string, start = 0, end = text.length): readonly Line[] => {
  const lines: Line[] = [];
  const add = (from: number, to: number): void => {
    lines.push({ charStart: from, charEnd: to, blank: text.slice(from, to).trim() === '' });
  };
  LINE_END.lastIndex = start;
  let from = start;
  for (let match = LINE_END.exec(text); match !== null && match.index < end; match = LINE_END.exec(text)) {
    add(from, match.index);
    from = match.index + match[0].length;
  }
  if (from < end) add(from, end);
  return lines;
};

/** The same span without white space at its ends; empty at `charStart` where there is nothing else. */
export const trimSpan = (text: string, charStart: number, charEnd: number): { charStart: number; charEnd: number } => {
  let from = charStart;
  let to = charEnd;
  while (from < to && isSpace(text, from)) from += 1;
  while (to > from && isSpace(text, to - 1)) to -= 1;
  return { charStart: from, charEnd: to };
};

const isSpace = (text: string, offset: number): boolean => /\s/.test(text.charAt(offset));
