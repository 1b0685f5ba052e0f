import { splitsPair } from '../../../core/text/span.ts';

/** A part of the source that can be read by itself. `plain` goes on within a line: what would mark a block is text there. */
export type Segment = { readonly from: number; readonly to: number; readonly plain?: boolean };

export type Survey = {
  readonly segments: readonly Segment[];
  /** How deep quotes and lists stand in one another, at least as deep as they are going to be read. */
  readonly depth: number;
  /** Lines that define where links lead, for all parts; no more than a part may be long. */
  readonly definitions: string;
};

/** A part is closed at the first place after so many characters at which nothing that belongs together is cut. */
const ENOUGH = 16_000;
/** Without a blank line before it, what looks like a heading or an item may still stand in raw HTML. */
const LONG_WITHOUT_BLANK_LINES = 24_000;
/** Where there is no such place, it is closed anyway after so much; a table stays whole for longer. */
const MOST_CHARACTERS = 32_000;
const MOST_LINES = 2000;
const MOST_OF_A_TABLE = 1_000_000;
/** Of a line, what tells which block it begins. */
const START = 500;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HTML_BLOCKS: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<(?:script|pre|style|textarea)[\s>]/i, /<\/(?:script|pre|style|textarea)\s*>/i],
];
/** Where a link leads, all in one line. Notes, which look alike, are read where they stand. */
const DEFINITION = /^ {0,3}\[(?!\^)[^\][]{1,100}\]:[ \t]*\S/;
/** What micromark holds against everything else in its paragraph; a paragraph with more of it is no one's writing. */
const INLINE = /\*+|_+|~+|`+|\[/g;
const INLINE_OR_BAR = /\*+|_+|~+|`+|\[|\|/g;
const MOST_INLINE = 1000;
/** The line below the names of a table's columns. */
const DELIMITERS = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\r?\n?$/;
/** Raw HTML from the start of a line on. It is not looked into, so that no length of it is a burden. */
const RAW =
  /^ {0,3}<(?:!|\?|\/?(?:address|article|aside|blockquote|body|center|details|div|dl|fieldset|figure|footer|form|h[1-6]|head|header|html|iframe|li|main|nav|ol|p|pre|script|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul)[\s/>])/i;
/** A heading or an item at the margin ends what was before it. */
const NEW_BLOCK = /^(?:#{1,6} |[-+*] |\d{1,9}[.)] )/;

/**
 * Cuts Markdown where one block ends and another begins. The time that micromark takes grows with the square of the
 * number of blocks, and in places of the characters in one of them: a file of 100 KB that is made for it takes minutes
 * as a whole.
 */
export const surveyMarkdown = (source: string, start: number): Survey => {
  const segments: Segment[] = [];
  const depths = createDepths();
  let definitions = '';
  let from = start;
  let lines = 0;
  let inline = 0;
  let inTable = false;
  let raw = false;
  let blankBefore = true;
  let fence: string | undefined;
  let html: RegExp | undefined;
  const close = (to: number, plain = false): void => {
    if (to > from) segments.push({ from, to, ...(plain ? { plain } : {}) });
    from = to;
    lines = 0;
  };

  for (let at = start; at < source.length; ) {
    const feed = source.indexOf('\n', at);
    const next = feed < 0 ? source.length : feed + 1;
    const line = source.slice(at, Math.min(next, at + START));
    if (fence !== undefined) fence = closes(line, fence) ? undefined : fence;
    else if (html !== undefined) html = html.test(source.slice(at, next)) ? undefined : html;
    else {
      const apart = blankBefore ? /^\S/.test(line) : at - from >= LONG_WITHOUT_BLANK_LINES && NEW_BLOCK.test(line);
      const named = line.includes('|') && DELIMITERS.test(line);
      inTable = named || (inTable && !blankBefore);
      const tooMuch = inTable ? at - from >= MOST_OF_A_TABLE : at - from >= MOST_CHARACTERS || lines >= MOST_LINES;
      if (((apart && at - from >= ENOUGH) || tooMuch) && !named) close(at);
      if (inTable || blankBefore || NEW_BLOCK.test(line)) inline = 0;
      inline += source.slice(at, next).match(inTable ? INLINE_OR_BAR : INLINE)?.length ?? 0;
      raw = RAW.test(line) || (raw && !blankBefore);
      if (!raw && (inline > MOST_INLINE || next - at > MOST_CHARACTERS)) {
        close(at);
        if (inline <= MOST_INLINE) close(cutOf(source, at));
        while (from < next) close(next - from > MOST_CHARACTERS ? cutOf(source, from) : next, true);
      }
      depths.see(source.slice(at, next));
      const whole = next - at < START;
      if (whole && DEFINITION.test(line) && definitions.length + line.length < ENOUGH) {
        definitions += `${line.trimEnd()}\n`;
      }
      fence = FENCE.exec(line)?.[1];
      const end = HTML_BLOCKS.find(([begin]) => begin.test(line))?.[1];
      html = end?.test(source.slice(at, next)) === false ? end : undefined;
    }
    blankBefore = line.trim() === '' && next - at < START;
    lines += 1;
    at = next;
  }
  close(source.length);
  return { segments, depth: depths.deepest(), definitions };
};

const closes = (line: string, fence: string): boolean => {
  const mark = /^ {0,3}(`+|~+)[ \t]*\r?\n?$/.exec(line)?.[1];
  return mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length;
};

/** Within a line that is too long: after a blank if there is one near, and never within a character. */
const cutOf = (source: string, from: number): number => {
  const most = from + MOST_CHARACTERS;
  const blank = source.lastIndexOf(' ', most);
  if (blank > most - 1000) return blank + 1;
  return splitsPair(source, most) ? most - 1 : most;
};

/** What stands before the text of a line: marks of quotes and of items. */
const MARKS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))*/;
const MARK = />|[-+*]|\d+[.)]/g;
/** "* * *" is a line across the page. */
const RULE = /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*\r?\n?$/;

/** Depth by the marks before a line, and by how far the items before it are indented. */
const createDepths = () => {
  let deepest = 0;
  const indents: number[] = [];
  return {
    deepest: () => deepest,
    see: (line: string): void => {
      const marks = MARKS.exec(line)?.[0] ?? '';
      const trimmed = marks.trimStart();
      if (trimmed === '') {
        if (/^\S/.test(line)) indents.length = 0;
        return;
      }
      if (RULE.test(line)) return;
      const indent = marks.length - trimmed.length;
      while (indents.length > 0 && (indents.at(-1) as number) >= indent) indents.pop();
      deepest = Math.max(deepest, indents.length + (trimmed.match(MARK) ?? []).length);
      if (!trimmed.startsWith('>')) indents.push(indent);
    },
  };
};
