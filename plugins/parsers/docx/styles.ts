import { attribute, type XmlElement } from '../shared/xml.ts';
import { childOf, elementsOf, flagOf, integer, numberOf, stringOf } from './elements.ts';

/** Which list a paragraph belongs to, as far as one place says it. `numId` 0 takes it out of any. */
export type ListPlace = { readonly numId: number | undefined; readonly level: number | undefined };

export type CharacterLook = {
  readonly hidden: boolean | undefined;
  readonly bold: boolean | undefined;
  /** BCP 47 tag. */
  readonly language: string | undefined;
};

type Style = CharacterLook & {
  readonly id: string;
  readonly name: string;
  readonly basedOn: string | undefined;
  /** 0 to 8, or 9 for text that is no heading. */
  readonly outlineLevel: number | undefined;
  readonly list: ListPlace;
  readonly breaksPage: boolean | undefined;
  /** Of a table: whether its first row looks unlike the others. */
  readonly firstRow: boolean;
};

export type ParagraphStyle = CharacterLook & {
  /** Its own and those that it is based on, the nearest first: ids, names, lists. */
  readonly chain: readonly { readonly id: string; readonly name: string; readonly list: ListPlace }[];
  readonly outlineLevel: number | undefined;
  readonly breaksPage: boolean;
};

export type Styles = {
  paragraph(id: string | undefined): ParagraphStyle;
  character(id: string | undefined): CharacterLook;
  headedTable(id: string | undefined): boolean;
  /** The list that a numbering style stands for. */
  numbering(id: string): number | undefined;
  readonly defaults: CharacterLook;
};

/** Styles with what they inherit (ECMA-376-1, 17.7). A style that is based on itself ends there. */
export const readStyles = (root: XmlElement | undefined): Styles => {
  const styles = new Map<string, Style>();
  let defaultParagraph: string | undefined;
  let defaultRun: XmlElement | undefined;
  for (const element of elementsOf(root)) {
    if (element.name === 'w:docDefaults') {
      defaultRun = childOf(childOf(element, 'w:rPrDefault'), 'w:rPr');
    } else if (element.name === 'w:style') {
      const style = readStyle(element);
      const type = attribute(element, 'w:type') ?? 'paragraph';
      styles.set(`${type} ${style.id}`, style);
      if (type === 'paragraph' && /^(?:1|true|on)$/.test(attribute(element, 'w:default') ?? '')) {
        defaultParagraph = style.id;
      }
    }
  }

  const chainOf = (type: string, id: string | undefined): readonly Style[] => {
    const chain = new Set<Style>();
    for (
      let style = styles.get(`${type} ${id}`);
      style !== undefined && !chain.has(style) && chain.size < MAX_CHAIN;
    ) {
      chain.add(style);
      style = style.basedOn === undefined ? undefined : styles.get(`${type} ${style.basedOn}`);
    }
    return [...chain];
  };

  const paragraphs = new Map<string | undefined, ParagraphStyle>();
  const paragraph = (id: string | undefined): ParagraphStyle => {
    const known = paragraphs.get(id);
    if (known !== undefined) return known;
    const found = chainOf('paragraph', id ?? defaultParagraph);
    // A style that is not there still says by its id what the writer meant.
    const chain = found.length > 0 || id === undefined ? found : [unknownStyle(id)];
    const style: ParagraphStyle = {
      chain,
      ...look(chain),
      outlineLevel: nearest(chain, ({ outlineLevel }) => outlineLevel),
      breaksPage: nearest(chain, ({ breaksPage }) => breaksPage) ?? false,
    };
    paragraphs.set(id, style);
    return style;
  };

  const characters = new Map<string, CharacterLook>();
  const defaults = lookOf(defaultRun);
  return {
    paragraph,
    character: (id) => {
      if (id === undefined) return PLAIN;
      const known = characters.get(id) ?? look(chainOf('character', id));
      characters.set(id, known);
      return known;
    },
    headedTable: (id) => chainOf('table', id).some(({ firstRow }) => firstRow),
    numbering: (id) => nearest(chainOf('numbering', id), ({ list }) => list.numId),
    defaults,
  };
};

/** Word itself follows fewer. */
const MAX_CHAIN = 50;
const PLAIN: CharacterLook = { hidden: undefined, bold: undefined, language: undefined };

const nearest = <Value>(chain: readonly Style[], read: (style: Style) => Value | undefined): Value | undefined => {
  for (const style of chain) {
    const value = read(style);
    if (value !== undefined) return value;
  }
  return undefined;
};

const look = (chain: readonly Style[]): CharacterLook => ({
  hidden: nearest(chain, ({ hidden }) => hidden),
  bold: nearest(chain, ({ bold }) => bold),
  language: nearest(chain, ({ language }) => language),
});

export const lookOf = (properties: XmlElement | undefined): CharacterLook => {
  if (properties === undefined) return PLAIN;
  const language = childOf(properties, 'w:lang');
  return {
    hidden: flagOf(properties, 'w:vanish'),
    bold: flagOf(properties, 'w:b'),
    language: language === undefined ? undefined : attribute(language, 'w:val'),
  };
};

const readStyle = (element: XmlElement): Style => {
  const properties = childOf(element, 'w:pPr');
  return {
    id: attribute(element, 'w:styleId') ?? '',
    name: (stringOf(element, 'w:name') ?? '').toLowerCase(),
    basedOn: stringOf(element, 'w:basedOn'),
    outlineLevel: numberOf(properties, 'w:outlineLvl'),
    list: listPlaceOf(properties),
    breaksPage: flagOf(properties, 'w:pageBreakBefore'),
    ...lookOf(childOf(element, 'w:rPr')),
    firstRow: [...elementsOf(element)].some(isFirstRow),
  };
};

const isFirstRow = (element: XmlElement): boolean =>
  element.name === 'w:tblStylePr' &&
  attribute(element, 'w:type') === 'firstRow' &&
  (flagOf(childOf(element, 'w:rPr'), 'w:b') === true || childOf(childOf(element, 'w:tcPr'), 'w:shd') !== undefined);

export const listPlaceOf = (paragraphProperties: XmlElement | undefined): ListPlace => {
  const numbering = childOf(paragraphProperties, 'w:numPr');
  return { numId: numberOf(numbering, 'w:numId'), level: numberOf(numbering, 'w:ilvl') };
};

const unknownStyle = (id: string): Style => ({
  id,
  name: id.replace(/^heading(?=[1-9]$)/i, 'heading ').toLowerCase(),
  basedOn: undefined,
  outlineLevel: undefined,
  list: { numId: undefined, level: undefined },
  breaksPage: undefined,
  hidden: undefined,
  bold: undefined,
  language: undefined,
  firstRow: false,
});

const HEADING = /^heading ([1-9])$/;

/** 1 to 9 where the style's name is one of Word's own for headings, whatever the language that Word is shown in. */
export const headingByName = ({ chain }: ParagraphStyle): number | undefined => {
  for (const { name } of chain) {
    const level = integer(HEADING.exec(name)?.[1]) ?? (name === 'title' ? 1 : name === 'subtitle' ? 2 : undefined);
    if (level !== undefined) return level;
  }
  return undefined;
};
