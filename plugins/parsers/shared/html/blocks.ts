import type { Block, Link, ParseWarning } from '../../../../core/document/parsed.ts';
import { linkTarget } from '../links.ts';
import { type BlockStyle, type Composer, createComposer } from './composer.ts';
import { fieldText } from './fields.ts';
import { firstInk, type Ink, inkOf, isUnseen } from './ink.ts';
import { listNumbers } from './lists.ts';
import { parseHtml } from './parse.ts';
import { isLayout, readTable } from './tables.ts';
import { attribute, type Element, findElement, isElement, type Node, type ParentNode, textOf } from './tree.ts';
import { type Visibility, visibilityOf } from './visibility.ts';

export type HtmlContent = {
  readonly text: string;
  readonly blocks: Block[];
  readonly links: Link[];
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly warnings: ParseWarning[];
};

/** Elements that are not part of what surrounds them, as a reader sees it. Both a caller and this file may add some. */
export type ElementStyle = (element: Element) => BlockStyle | 'skip' | undefined;

const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section ' +
    'summary table tbody td tfoot th thead tr ul caption'
  ).split(' '),
);

const MAX_TITLE = 500;

/** What a reader of the page sees, as text with blocks. Nothing is fetched, nothing is run. */
export const readHtml = (html: string, maxCharacters: number, styleOf?: ElementStyle): HtmlContent =>
  readDocument(parseHtml(html), maxCharacters, styleOf);

/** The same for a document that was built already. */
export const readDocument = (
  document: ParentNode,
  maxCharacters: number,
  styleOf: ElementStyle = () => undefined,
): HtmlContent => {
  const composer = createComposer(maxCharacters);
  const visibility = visibilityOf(document);
  const walk = createWalk(composer, visibility, styleOf, maxCharacters);
  walk(document, {
    style: { kind: 'paragraph' },
    pre: false,
    list: 0,
    aside: false,
    sectioned: false,
    target: undefined,
    ink: firstInk(document),
  });
  const { text, blocks, links } = composer.finish();
  const titleElement = findElement(document, 'title');
  const title = titleElement === undefined ? '' : textOf(titleElement).slice(0, MAX_TITLE);
  const root = findElement(document, 'html');
  const language = root === undefined ? undefined : attribute(root, 'lang')?.trim();
  return {
    text,
    blocks,
    links,
    title: title === '' ? undefined : title,
    language: language !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(language) ? language : undefined,
    warnings: visibility.hides ? [HIDDEN] : [],
  };
};

const HIDDEN: ParseWarning = {
  code: 'hidden-text',
  message: 'There is text that is hidden from readers (by style, position, size or colour); it was left out.',
};

type Place = {
  /** Of text that stands directly here. */
  readonly style: BlockStyle;
  readonly pre: boolean;
  /** Depth of lists. */
  readonly list: number;
  /** Inside navigation or a footer, where headings head nothing. */
  readonly aside: boolean;
  /** Inside an article or the like, where header and footer are those of the article. */
  readonly sectioned: boolean;
  /** Of the link around it. */
  readonly target: string | undefined;
  readonly ink: Ink;
};

const createWalk = (composer: Composer, visibility: Visibility, styleOf: ElementStyle, maxCharacters: number) => {
  const visible = visibility.sees;
  let tables = 0;

  const walk = (parent: ParentNode, place: Place): void => {
    for (const node of parent.childNodes) {
      if (isElement(node)) element(node, place);
      else if (node.nodeName === '#text' && 'value' in node) {
        characters(node.value, place);
      }
    }
  };

  const characters = (value: string, place: Place): void => {
    if (isUnseen(place.ink)) {
      if (value.trim() !== '') visibility.foundHidden();
    } else if (place.pre) composer.verbatim(value);
    else composer.text(value);
  };

  const element = (node: Element, around: Place): void => {
    if (!visible(node)) return;
    const { tagName } = node;
    const special = styleOf(node);
    if (special === 'skip') return;
    const ink = inkOf(node, around.ink);
    const place = ink === around.ink ? around : { ...around, ink };
    const value = fieldText(node);
    if (value !== undefined) {
      if (value !== '' && !isUnseen(ink)) composer.field(value);
    } else if (tagName === 'br') composer.lineBreak();
    else if (isBackLink(node)) return;
    else if (tagName === 'ruby') ruby(node, place);
    else if (tagName === 'q') quoted(node, place);
    else if (tagName === 'a' && attribute(node, 'href') !== undefined) link(node, place, special);
    else if (special !== undefined) block(node, { ...place, style: special }, place.style);
    else if (!BLOCKS.has(tagName)) walk(node, place);
    else if (tagName === 'table') table(node, place);
    else if (tagName === 'ol' || tagName === 'ul' || tagName === 'menu') list(node, place);
    else block(node, inside(node, place), place.style);
  };

  const link = (node: Element, place: Place, special: BlockStyle | undefined): void => {
    const target = linkTarget(attribute(node, 'href'));
    composer.link(target);
    if (special === undefined) walk(node, { ...place, target });
    else block(node, { ...place, target, style: special }, place.style);
    composer.link(place.target);
  };

  /** The words in one piece, and what stands over them behind them. */
  const ruby = (node: Element, place: Place): void => {
    walk({ ...node, childNodes: node.childNodes.filter((child) => !isOver(child)) }, place);
    const over = node.childNodes.filter((child) => isElement(child) && child.tagName === 'rt');
    const reading = over.map((child) => (isElement(child) ? textOf(child) : '')).join('');
    if (reading !== '') characters(`(${reading})`, place);
  };

  const quoted = (node: Element, place: Place): void => {
    characters('“', place);
    walk(node, place);
    characters('”', place);
  };

  /** A block of its own; what follows it in its parent is a block as well. */
  const block = (node: ParentNode, place: Place, after: BlockStyle): void => {
    composer.open(place.style);
    walk(node, place);
    composer.open(after);
  };

  const list = (node: Element, around: Place): void => {
    const place = holdsNotes(node) && !isQuoted(around.style) ? { ...around, style: NOTE } : around;
    const level = place.list + 1;
    const numberOf = listNumbers(node);
    for (const child of node.childNodes) {
      if (!isElement(child)) {
        if ('value' in child) characters(child.value, place);
        continue;
      }
      if (!visible(child)) continue;
      const special = styleOf(child);
      if (special === 'skip') continue;
      const marker = child.tagName === 'li' ? numberOf(child) : undefined;
      const item: BlockStyle = { kind: 'list-item', level, ...(marker === undefined ? {} : { marker }) };
      const style = special ?? (keepsStyle(place.style) ? place.style : isNote(child) ? NOTE : item);
      if (child.tagName === 'li') {
        composer.open(style);
        walk(child, {
          ...place,
          ink: inkOf(child, place.ink),
          style: style.kind === 'list-item' ? { kind: 'list-item', level } : style,
          list: level,
        });
        composer.close();
      } else element(child, { ...place, list: level });
    }
    composer.open(around.style);
  };

  const table = (node: Element, place: Place): void => {
    if (isLayout(node)) {
      block(node, place, place.style);
      return;
    }
    const quoted = isQuoted(place.style);
    composer.open(quoted ? place.style : { kind: 'caption' });
    for (const child of node.childNodes) if (isElement(child) && child.tagName === 'caption') walk(child, place);
    composer.close();
    const number = tables;
    tables += 1;
    const rows = readTable(node, visible, maxCharacters, (cell, into) => {
      into.link(place.target);
      const row = cell.parentNode;
      const inRow = row !== null && 'tagName' in row ? inkOf(row, place.ink) : place.ink;
      createWalk(into, visibility, styleOf, maxCharacters)(cell, { ...place, ink: inkOf(cell, inRow) });
    });
    for (const [index, row] of rows.entries()) {
      if (quoted) {
        composer.open(place.style);
        composer.verbatim(row.cells.map(({ text }) => text).join('\t'));
      } else composer.row(number, index, row.header, row.cells);
    }
    composer.open(place.style);
  };

  return walk;
};

const NOTE: BlockStyle = { kind: 'footnote' };

const isNote = (node: Element): boolean => /^doc-(?:footnote|endnote)s?$/.test(attribute(node, 'role') ?? '');

/** A group of notes says so by its role or, as programs that write Markdown and papers have it, by its class. */
const holdsNotes = (node: Element): boolean =>
  isNote(node) || /(?:^|\s)(?:footnotes|endnotes)(?:\s|$)/.test(attribute(node, 'class') ?? '');

/** "↩", which leads from a note back to the text. */
const isBackLink = (node: Element): boolean =>
  node.tagName === 'a' &&
  (attribute(node, 'role') === 'doc-backlink' ||
    /(?:^|\s)footnote-back(?:ref)?(?:\s|$)/.test(attribute(node, 'class') ?? ''));

const isOver = (node: Node): boolean => isElement(node) && /^(?:rt|rtc|rp)$/.test(node.tagName);

/** Whatever stands in it is the same. */
const keepsStyle = (style: BlockStyle): boolean => isFurniture(style) || isQuoted(style) || style.kind === 'footnote';

const isFurniture = (style: BlockStyle): boolean => style.kind === 'page-header' || style.kind === 'page-footer';

/** What an e-mail quotes is nothing else, whatever stands in it. */
const isQuoted = (style: BlockStyle): boolean => style.kind === 'quoted-history';

/** How the text in a block element is to be read. */
const inside = (node: Element, place: Place): Place => {
  const { tagName } = node;
  if (isQuoted(place.style)) return { ...place, pre: place.pre || tagName === 'pre' };
  const role = attribute(node, 'role');
  const level = place.aside ? undefined : headingLevel(tagName, role, node);
  if (level !== undefined) return { ...place, style: { kind: 'heading', level } };
  if (tagName === 'nav' || role === 'navigation') return { ...place, aside: true, style: { kind: 'page-header' } };
  if (role === 'contentinfo' || (tagName === 'footer' && !place.sectioned)) {
    return { ...place, aside: true, style: { kind: 'page-footer' } };
  }
  if (role === 'banner' || (tagName === 'header' && !place.sectioned))
    return { ...place, style: { kind: 'page-header' } };
  const sectioned = place.sectioned || SECTIONS.has(tagName);
  if (isFurniture(place.style)) return { ...place, sectioned, pre: place.pre || tagName === 'pre' };
  if (tagName === 'pre') return { ...place, pre: true, style: { kind: 'code' } };
  if (tagName === 'figcaption') return { ...place, style: { kind: 'caption' } };
  if (holdsNotes(node)) return { ...place, style: NOTE };
  if (tagName === 'dd') return { ...place, style: { kind: 'list-item', level: place.list + 1 }, list: place.list + 1 };
  return { ...place, sectioned };
};

const SECTIONS = new Set(['article', 'aside', 'main', 'section', 'blockquote']);

const headingLevel = (tagName: string, role: string | undefined, node: Element): number | undefined => {
  if (/^h[1-6]$/.test(tagName)) return Number(tagName.charAt(1));
  if (role !== 'heading') return undefined;
  const level = Number.parseInt(attribute(node, 'aria-level') ?? '2', 10);
  return level >= 1 && level <= 9 ? level : 2;
};
