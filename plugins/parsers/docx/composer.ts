import type { Block, Link, Page } from '../../../core/document/parsed.ts';
import { MAX_LINKS } from '../../../core/document/validate.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { ParseLimits } from '../../../core/ports/parser.ts';
import { moved, part, pushAll } from '../shared/content.ts';
import type { BlockItem, Break, Item, RowItem } from './items.ts';

export type Composed = {
  readonly text: string;
  readonly blocks: Block[];
  readonly links: Link[];
  readonly pages: Page[];
};

export type Composer = {
  add(item: Item): void;
  /** The next text begins a page. */
  breakPage(): void;
  /** `pageCount`: what the program that wrote the file counted; undefined where it did not say. */
  finish(pageCount: number | undefined): Composed;
};

/** Puts a document together from its items, and finds where its pages begin. */
export const createComposer = ({ maxCharacters, maxPages }: ParseLimits): Composer => {
  let text = '';
  const blocks: Block[] = [];
  const links: Link[] = [];
  /** Where pages after the first begin. */
  const starts: number[] = [];
  /** Breaks since the last visible character. A break and the place where Word found it in the layout are one. */
  let pending = { asked: 0, rendered: 0 };
  let lastTable: object | undefined;
  const tables = new Map<object, number>();

  const meet = ({ rendered }: Pick<Break, 'rendered'>): void => {
    if (rendered) pending.rendered += 1;
    else pending.asked += 1;
  };

  const start = (offset: number): void => {
    for (let count = Math.max(pending.asked, pending.rendered); count > 0; count -= 1) starts.push(offset);
    pending = { asked: 0, rendered: 0 };
  };

  /** Appends a block's text and says where it stands. */
  const put = (value: string, kind: Block['kind'], table?: object): { charStart: number; charEnd: number } => {
    const last = blocks.at(-1)?.kind;
    const tight = last === kind && (kind === 'list-item' || (kind === 'table-row' && table === lastTable));
    lastTable = table;
    if (last !== undefined) text += tight ? '\n' : '\n\n';
    if (text.length + value.length > maxCharacters) throw new DossierError('too_much_text', { limit: maxCharacters });
    const charStart = text.length;
    start(charStart);
    text += value;
    return { charStart, charEnd: text.length };
  };

  const block = ({ style, content, breaks }: BlockItem): void => {
    const from = content.text.search(/\S/);
    if (from < 0) {
      breaks.forEach(meet);
      return;
    }
    const to = content.text.trimEnd().length;
    const { text: value, links: own } = part(content, from, to);
    const after: Break[] = [];
    const inside: Break[] = [];
    for (const one of breaks) {
      if (one.at <= from) meet(one);
      else if (one.at >= to) after.push(one);
      else inside.push(one);
    }
    const span = put(value, style.kind);
    blocks.push({ ...style, page: 1, ...span });
    pushAll(links, moved(own, span.charStart));
    let at = from;
    for (const one of inside) {
      // Blanks and line ends at a break belong to the page before it.
      const next = visibleFrom(content.text, Math.max(at, one.at));
      if (next !== at) start(span.charStart + at - from);
      at = next;
      meet(one);
    }
    start(span.charStart + at - from);
    after.forEach(meet);
  };

  const row = ({ table, row: index, header, cells, before, within }: RowItem): void => {
    before.forEach(meet);
    if (cells.some((cell) => cell.text !== '')) {
      const number = tables.get(table) ?? tables.size;
      tables.set(table, number);
      const span = put(cells.map((cell) => cell.text).join('\t'), 'table-row', table);
      let charStart = span.charStart;
      const placed = cells.map(({ text: value, links: own, column, columnSpan, rowSpan }) => {
        const cell = { column, columnSpan, rowSpan, charStart, charEnd: charStart + value.length };
        pushAll(links, moved(own, charStart));
        charStart = cell.charEnd + 1;
        return cell;
      });
      blocks.push({ kind: 'table-row', page: 1, table: number, row: index, header, cells: placed, ...span });
    }
    for (let count = within; count > 0; count -= 1) meet({ rendered: true });
  };

  const pagesOf = (pageCount: number | undefined): Page[] => {
    start(text.length);
    // Only where two things agree are these the pages that a reader of the document speaks of.
    const known = starts.length + 1 === pageCount ? [0, ...starts] : [0];
    if (known.length > maxPages) throw new DossierError('too_many_pages', { pages: known.length, limit: maxPages });
    return known.map((charStart, index) => ({
      number: index + 1,
      charStart,
      charEnd: known[index + 1] ?? text.length,
      source: 'text',
    }));
  };

  return {
    add: (item) => (item.type === 'row' ? row(item) : block(item)),
    breakPage: () => meet({ rendered: false }),
    finish: (pageCount) => {
      const pages = pagesOf(pageCount);
      let page = 0;
      for (const one of blocks) {
        while ((pages[page + 1]?.charStart ?? Number.POSITIVE_INFINITY) <= one.charStart) page += 1;
        one.page = page + 1;
      }
      return { text, blocks, links: links.slice(0, MAX_LINKS), pages };
    },
  };
};

const visibleFrom = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
};
