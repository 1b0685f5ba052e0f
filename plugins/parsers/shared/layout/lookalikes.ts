import { median } from './columns.ts';
import { extentOf } from './lines.ts';
import type { Rule } from './rules.ts';
import type { Member } from './runs.ts';
import { overlaps, type Span, spanOf, wraps } from './spans.ts';

/** A longer line is one of running text. */
const MAX_ENTRY = 50;

/** Where people sign; such lines stand side by side for two parties and are no table. */
const SIGNING =
  /^(?:by|name|title|its|signed|signature|witness|per|print(?:ed)? name|attest|authori[sz]ed\b.*)\s*[:._]|^\/s\/|_{4,}|^(?:by|name|title|date)$/i;

const PARTY =
  /\b(?:inc|incorporated|ltd|limited|llc|l\.?l\.?p|l\.p|corp|corporation|gmbh|plc|s\.a|b\.v|a\.s|s\.p\.a)\b|^if to\b/i;

export const isSigned = (rows: readonly Member[]): boolean => {
  const signing = rows.filter(({ pieces }) => pieces.some(({ text }) => SIGNING.test(text)));
  return signing.length >= 2 || (signing.length >= 1 && rows.length <= 3);
};

/** The names and addresses of two parties: companies, or the same labels, at the head of both columns. */
export function areAddresses(rows: readonly Member[], columns: readonly Span[]): boolean {
  if (columns.length !== 2) return false;
  const both = rows.filter(({ pieces }) => pieces.length === 2);
  if (both.slice(0, 2).some(({ pieces }) => pieces.every(({ text }) => PARTY.test(text)))) return true;
  return both.some(({ pieces: [one, other] }) => {
    const label = /^\p{L}[\p{L} ]{1,20}[:.]/u.exec(one?.text ?? '')?.[0];
    return label !== undefined && other?.text.startsWith(label) === true;
  });
}

/** Justified lines whose wide gaps happen to stand below each other: others run on across the gap. */
export function isTornProse(run: readonly Member[], columns: readonly Span[]): boolean {
  const across = run.filter(({ pieces }) =>
    pieces.some((piece) => piece.text.length > MAX_ENTRY && spanOf(piece, columns).count > 1),
  );
  return across.length >= run.length * 0.3;
}

/** A table of contents: texts, and page numbers that do not fall, at the right. */
export function isContents(rows: readonly Member[]): boolean {
  const numbers = rows.map(({ pieces }) => pieces.at(-1)?.text ?? '');
  if (!numbers.every((text) => /^\d{1,4}$/.test(text))) return false;
  const rising = numbers.every((text, index) => index === 0 || Number(text) >= Number(numbers[index - 1]));
  const titles = rows.map(({ pieces }) =>
    pieces
      .slice(0, -1)
      .map(({ text }) => text)
      .join(' '),
  );
  return (
    rising &&
    titles.filter((title) => /\p{L}{3}/u.test(title)).length >= titles.length * 0.8 &&
    titles.some((title) => title.includes(' ') || /^[\dIVX]/.test(title))
  );
}

/** Columns of running text side by side: their lines fill them and go on below. */
export function areProse(run: readonly Member[], columns: readonly Span[]): boolean {
  const full = columns.map((column) => {
    const cells = run.flatMap(({ pieces }) => pieces.filter((piece) => overlaps(piece, column)));
    const long = cells.filter(
      (cell) => cell.text.split(' ').length >= 4 && cell.right - cell.left > 0.75 * (column.right - column.left),
    );
    return long.length / Math.max(cells.length, 1);
  });
  return (
    full.filter((share) => share >= 0.6).length >= Math.min(columns.length, 2) && full.every((share) => share >= 0.3)
  );
}

/** Running text with notes in its margin: line after line of it is full, and the notes go on as it does. */
export function isBesideProse(run: readonly Member[], columns: readonly Span[]): boolean {
  if (columns.length !== 2 || run.length < 3) return false;
  if (run.filter(({ pieces }) => pieces.length === 2).length < run.length * 0.8) return false;
  return columns.some((column) => {
    const cells = run.flatMap(({ pieces, line }) =>
      pieces.filter((piece) => overlaps(piece, column)).map((piece) => ({ piece, line })),
    );
    const on = cells.slice(1).filter(({ piece, line }, index) => {
      const above = cells[index]?.piece;
      return above !== undefined && !/[.;:]$/.test(above.text) && wraps(above, piece, column, line.size);
    });
    return on.length >= (cells.length - 1) * 0.7 && median(cells.map(({ piece }) => piece.text.length)) >= MAX_ENTRY;
  });
}

/** Short labels beside running text, with no line drawn between them: a list whose paragraphs hang. */
export function isGlossary(run: readonly Member[], columns: readonly Span[], level: readonly Rule[]): boolean {
  const [labels, texts, ...others] = columns;
  if (labels === undefined || texts === undefined || others.length > 0) return false;
  const { top, bottom } = extentOf(run.map(({ line }) => line));
  if (level.some(({ at, from, to }) => at > top && at < bottom && from < labels.right && to > texts.left)) return false;
  const labelled = run.filter(({ pieces }) => pieces.some((piece) => overlaps(piece, labels))).length;
  const long = run.filter(({ pieces }) =>
    pieces.some((piece) => overlaps(piece, texts) && piece.text.length > MAX_ENTRY),
  );
  return labelled < run.length && long.length >= run.length / 2;
}
