import { type Content, moved } from '../shared/content.ts';
import type { BlockStyle } from '../shared/html/composer.ts';

/** Where a page begins in a text: because the writer said so, or where Word found it when it last laid out the file. */
export type Break = { readonly at: number; readonly rendered: boolean };

export type BlockItem = {
  readonly type: 'block';
  readonly style: BlockStyle;
  readonly content: Content;
  readonly breaks: readonly Break[];
  /** All of it is set in bold. */
  readonly bold: boolean;
  /** A note or comment on what stands before it. */
  readonly remark?: true;
};

export type CellItem = Content & { readonly column: number; readonly columnSpan: number; readonly rowSpan: number };

export type RowItem = {
  readonly type: 'row';
  /** The same object for all rows of one table. */
  readonly table: object;
  readonly row: number;
  readonly header: boolean;
  readonly cells: readonly CellItem[];
  /** Pages that begin before the row's first character and within it. */
  readonly before: readonly Break[];
  readonly within: number;
  readonly remark?: true;
};

/** What stands in a story one after another. */
export type Item = BlockItem | RowItem;

/** The item with something before its text. */
export const prefixed = (item: BlockItem, prefix: string): BlockItem => ({
  ...item,
  content: { text: prefix + item.content.text, links: moved(item.content.links, prefix.length) },
  breaks: item.breaks.map(({ at, rendered }) => ({ at: at + prefix.length, rendered })),
});
