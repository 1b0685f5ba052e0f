import { toColumns } from './columns.ts';
import { nameFields } from './fields.ts';
import { type Line, type Segment, sizeOf, toLines, toSegments, upright } from './lines.ts';
import { placeNotes } from './notes.ts';
import { type Paragraph, toParagraphs } from './paragraphs.ts';
import { type HeadingRank, headingLevels, type Role, roleOf } from './roles.ts';
import { ruledTables } from './ruled.ts';
import { type Rules, toRules } from './rules.ts';
import { findRunning } from './running.ts';
import type { Box, Direction, PageOfWords, Word } from './word.ts';

/** One block of a page in reading order. */
export type LaidOutBlock = {
  readonly lines: readonly Line[];
  readonly role:
    | Exclude<Role, { kind: 'heading' }>
    | { kind: 'heading'; level: number }
    | { kind: 'page-header' | 'page-footer' | 'comment' };
};

type Group = {
  readonly segments: readonly Segment[];
  readonly lines: readonly Line[];
  readonly height: number;
  readonly rules: Rules;
};

const DIRECTIONS: readonly Direction[] = [0, 1, 2, 3, 'oblique'];

/** Puts the words of all pages in reading order and says what each block is. */
export function layOut(pages: readonly PageOfWords[]): LaidOutBlock[][] {
  const bodySize = sizeOf(pages.flatMap((page) => page.words));
  const groups = pages.map(groupByDirection);
  const running = findRunning(groups.map(([main]) => ({ lines: main?.lines ?? [], height: main?.height ?? 1 })));
  const drafts = groups.map((directions, index) => {
    const { headers = [], footers = [] } = running[index] ?? {};
    const apart = new Set([...headers, ...footers].flatMap((line) => line.segments));
    const blocks = directions.flatMap(({ segments, height, rules }) =>
      toColumns(segments.filter((segment) => !apart.has(segment))).flatMap((column) =>
        classify(toParagraphs(column, rules.level), bodySize, height),
      ),
    );
    return { headers, footers, blocks };
  });
  const ranks = drafts.flatMap(({ blocks }) =>
    blocks.flatMap(({ role }) => (role.kind === 'heading' ? [role.rank] : [])),
  );
  const levelOf = headingLevels(ranks, bodySize);
  return drafts.map(({ headers, footers, blocks }, index) => {
    const body = blocks.map(({ lines, role }, at): LaidOutBlock => {
      const before = blocks[at - 1]?.lines.map(({ text }) => text).join(' ') ?? '';
      return {
        lines: role.kind === 'form-field' ? nameFields(lines, before) : lines,
        role: withLevel(role, levelOf),
      };
    });
    const noted = placeNotes<LaidOutBlock>(body, pages[index]?.notes ?? [], (lines) => ({
      lines,
      role: { kind: 'comment' },
    }));
    return [
      ...headers.map((line): LaidOutBlock => ({ lines: [line], role: { kind: 'page-header' } })),
      ...noted,
      ...footers.map((line): LaidOutBlock => ({ lines: [line], role: { kind: 'page-footer' } })),
    ];
  });
}

function withLevel(role: Role, levelOf: (rank: HeadingRank) => number): LaidOutBlock['role'] {
  return role.kind === 'heading' ? { kind: 'heading', level: levelOf(role.rank) } : role;
}

function classify(
  paragraphs: readonly Paragraph[],
  bodySize: number,
  height: number,
): { lines: readonly Line[]; role: Role }[] {
  // Footnotes end a column: nothing of the body's size comes below them.
  const lastBody = paragraphs.findLastIndex((p) => (p.lines[0]?.size ?? 0) > bodySize * 0.92);
  return paragraphs.map((paragraph, index) => {
    const low = index > lastBody && (paragraph.lines[0]?.top ?? 0) > height / 2;
    return { lines: paragraph.lines, role: roleOf(paragraph, bodySize, low) };
  });
}

/** A page's text by the direction it runs in, the direction of most of it first: a turned table is read as a whole. */
function groupByDirection(page: PageOfWords): Group[] {
  const byDirection = new Map<Direction, Word[]>();
  for (const word of page.words) {
    const words = byDirection.get(word.direction);
    if (words === undefined) byDirection.set(word.direction, [word]);
    else words.push(word);
  }
  return DIRECTIONS.flatMap((direction) => {
    const words = byDirection.get(direction);
    if (words === undefined) return [];
    const { width, height: pageHeight } = page;
    const frameOf = (box: Box) => upright(box, direction, width, pageHeight);
    const segmentsOf = (some: readonly Word[]) => toSegments(some, direction, width, pageHeight);
    const rules = toRules((page.rules ?? []).map(frameOf));
    const { rows, rest } = ruledTables({ words, frameOf, toSegments: segmentsOf }, rules);
    const segments = [...segmentsOf(rest), ...rows];
    const height = direction === 1 || direction === 3 ? page.width : page.height;
    return [{ segments, lines: toLines(segments), height, rules, count: words.length }];
  }).toSorted((a, b) => b.count - a.count);
}
