import type { ReadDocument } from '../../../../../core/ports/detector.ts';
import type { WrittenDay } from '../../../../../core/reading/written-days.ts';
import type { Span } from '../../../../../core/text/span.ts';
import { flat } from '../units.ts';
import { daysIn } from './days-in.ts';

/** A day that a line of a schedule, a cover or a table gives under a label. The span is the line's (or the label's and the day's lines). */
export type LabelledDay = Span & { readonly label: string; readonly day: WrittenDay };

type Cell = { readonly text: string; readonly start: number; readonly day: WrittenDay | undefined };
type Row = Span & { readonly cells: readonly Cell[] };

/** A longer line is a sentence. */
const longest = 200;

/** "Commencement Date: 1 December 2017", "| Start | 1.4.2021 |", and the days of a column under the words at its head. */
export const labelledDays = (document: Pick<ReadDocument, 'text'>): readonly LabelledDay[] => {
  const rows = rowsOf(document);
  return rows.flatMap((row, index) => {
    const beside = row.cells.slice(0, -1).flatMap((cell, at) => {
      const value = row.cells[at + 1];
      const day = value?.day;
      return day === undefined || cell.day !== undefined ? [] : [{ ...spanOf(row), label: labelOf(cell), day }];
    });
    const head = rows[index - 1];
    if (beside.length > 0 && !isHead(head, row)) return beside;
    if (head === undefined || !isHead(head, row)) return beside;
    return row.cells.flatMap((cell, at) => {
      const { day } = cell;
      const above = head.cells[at];
      return day === undefined || above === undefined
        ? []
        : [{ start: head.start, end: row.end, label: labelOf(above), day }];
    });
  });
};

/** The head of a table: as many cells, and no day among them where the row below has two or more. */
const isHead = (head: Row | undefined, row: Row): boolean =>
  head !== undefined &&
  head.cells.length === row.cells.length &&
  row.cells.filter(({ day }) => day !== undefined).length > 1 &&
  head.cells.every(({ day }) => day === undefined);

const spanOf = ({ start, end }: Span): Span => ({ start, end });

const rowsOf = (document: Pick<ReadDocument, 'text'>): Row[] => {
  const rows: Row[] = [];
  let start = 0;
  for (const line of document.text.split('\n')) {
    if (line.length > 0 && line.length <= longest) {
      const cells = cellsOf(document, line, start);
      if (cells.length > 1) rows.push({ start, end: start + line.length, cells });
    }
    start += line.length + 1;
  }
  return rows;
};

/** A colon that is not that of an hour, bars, tabs, wide gaps and a dash between blanks part a line. */
const between = /\t|\||:(?!\d)|\s[–—-]\s|\s{3,}/g;

const cellsOf = (document: Pick<ReadDocument, 'text'>, line: string, offset: number): Cell[] => {
  const cells: Cell[] = [];
  let from = 0;
  for (const to of [
    ...[...line.matchAll(between)].map(({ index, 0: { length } }) => ({ index, length })),
    { index: line.length, length: 0 },
  ]) {
    const text = line.slice(from, to.index);
    if (text.trim() !== '') cells.push({ text, start: offset + from, day: dayIn(document, text, offset + from) });
    from = to.index + to.length;
  }
  return cells;
};

/** The day with which a cell begins; it may have words before that say "from"../. */
const dayIn = (document: Pick<ReadDocument, 'text'>, text: string, start: number): WrittenDay | undefined => {
  const words = flat(text);
  const [day] = daysIn(document, words);
  return day !== undefined &&
    /^\s*(?:(?:on|from|as\s+of|commencing|starting|beginning|the)\s+)*$/i.test(words.slice(0, day.start))
    ? { ...day, start: start + day.start, end: start + day.end }
    : undefined;
};

const labelOf = ({ text }: Cell): string =>
  flat(text)
    .replace(/^(?:item|box|no\.?)\s+(?=\d)/i, '')
    .replace(/^[\s\d.()*•§-]+|["“”*\s]+$|["“”]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
