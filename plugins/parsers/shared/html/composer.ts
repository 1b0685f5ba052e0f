import type { Block, Cell, Link } from '../../../../core/document/parsed.ts';
import { MAX_LINKS } from '../../../../core/document/validate.ts';
import { DossierError } from '../../../../core/errors/error.ts';
import { type Content, moved, part, pushAll } from '../content.ts';

export type BlockStyle =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'list-item'; readonly level: number; readonly marker?: string }
  | {
      readonly kind:
        | 'paragraph'
        | 'code'
        | 'caption'
        | 'footnote'
        | 'comment'
        | 'form-field'
        | 'quoted-history'
        | 'page-header'
        | 'page-footer';
    };

export type RowCell = Content & { readonly column: number; readonly columnSpan: number; readonly rowSpan: number };

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
  /** What follows leads there, until it is called again; undefined: nowhere. */
  link(target: string | undefined): void;
  /** What a reader sees in a field of a form. A paragraph that holds one is a form field. */
  field(value: string): void;
  row(table: number, row: number, header: boolean, cells: readonly RowCell[]): void;
  finish(): { readonly text: string; readonly blocks: Block[]; readonly links: Link[] };
};

/** Not the no-break space: it is a character that a reader sees. */
const COLLAPSING = /[ \t\n\f\r]+/g;
/** Seen at the end of a line only, where it parts a word. */
const SOFT_HYPHEN = '\u00ad';
const TRAILING = /(?<![ \t\n\f\r])[ \t\n\f\r]+$/;

export const createComposer = (maxCharacters: number): Composer => {
  let text = '';
  const blocks: Block[] = [];
  const links: Link[] = [];
  let style: BlockStyle = { kind: 'paragraph' };
  /** The open block's text so far, without the space that may follow. */
  let pieces: string[] = [];
  let size = 0;
  let afterBreak = false;
  let pendingSpace = false;
  let target: string | undefined;
  /** Links in the open block; the last one grows as long as `linking`. */
  let spans: Link[] = [];
  let linking = false;

  const append = (value: string, blanks = 0): void => {
    if (text.length + size + value.length > maxCharacters) {
      throw new DossierError('too_much_text', { limit: maxCharacters });
    }
    pieces.push(value);
    if (target !== undefined) {
      const last = spans.at(-1);
      if (linking && last !== undefined) last.charEnd = size + value.length;
      else spans.push({ charStart: size + blanks, charEnd: size + value.length, target });
      linking = true;
    }
    size += value.length;
    afterBreak = value.endsWith('\n');
  };

  const take = (): Content => {
    const content = { text: pieces.join(''), links: spans };
    pieces = [];
    spans = [];
    linking = false;
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
    const whole = take();
    const content = part(whole, 0, whole.text.replace(TRAILING, '').length);
    if (content.text.trim() === '') return;
    text += separator(style.kind);
    const charStart = text.length;
    text += content.text;
    pushAll(links, moved(content.links, charStart));
    blocks.push({ ...style, page: 1, charStart, charEnd: text.length });
  };

  const collapsed = (value: string): void => {
    const single = value.replaceAll(SOFT_HYPHEN, '').replace(COLLAPSING, ' ');
    const inner = single.replace(/^ | $/g, '');
    if (inner === '') {
      pendingSpace ||= single !== '' && size > 0;
      return;
    }
    const spaced = (pendingSpace || single.startsWith(' ')) && size > 0 && !afterBreak;
    if (spaced) append(` ${inner}`, 1);
    else append(inner);
    pendingSpace = single.endsWith(' ');
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
    text: collapsed,
    verbatim: (value) => {
      append(value.replaceAll(SOFT_HYPHEN, ''));
      pendingSpace = false;
    },
    lineBreak: () => {
      if (size > 0) append('\n');
      pendingSpace = false;
    },
    link: (next) => {
      target = next;
      linking = false;
    },
    field: (value) => {
      collapsed(` ${value} `);
      if (style.kind === 'paragraph') style = { kind: 'form-field' };
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
        const { column, columnSpan, rowSpan } = cell;
        placed.push({ column, columnSpan, rowSpan, charStart: from, charEnd: charStart + value.length });
        pushAll(links, moved(cell.links, from));
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
      return { text, blocks, links: links.slice(0, MAX_LINKS) };
    },
  };
};
