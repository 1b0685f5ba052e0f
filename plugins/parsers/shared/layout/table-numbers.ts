import type { LaidOutBlock } from './layout.ts';
import { cellText, type Table, type TableRow } from './table.ts';

export type RowPlace = { readonly table: number; readonly row: number; readonly header: boolean };

/** Blocks that may stand between the parts of a table that runs over pages. */
const BETWEEN: ReadonlySet<string> = new Set(['page-header', 'page-footer', 'footnote', 'comment']);
const CONTINUED = /^.{0,80}\bcont(?:inued|['’]?d|\.)/i;

/**
 * Numbers tables through the document. One that goes on at the top of the next page keeps its number; the header that
 * it repeats there is a header again, and any other row there is none.
 */
export class TableNumbers {
  #table = -1;
  #row = -1;
  #current: Table | undefined;
  #part: Table | undefined;
  #headers = new Set<string>();
  #page = 0;

  /** To be told of each block in order. */
  next({ role, lines }: LaidOutBlock, page: number): RowPlace | undefined {
    if (role.kind !== 'table-row') {
      const between = BETWEEN.has(role.kind) || CONTINUED.test(lines[0]?.text ?? '');
      if (!between) this.#current = undefined;
      return undefined;
    }
    const { row } = role;
    const text = textOf(row);
    if (row.table !== this.#part) {
      const goesOn =
        this.#current !== undefined &&
        page === this.#page + 1 &&
        sameColumns(this.#current, row.table) &&
        (!row.header || this.#headers.has(text) || !row.table.sure);
      if (!goesOn) {
        this.#table += 1;
        this.#row = -1;
        this.#headers = new Set();
      }
      this.#part = row.table;
    }
    this.#current = row.table;
    this.#page = page;
    this.#row += 1;
    const first = this.#row === this.#headers.size;
    const header = row.header && (first || this.#headers.has(text));
    if (header) this.#headers.add(text);
    return { table: this.#table, row: this.#row, header: header || this.#headers.has(text) };
  }
}

const textOf = ({ cells }: TableRow): string => cells.map((cell) => `${cell.column} ${cellText(cell)}`).join('\t');

const sameColumns = (a: Table, b: Table): boolean =>
  a.columns.length === b.columns.length &&
  a.columns.every(({ left, right }, index) => {
    const other = b.columns[index];
    return other !== undefined && Math.min(right, other.right) > Math.max(left, other.left);
  });
