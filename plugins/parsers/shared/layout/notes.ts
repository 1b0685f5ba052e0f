import { type Frame, type Line, sizeOf } from './lines.ts';
import type { Note, Word } from './word.ts';

/** Puts each note behind the block that it stands on or is nearest to; `make` makes a block of its lines. */
export function placeNotes<Block extends { readonly lines: readonly Line[] }>(
  blocks: readonly Block[],
  notes: readonly Note[],
  make: (lines: readonly Line[]) => Block,
): Block[] {
  if (notes.length === 0) return [...blocks];
  const frames = blocks.map(({ lines }) =>
    frameOf(lines.flatMap(({ segments }) => segments.flatMap(({ words }) => words))),
  );
  const behind = new Map<number, Block[]>();
  for (const note of notes) {
    const lines = note.lines.filter((words) => words.length > 0).map(toLine);
    if (lines.length === 0) continue;
    const frame = frameOf(note.lines.flat());
    let nearest = blocks.length - 1;
    let least = Infinity;
    frames.forEach((candidate, index) => {
      const distance = apart(frame, candidate);
      if (distance < least) [nearest, least] = [index, distance];
    });
    const members = behind.get(nearest);
    if (members === undefined) behind.set(nearest, [make(lines)]);
    else members.push(make(lines));
  }
  return [...(behind.get(-1) ?? []), ...blocks.flatMap((block, index) => [block, ...(behind.get(index) ?? [])])];
}

/** A line as it was written, not as its boxes stand. */
function toLine(words: readonly Word[]): Line {
  const size = sizeOf(words);
  const frame = frameOf(words);
  const text = words.map((word, index) => (index > 0 && word.spaced ? ` ${word.text}` : word.text)).join('');
  return { ...frame, segments: [{ ...frame, words, size }], text, size, bold: false };
}

function frameOf(words: readonly Word[]): Frame {
  const frame = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { x, y, width, height } of words) {
    frame.left = Math.min(frame.left, x);
    frame.right = Math.max(frame.right, x + width);
    frame.top = Math.min(frame.top, y);
    frame.bottom = Math.max(frame.bottom, y + height);
  }
  return frame;
}

function apart(a: Frame, b: Frame): number {
  const across = Math.max(a.left - b.right, b.left - a.right, 0);
  const down = Math.max(a.top - b.bottom, b.top - a.bottom, 0);
  // What is at the same height is nearer than what is above, as in a margin.
  return Math.hypot(across / 4, down);
}
