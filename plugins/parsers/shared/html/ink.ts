import { declarationsOf, pixels } from './declarations.ts';
import { attribute, type Element, isElement, type ParentNode, textOf } from './tree.ts';

/** In what text stands: what an element takes from those around it unless it says something itself. */
export type Ink = {
  /** Undefined where nothing in the page says it. */
  readonly color: string | undefined;
  /** Undefined where a picture or a style sheet decides. */
  readonly paper: string | undefined;
  /** Too small to be read. */
  readonly tiny: boolean;
  /** Style sheets colour the paper of some elements, which are known by class or name. */
  readonly sheets: boolean;
};

/** Letters of this size are a dot on the screen. */
const TINY_PIXELS = 1.5;

export const isUnseen = ({ color, paper, tiny }: Ink): boolean =>
  tiny || color === 'transparent' || (color !== undefined && color === paper);

/** The ink in which a page begins. Its paper is white unless a style sheet may have another idea. */
export const firstInk = (document: ParentNode): Ink => {
  const sheets = paintsPaper(document);
  return { color: undefined, paper: sheets ? undefined : WHITE, tiny: false, sheets };
};

export const inkOf = (element: Element, around: Ink): Ink => {
  const style = declarationsOf(element);
  const paperSaid = style.get('background-color') ?? style.get('background') ?? attribute(element, 'bgcolor');
  const colorSaid = style.get('color') ?? (element.tagName === 'font' ? attribute(element, 'color') : undefined);
  const sizeSaid = style.get('font-size');
  const named = attribute(element, 'class') !== undefined || attribute(element, 'id') !== undefined;
  const picture =
    style.has('background-image') ||
    attribute(element, 'background') !== undefined ||
    (around.sheets && named && paperSaid === undefined);
  if (paperSaid === undefined && colorSaid === undefined && sizeSaid === undefined && !picture) return around;
  return {
    color: colorSaid === undefined || colorSaid === 'inherit' ? around.color : colorOf(colorSaid),
    paper: picture ? undefined : paperSaid === undefined ? around.paper : paperOf(paperSaid, around.paper),
    sheets: around.sheets,
    tiny: sizeSaid === undefined ? around.tiny : tinyBy(sizeSaid, around.tiny),
  };
};

/** Sizes that are parts of what is around them stay too small where that is. */
const tinyBy = (size: string, around: boolean): boolean => {
  const absolute = pixels(size);
  if (absolute !== undefined) return absolute <= TINY_PIXELS;
  const share = /^(\d{0,6}(?:\.\d{1,4})?)(?:em|rem|%)$/.exec(size)?.[1];
  if (share !== undefined && Number(share) === 0) return true;
  return around && /(?:em|%)$/.test(size) && !size.endsWith('rem');
};

const MAX_PAPER = 200;
const WHITE = '255,255,255';
const NAMED: ReadonlyMap<string, string> = new Map([
  ['white', WHITE],
  ['black', '0,0,0'],
  ['transparent', 'transparent'],
]);

/** "r,g,b" from 0 to 255, "transparent", or a name as it is. */
const colorOf = (value: string): string | undefined => {
  const said = value.trim().toLowerCase();
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(said)?.[1];
  if (hex !== undefined) {
    const digits = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
    return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)).join(',');
  }
  const parts = /^rgba?\(([^()]{1,60})\)$/
    .exec(said)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean);
  if (parts !== undefined) {
    if (parts.length === 4 && Number.parseFloat(parts[3] ?? '') === 0) return 'transparent';
    return parts.slice(0, 3).map(Number).join(',');
  }
  return NAMED.get(said) ?? (/^[a-z]+$/.test(said) ? said : undefined);
};

const paperOf = (value: string, around: string | undefined): string | undefined => {
  if (value.length > MAX_PAPER || /url\(|gradient\(/.test(value)) return undefined;
  const color = value
    .split(/\s+(?![^(]*\))/)
    .map(colorOf)
    .find((one) => one !== undefined && !WORDS.has(one));
  return color === undefined || color === 'transparent' ? around : color;
};

/** Words of the shorthand `background` that are no colours. */
const WORDS = new Set([
  'none',
  'repeat',
  'scroll',
  'fixed',
  'local',
  'center',
  'top',
  'bottom',
  'left',
  'right',
  'cover',
  'contain',
  'inherit',
  'initial',
  'unset',
]);

const paintsPaper = (parent: ParentNode): boolean =>
  parent.childNodes.some((node) => {
    if (!isElement(node)) return false;
    if (node.tagName === 'style') return /background/i.test(textOf(node));
    if (node.tagName === 'link') return /stylesheet/i.test(attribute(node, 'rel') ?? '');
    return paintsPaper(node);
  });
