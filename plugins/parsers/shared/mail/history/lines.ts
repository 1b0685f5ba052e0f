import { type Line, splitLines } from '../../lines.ts';
import { headerBlock, isAttribution, isCertainAttribution, isForwardMark, isOriginalMark } from './phrases.ts';

export type Span = { readonly charStart: number; readonly charEnd: number };

export type HistoryOptions = {
  /** The subject says that the message forwards another: the first one below is what it is about. */
  readonly forwarded: boolean;
  /** The subject says that it answers one. */
  readonly reply: boolean;
};

const QUOTED = /^\s{0,3}>(?:[\s>]|$)|^>\S/;
const RULE = /^[_=-]{10,}$/;
/** Lines over which "On … wrote:" is wrapped at most, and lines after a forward's mark within which its header stands. */
const WRAPPED = 4;
const AFTER_MARK = 4;

/**
 * What a message quotes from those before it, as spans of whole lines in the order of the text. Quoted are lines
 * that begin with ">" with the line that says who wrote them, and everything below "Original Message", below a header
 * block and below a line that says who wrote at what time. What was forwarded is not quoted: its mark and its header
 * block belong to the message, and so does the first header block of a message that says it forwards one, or that has
 * nothing above it. `known` are spans of which it is known already, in order.
 */
export const quotedSpans = (
  text: string,
  { forwarded, reply }: HistoryOptions,
  known: readonly Span[] = [],
): readonly Span[] => {
  const lines = splitLines(text);
  const content = lines.map((line) => text.slice(line.charStart, line.charEnd).trim());
  const isKnown = lineMarks(lines, known);
  const isQuoted = (at: number): boolean => {
    const line = lines[at];
    return (
      line !== undefined &&
      (isKnown[at] === true || QUOTED.test(text.slice(line.charStart, Math.min(line.charEnd, line.charStart + 8))))
    );
  };
  const spans: Span[] = [];
  let forwards = forwarded ? 1 : 0;
  let own = false;
  const add = (from: number, to: number): void => {
    const start = (lines[from] as Line).charStart;
    const end = (lines[to] as Line).charEnd;
    const last = spans.at(-1);
    if (last !== undefined && text.slice(last.charEnd, start).trim() === '')
      spans[spans.length - 1] = { ...last, charEnd: end };
    else spans.push({ charStart: start, charEnd: end });
  };

  for (let at = 0; at < lines.length; at += 1) {
    const line = content[at] ?? '';
    if (line === '') continue;
    if (isQuoted(at)) {
      add(at, at);
      continue;
    }
    if (isForwardMark(line)) {
      // Its header block follows within a few lines and belongs to it.
      at = afterHeader(content, at + 1, AFTER_MARK) - 1;
      forwards = Math.max(0, forwards - 1);
      own = true;
      continue;
    }
    const header = startsHistory(content, at);
    if (header > 0) {
      const first = forwards > 0 || (!own && !reply);
      if (!first) {
        add(at, lines.length - 1);
        break;
      }
      forwards = Math.max(0, forwards - 1);
      own = true;
      at += header - 1;
      continue;
    }
    const attribution = wrappedAttribution(content, at);
    if (attribution !== undefined) {
      if (isQuoted(nextFilled(content, at + attribution.lines, AFTER_MARK))) {
        add(at, at + attribution.lines - 1);
        at += attribution.lines - 1;
        continue;
      }
      if (attribution.certain) {
        add(at, lines.length - 1);
        break;
      }
    }
    own = true;
  }
  return spans;
};

/** Which lines lie in the spans. */
const lineMarks = (lines: readonly Line[], known: readonly Span[]): readonly boolean[] => {
  let next = 0;
  return lines.map(({ charStart }) => {
    while (next < known.length && (known[next] as Span).charEnd <= charStart) next += 1;
    return next < known.length && (known[next] as Span).charStart <= charStart;
  });
};

/** Lines that "Original Message", a rule and a header block take, any of which may be alone; 0 where none begins here. */
const startsHistory = (content: readonly string[], at: number): number => {
  const line = content[at] ?? '';
  if (isOriginalMark(line)) return afterHeader(content, at + 1, 2) - at;
  const from = RULE.test(line) ? nextFilled(content, at + 1, 2) : at;
  const header = headerBlock(content, from);
  return header === 0 ? 0 : from - at + header;
};

const nextFilled = (content: readonly string[], from: number, within: number): number => {
  for (let at = from; at < from + within; at += 1) if ((content[at] ?? '') !== '') return at;
  return from;
};

/** The line after the header block that begins within so many lines of `from`; `from` where none does. */
const afterHeader = (content: readonly string[], from: number, within: number): number => {
  for (let at = from; at < from + within; at += 1) {
    const header = headerBlock(content, at);
    if (header > 0) return at + header;
  }
  return from;
};

const wrappedAttribution = (
  content: readonly string[],
  at: number,
): { readonly lines: number; readonly certain: boolean } | undefined => {
  for (let count = 1; count <= WRAPPED; count += 1) {
    const line = content[at + count - 1] ?? '';
    if (line === '') return undefined;
    if (!line.endsWith(':')) continue;
    const joined = content.slice(at, at + count).join(' ');
    if (isAttribution(joined)) return { lines: count, certain: isCertainAttribution(joined) };
  }
  return undefined;
};
