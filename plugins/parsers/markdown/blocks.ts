import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Block, Cell, Link } from '../../../core/document/parsed.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { ParseLimits } from '../../../core/ports/parser.ts';
import { trimSpan } from '../shared/lines.ts';
import { linksOf } from './links.ts';
import { contentOf, type Node, type Positioned, spanOf } from './nodes.ts';
import { type Segment, surveyMarkdown } from './segments.ts';

type ListItem = Extract<Node, { type: 'list' }>['children'][number];
type Table = Extract<Node, { type: 'table' }>;

/** Where a paragraph is: what it is called, and how deep in lists. */
type Place = { readonly kind: 'paragraph' | 'footnote' } | { readonly kind: 'list-item'; readonly level: number };

/**
 * The text with raw HTML blanked, its blocks and its links. The first `skip` characters are no Markdown.
 * Throws `nested_too_deep`.
 */
export const readMarkdown = (
  source: string,
  skip: number,
  { maxNesting }: Pick<ParseLimits, 'maxNesting'>,
): { text: string; blocks: Block[]; links: Link[] } => {
  const { segments, depth, definitions } = surveyMarkdown(source, skip);
  if (depth > maxNesting) throw new DossierError('nested_too_deep', { limit: maxNesting });
  // What a part refers to may be defined in another.
  const common = segments.length > 1 ? `\n\n${definitions}` : '';
  const tree = segments.flatMap((segment) => treeOf(source, segment, common));
  const text = blankMarkup(source, tree);
  const blocks: Block[] = [];
  let tables = 0;

  const add = (block: Block): void => {
    const span = trimSpan(text, block.charStart, block.charEnd);
    if (span.charEnd > span.charStart) blocks.push({ ...block, ...span });
  };

  const read = (nodes: readonly Node[], place: Place): void => {
    for (const node of nodes) {
      if (node.type === 'heading')
        add({ kind: 'heading', level: node.depth, page: 1, ...(contentOf(node) ?? afterMarks(node, text)) });
      else if (node.type === 'paragraph' || node.type === 'html') add({ ...place, page: 1, ...spanOf(node) });
      else if (node.type === 'code') add({ kind: 'code', page: 1, ...spanOf(node) });
      else if (node.type === 'blockquote') read(node.children, place);
      else if (node.type === 'footnoteDefinition') note(node.children, spanOf(node).charStart);
      else if (node.type === 'list') {
        const level = place.kind === 'list-item' ? place.level + 1 : 1;
        for (const child of node.children) item(child, level);
      } else if (node.type === 'table') table(node);
    }
  };

  /** The first paragraph of an item begins with its marker; further ones belong to the same level. */
  const item = (node: ListItem, level: number): void => {
    const { charStart } = spanOf(node);
    const [first, ...others] = node.children;
    const marker = /^(?:[-+*]|\d{1,9}[.)])/.exec(text.slice(charStart, charStart + 11))?.[0];
    if (first?.type === 'paragraph') {
      const { charEnd } = spanOf(first);
      add({ kind: 'list-item', level, page: 1, charStart, charEnd, ...(marker === undefined ? {} : { marker }) });
      read(others, { kind: 'list-item', level });
    } else read(node.children, { kind: 'list-item', level });
  };

  const note = (nodes: readonly Node[], charStart: number): void => {
    const [first, ...others] = nodes;
    const own = first?.type === 'paragraph';
    if (own) add({ kind: 'footnote', page: 1, charStart, charEnd: spanOf(first).charEnd });
    read(own ? others : nodes, { kind: 'footnote' });
  };

  const table = (node: Table): void => {
    for (const [row, { children, ...rest }] of node.children.entries()) {
      const cells = children.map(
        (cell, column): Cell => ({ column, columnSpan: 1, rowSpan: 1, ...trimSpan(text, ...innerOf(cell, text)) }),
      );
      add({ kind: 'table-row', page: 1, table: tables, row, header: row === 0, cells, ...spanOf(rest) });
    }
    tables += 1;
  };

  read(tree, { kind: 'paragraph' });
  return { text, blocks, links: linksOf(text, tree) };
};

/** The nodes of a part, with offsets in the whole. What is read after its end only defines. */
const treeOf = (source: string, { from, to, plain }: Segment, after: string): readonly Node[] => {
  if (plain) {
    const position = { start: { line: 1, column: 1, offset: from }, end: { line: 1, column: 1, offset: to } };
    return [{ type: 'paragraph', position, children: [{ type: 'text', value: source.slice(from, to), position }] }];
  }
  const { children } = fromMarkdown(source.slice(from, to) + after, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const shift = (point: { offset?: number | undefined } | undefined): void => {
    if (point?.offset !== undefined) point.offset = Math.min(point.offset + from, to);
  };
  const waiting: Node[] = [...children];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    shift(node.position?.start);
    shift(node.position?.end);
    if ('children' in node) for (const child of node.children) waiting.push(child);
  }
  return children;
};

/** A heading without what it begins with; one that says nothing is empty. */
const afterMarks = (node: Positioned, text: string): { charStart: number; charEnd: number } => {
  const { charStart, charEnd } = spanOf(node);
  const marks = /^\s*#{1,6}\s*/.exec(text.slice(charStart, charEnd))?.[0].length ?? 0;
  return { charStart: charStart + marks, charEnd };
};

/** A cell without the bars around it. */
const innerOf = (
  cell: Positioned & { readonly children: readonly Positioned[] },
  text: string,
): [charStart: number, charEnd: number] => {
  const content = contentOf(cell);
  if (content !== undefined) return [content.charStart, content.charEnd];
  const { charStart, charEnd } = spanOf(cell);
  const bar = text.charAt(charStart) === '|' ? charStart + 1 : charStart;
  return [bar, Math.max(bar, text.charAt(charEnd - 1) === '|' ? charEnd - 1 : charEnd)];
};

const MARKUP = /<!--[\s\S]*?(?:-->|$)|<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)|<[^>]*>/gi;

/** As many blanks as there were characters; line ends stay. */
const blank = (value: string): string => value.replace(/[^\r\n]/g, ' ');

const blankMarkup = (source: string, nodes: readonly Node[]): string => {
  const pieces: string[] = [];
  let written = 0;
  const visit = (children: readonly Node[]): void => {
    for (const node of children) {
      if (node.type === 'html') {
        const { charStart, charEnd } = spanOf(node);
        pieces.push(source.slice(written, charStart), source.slice(charStart, charEnd).replace(MARKUP, blank));
        written = charEnd;
      } else if ('children' in node) visit(node.children as readonly Node[]);
    }
  };
  visit(nodes);
  return [...pieces, source.slice(written)].join('');
};
