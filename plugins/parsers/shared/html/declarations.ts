import { attribute, type Element } from './tree.ts';

/** A style attribute's declarations, names and values in small letters, the last of each name. */
export const declarationsOf = (element: Element): ReadonlyMap<string, string> => {
  const style = attribute(element, 'style');
  if (style === undefined || style.length > MAX_STYLE) return NONE;
  const declarations = new Map<string, string>();
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration
      .slice(colon + 1)
      .replace('!important', '')
      .trim();
    declarations.set(declaration.slice(0, colon).trim(), value);
  }
  return declarations;
};

const MAX_STYLE = 10_000;
const NONE: ReadonlyMap<string, string> = new Map();

/** A length in pixels, points taken as such; undefined for what depends on something else, and where there is none. */
export const pixels = (value: string | undefined): number | undefined => {
  const length = /^(-?\d{0,6}(?:\.\d{1,4})?)(px|pt)?$/.exec(value ?? '');
  if (length === null || !/\d/.test(length[1] ?? '')) return undefined;
  const number = Number(length[1]);
  return length[2] === undefined && number !== 0 ? undefined : number;
};
