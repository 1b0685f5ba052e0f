import type { Block, Page } from '../../../core/document/parsed.ts';
import { clauseSplitter } from './clauses.ts';
import { headingLevel, type ListMarker, listMarker } from './headings.ts';
import { type Line, splitLines, trimSpan } from './lines.ts';

/** Longer lines are not wrapped: each is a paragraph of its own. */
const WRAPPED_COLUMNS = 130;
/** A line alone that says only where one is: "12", "- 12 -", "Page 12 of 40". */
const PAGE_NUMBER = /^\s*(?:page\s+)?[-–—]?\s*\d{1,4}\s*[-–—.]?(?:\s*(?:of|\/)\s*\d{1,4})?\s*$/i;
const RULE = /^\s*(?:={3,}|-{3,}|_{3,}|\*{3,}|~{3,})\s*$/;
/** A line alone that comes back so often, so far apart, and is long enough to be no label, runs along the pages. */
const RUNNING_TIMES = 3;
const RUNNING_CHARACTERS = 20;
const RUNNING_APART = 800;
/** A heading that runs along may be shorter, but must come back more often: several annexes have a "Term". */
const RUNNING_HEADING_TIMES = 4;
const RUNNING_HEADING_CHARACTERS = 6;

const SPLIT: ReadonlySet<Block['kind']> = new Set(['heading', 'paragraph', 'list-item']);

/** Blocks of a plain text whose pages are known: paragraphs by blank lines, headings, list items, page furniture. */
export const textBlocks = (text: string, pages: readonly Page[]): Block[] => {
  const groups = pages.flatMap((page) => groupLines(text, page));
  const running = runningLines(text, groups);
  const list = listLevels();
  const clauses = clauseSplitter(text);
  return groups
    .flatMap((group) => groupBlocks(text, group, running, list))
    .flatMap((block) => (SPLIT.has(block.kind) ? clauses.split(block) : [block]));
};

type Group = { readonly page: number; readonly lines: readonly Line[] };

/** Lines that follow each other without a blank one between them. */
const groupLines = (text: string, page: Page): Group[] => {
  const groups: Group[] = [];
  let lines: Line[] = [];
  const close = (): void => {
    if (lines.length > 0) groups.push({ page: page.number, lines });
    lines = [];
  };
  for (const line of splitLines(text, page.charStart, page.charEnd)) {
    if (line.blank) close();
    else lines.push(line);
  }
  close();
  return groups;
};

const content = (text: string, line: Line): string => text.slice(line.charStart, line.charEnd);

/** Where running lines begin. The first of a heading that runs along is the heading itself. */
const runningLines = (text: string, groups: readonly Group[]): ReadonlySet<number> => {
  const places = new Map<string, number[]>();
  for (const { lines } of groups) {
    const [line] = lines;
    if (line === undefined || lines.length > 1) continue;
    const value = content(text, line).trim();
    if (value.length < RUNNING_HEADING_CHARACTERS || value.length > WRAPPED_COLUMNS) continue;
    const starts = places.get(value);
    if (starts === undefined) places.set(value, [line.charStart]);
    else starts.push(line.charStart);
  }
  const running = new Set<number>();
  for (const [value, starts] of places) {
    const heading = headingLevel(value) !== undefined;
    if (starts.length < (heading ? RUNNING_HEADING_TIMES : RUNNING_TIMES)) continue;
    if (!heading && value.length < RUNNING_CHARACTERS) continue;
    const apart = ((starts.at(-1) ?? 0) - (starts[0] ?? 0)) / (starts.length - 1);
    if (apart < RUNNING_APART) continue;
    for (const start of heading ? starts.slice(1) : starts) running.add(start);
  }
  return running;
};

const groupBlocks = (text: string, group: Group, running: ReadonlySet<number>, list: ListLevels): Block[] => {
  const { page, lines } = group;
  const [first, second] = lines;
  if (first === undefined) return [];
  const alone = lines.length === 1;
  if (alone && (PAGE_NUMBER.test(content(text, first)) || running.has(first.charStart))) {
    return [{ kind: 'page-footer', page, ...trimSpan(text, first.charStart, first.charEnd) }];
  }
  const blocks: Block[] = [];
  let from = 0;
  const heading = (level: number): void => {
    blocks.push({ kind: 'heading', level, page, ...trimSpan(text, first.charStart, first.charEnd) });
    list.reset();
    from = 1;
  };
  const underline = second === undefined ? undefined : /^\s*([=-])\1{2,}\s*$/.exec(content(text, second))?.[1];
  if (underline !== undefined && !RULE.test(content(text, first))) {
    heading(underline === '=' ? 1 : 2);
    from = 2;
  } else {
    const level = headingLevel(content(text, first));
    if (level !== undefined && (alone || !(continues(text, lines) || isList(text, lines)))) heading(level);
  }
  return [...blocks, ...bodyBlocks(text, { page, lines: lines.slice(from) }, list)];
};

/** A first line in capitals that the second goes on with is no heading but shouted text. */
const continues = (text: string, lines: readonly Line[]): boolean => {
  const [first, second] = lines.map((line) => content(text, line).trim());
  if (first === undefined || second === undefined) return false;
  const shouted = !/\p{Ll}/u.test(first) && !/\p{Ll}/u.test(second) && headingLevel(second) !== undefined;
  return shouted || /^\p{Ll}/u.test(second);
};

/** "1. One" over "2. Two" is a list, over anything else a heading. */
const isList = (text: string, lines: readonly Line[]): boolean => {
  const [first, ...others] = lines.map((line) => listMarker(content(text, line))?.kind);
  return first !== undefined && others.includes(first);
};

const bodyBlocks = (text: string, { page, lines }: Group, list: ListLevels): Block[] => {
  const wrapped = lines.every((line) => line.charEnd - line.charStart <= WRAPPED_COLUMNS);
  const blocks: Block[] = [];
  for (const line of lines) {
    const value = content(text, line);
    if (RULE.test(value)) continue;
    const marker = listMarker(value, list.lastMarker());
    const last = blocks.at(-1);
    if (marker !== undefined) {
      const level = list.levelOf(marker);
      const span = trimSpan(text, line.charStart, line.charEnd);
      blocks.push({ kind: 'list-item', level, marker: marker.marker, page, ...span });
    } else if (wrapped && last !== undefined) {
      last.charEnd = trimSpan(text, line.charStart, line.charEnd).charEnd;
    } else {
      blocks.push({ kind: 'paragraph', page, ...trimSpan(text, line.charStart, line.charEnd) });
    }
  }
  return blocks;
};

type ListLevels = {
  levelOf(marker: ListMarker): number;
  lastMarker(): string | undefined;
  reset(): void;
};

/** A kind of marker that is new opens a level below; one that was there before goes back to its level. */
const listLevels = (): ListLevels => {
  let open: ListMarker['kind'][] = [];
  let last: string | undefined;
  return {
    levelOf: ({ marker, kind }) => {
      const known = open.indexOf(kind);
      open = known >= 0 ? open.slice(0, known + 1) : [...open, kind];
      last = marker;
      return open.length;
    },
    lastMarker: () => last,
    reset: () => {
      open = [];
      last = undefined;
    },
  };
};
