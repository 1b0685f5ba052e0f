import type { Block, Cell } from '../../../../core/document/parsed.ts';
import { DossierError } from '../../../../core/errors/error.ts';

export type BlockStyle =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'list-item'; readonly level: number; readonly marker?: string }
  | { readonly kind: 'paragraph' | 'code' | 'caption' | 'footnote' | 'comment' | 'page-header' | 'page-footer' };

export type RowCell = { readonly column: number; readonly columnSpan: number; readonly text: string };

/** Puts a text and its blocks together from pieces as they are read, white space collapsed as a browser does. */
export type Composer = {
  /** What follows belongs to a block of this style; blocks without text vanish. */
  open(style: BlockStyle): void;
  /** Ends the open block, if there is one. */
  close(): void;
  text(value: string): void;
  /** Text whose white space stays. */
  verbatim(value: string): void;
  lineBreak(): void;
  row(table: number, row: number, header: boolean, cells: readonly RowCell[]): void;
  finish(): { readonly text: string; readonly blocks: Block[] };
};

/** Not the no-break space: it is a character that a reader sees. */
const COLLAPSING = /[ \t\n\f\r]+/g;
const TRAILING = /(?<![ \t\n\f\r])[ \t\n\f\r]+$/;

export const createComposer = (maxCharacters: number): Composer => {
  let text = '';
  const blocks: Block[] = [];
  let style: BlockStyle = { kind: 'paragraph' };
  /** The open block's text so far, without the space that may follow. */
  let pieces: string[] = [];
  let size = 0;
  let afterBreak = false;
  let pendingSpace = false;

  const append = (value: string): void => {
    if (text.length + size + value.length > maxCharacters) {
      throw new DossierError('too_much_text', { limit: maxCharacters });
    }
    pieces.push(value);
    size += value.length;
    afterBreak = value.endsWith('\n');
  };

  const take = (): string => {
    const content = pieces.join('');
    pieces = [];
    size = 0;
    afterBreak = false;
    return content;
  };

  const separator = (kind: Block['kind']): string => {
    const last = blocks.at(-1)?.kind;
    if (last === undefined) return '';
    return last === kind && (kind === 'list-item' || kind === 'table-row') ? '\n' : '\n\n';
  };

  const close = (): void => {
    pendingSpace = false;
    const value = take().replace(TRAILING, '');
    if (value.trim() === '') return;
    text += separator(style.kind);
    const charStart = text.length;
    text += value;
    blocks.push({ ...style, page: 1, charStart, charEnd: text.length });
  };

  return {
    close,
    open: (next) => {
      const before = blocks.length;
      close();
      const empty = blocks.length === before;
      // A paragraph at the start of a list item is the item: it keeps the marker.
      if (empty && style.kind === 'list-item' && next.kind === 'list-item' && next.marker === undefined) {
        if (style.level === next.level) return;
      }
      style = next;
    },
    text: (value) => {
      const collapsed = value.replace(COLLAPSING, ' ');
      const inner = collapsed.replace(/^ | $/g, '');
      if (inner === '') {
        pendingSpace ||= collapsed !== '' && size > 0;
        return;
      }
      const spaced = (pendingSpace || collapsed.startsWith(' ')) && size > 0 && !afterBreak;
      append(spaced ? ` ${inner}` : inner);
      pendingSpace = collapsed.endsWith(' ');
    },
    verbatim: (value) => {
      append(value);
      pendingSpace = false;
    },
    lineBreak: () => {
      if (size > 0) append('\n');
      pendingSpace = false;
    },
    row: (table, row, header, cells) => {
      close();
      if (cells.every((cell) => cell.text === '')) return;
      const before = separator('table-row');
      const charStart = text.length + before.length;
      const placed: Cell[] = [];
      let value = '';
      for (const [index, cell] of cells.entries()) {
        if (index > 0) value += '\t';
        const from = charStart + value.length;
        value += cell.text;
        const { column, columnSpan } = cell;
        placed.push({ column, columnSpan, rowSpan: 1, charStart: from, charEnd: charStart + value.length });
      }
      append(value);
      take();
      text += before + value;
      blocks.push({
        kind: 'table-row',
        page: 1,
        table,
        row,
        header,
        cells: placed,
        charStart,
        charEnd: charStart + value.length,
      });
    },
    finish: () => {
      close();
      return { text, blocks };
    },
  };
};
