import { moved } from '../shared/content.ts';
import type { BlockStyle } from '../shared/html/composer.ts';
import type { XmlElement } from '../shared/xml.ts';
import type { Label } from './counters.ts';
import { numberOf, stringOf } from './elements.ts';
import type { BlockItem } from './items.ts';
import { LEVELS, type Lists } from './numbering.ts';
import type { ParagraphText } from './paragraph-text.ts';
import { headingByName, listPlaceOf, type ParagraphStyle } from './styles.ts';

/** A style for headings is also used for whole clauses: what is longer than this, or a sentence of many words, heads nothing. */
const MAX_HEADING = 250;
const MAX_HEADING_WORDS = 14;

const CONTENTS_STYLE = /^(?:toc (?:\d|heading)|table of (?:figures|authorities)|toa heading|index (?:\d|heading))$/;
const CODE_STYLE = /^(?:html preformatted|source code|code|macro text)$/;

export type ListPosition = { readonly numId: number; readonly level: number };

/** The list and level that a paragraph belongs to by itself or by its style (ECMA-376-1, 17.3.1.19 and 17.9.23). */
export const listPosition = (
  properties: XmlElement | undefined,
  style: ParagraphStyle,
  lists: Lists,
): ListPosition | undefined => {
  const own = listPlaceOf(properties);
  const numId = own.numId ?? style.chain.find(({ list }) => list.numId !== undefined)?.list.numId;
  if (numId === undefined || numId === 0) return undefined;
  const level = own.level ?? levelByStyle(numId, style, lists);
  return { numId, level: Math.min(Math.max(0, level), LEVELS - 1) };
};

/** A level of the list that names the style counts more than the level that the style names. */
const levelByStyle = (numId: number, { chain }: ParagraphStyle, lists: Lists): number => {
  const levels = lists.list(numId)?.levels ?? new Map();
  for (const { id, list } of chain) {
    for (const [index, level] of levels) if (level.style === id) return index;
    if (list.level !== undefined) return list.level;
  }
  return 0;
};

/** What a paragraph is, as a reader sees it. `text` is without its number. */
export const paragraphStyle = (
  properties: XmlElement | undefined,
  style: ParagraphStyle,
  buffer: ParagraphText,
  list: { readonly position: ListPosition; readonly label: Label | undefined } | undefined,
): BlockStyle => {
  const text = buffer.text.trim();
  const visible = Math.max(1, text.length);
  const names = style.chain.map(({ name }) => name);
  if (buffer.listed * 2 > visible || names.some((name) => CONTENTS_STYLE.test(name))) return { kind: 'page-header' };
  const outline = numberOf(properties, 'w:outlineLvl') ?? style.outlineLevel;
  const level = outline === undefined ? headingByName(style) : outline < LEVELS ? outline + 1 : undefined;
  if (level !== undefined && level > 0 && isTitle(text)) return { kind: 'heading', level };
  if (names.includes('caption')) return { kind: 'caption' };
  if (list?.label !== undefined) {
    return { kind: 'list-item', level: list.position.level + 1, marker: list.label.text };
  }
  if (names.some((name) => CODE_STYLE.test(name))) return { kind: 'code' };
  return { kind: buffer.field || (buffer.prompted > 0 && buffer.prompted * 2 > visible) ? 'form-field' : 'paragraph' };
};

const isTitle = (text: string): boolean =>
  text.length <= MAX_HEADING && (!/[.;:,]$/.test(text) || text.split(/\s+/).length <= MAX_HEADING_WORDS);

/** A paragraph's text with the number that stands before it; bullets are said in the block's marker only. */
export const labelled = (buffer: ParagraphText, label: Label | undefined, style: BlockStyle): BlockItem => {
  const bold = buffer.bold > 0 && buffer.bold * 10 >= buffer.text.replace(/\s+/g, '').length * 9;
  const { text, links, breaks } = buffer;
  const from = text.search(/\S/);
  if (label === undefined || label.bullet) return { type: 'block', style, content: { text, links }, breaks, bold };
  if (from < 0) return { type: 'block', style, content: { text: label.text, links: [] }, breaks, bold };
  const prefix = label.text + label.suffix;
  const shift = prefix.length - from;
  return {
    type: 'block',
    style,
    content: { text: prefix + text.slice(from), links: moved(links, shift) },
    // A page that begins before the text begins before its number.
    breaks: breaks.map(({ at, rendered }) => ({ at: at <= from ? 0 : at + shift, rendered })),
    bold,
  };
};

export const styleIdOf = (properties: XmlElement | undefined): string | undefined => stringOf(properties, 'w:pStyle');
