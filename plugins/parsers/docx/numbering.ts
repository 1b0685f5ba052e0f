import { attribute, type XmlElement } from '../shared/xml.ts';
import { alternative, childOf, elementsOf, flagOf, integer, numberOf, stringOf } from './elements.ts';

/** One level of a list (ECMA-376-1, 17.9.6). */
export type Level = {
  readonly start: number;
  readonly format: string;
  /** "%1.%2": %n stands for the number of the n-th level, counted from 1. */
  readonly text: string;
  readonly suffix: string;
  /** Every number in it in digits. */
  readonly legal: boolean;
  /** The number of levels any of which begins this one anew; undefined: all above it. 0: none does. */
  readonly restart: number | undefined;
  /** The paragraph style that brings a paragraph to this level. */
  readonly style: string | undefined;
  readonly hidden: boolean;
  /** Of a bullet, where it is a character of a symbol font. */
  readonly font: string | undefined;
};

export type List = {
  /** Lists of one kind count on together. */
  readonly kind: number;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that begin anew where this list is first used, and with which number. */
  readonly starts: ReadonlyMap<number, number>;
};

export type Lists = { list(numId: number): List | undefined };

export const LEVELS = 9;

type Kind = { readonly levels: ReadonlyMap<number, Level>; readonly styleLink: string | undefined };
type Instance = {
  readonly kind: number;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
};

/** numbering.xml; `styleList` says which list a numbering style stands for. */
export const readNumbering = (
  root: XmlElement | undefined,
  styleList: (style: string) => number | undefined,
): Lists => {
  const kinds = new Map<number, Kind>();
  const instances = new Map<number, Instance>();
  for (const element of elementsOf(root)) {
    if (element.name === 'w:abstractNum') {
      const id = integer(attribute(element, 'w:abstractNumId'));
      const levels = levelsOf(element);
      if (id !== undefined) kinds.set(id, { levels, styleLink: stringOf(element, 'w:numStyleLink') });
    } else if (element.name === 'w:num') {
      const id = integer(attribute(element, 'w:numId'));
      const kind = numberOf(element, 'w:abstractNumId');
      if (id !== undefined && kind !== undefined) instances.set(id, { kind, ...overridesOf(element) });
    }
  }

  /** A kind may have no levels of its own but those of the list that a style stands for, which may do the same. */
  const levelsOfKind = (id: number): ReadonlyMap<number, Level> => {
    const seen = new Set<number>();
    let kind = id;
    while (!seen.has(kind)) {
      seen.add(kind);
      const { styleLink, levels = NO_LEVELS } = kinds.get(kind) ?? {};
      const numId = styleLink === undefined ? undefined : styleList(styleLink);
      const linked = numId === undefined ? undefined : instances.get(numId)?.kind;
      if (linked === undefined) return levels;
      kind = linked;
    }
    return NO_LEVELS;
  };

  const lists = new Map<number, List | undefined>();
  const list = (numId: number): List | undefined => {
    if (lists.has(numId)) return lists.get(numId);
    const instance = instances.get(numId);
    const found =
      instance === undefined
        ? undefined
        : { ...instance, levels: new Map([...levelsOfKind(instance.kind), ...instance.levels]) };
    lists.set(numId, found);
    return found;
  };
  return { list };
};

const NO_LEVELS: ReadonlyMap<number, Level> = new Map();

const levelsOf = (parent: XmlElement): ReadonlyMap<number, Level> => {
  const levels = new Map<number, Level>();
  for (const element of elementsOf(parent)) {
    const index = element.name === 'w:lvl' ? integer(attribute(element, 'w:ilvl')) : undefined;
    if (index !== undefined && index >= 0 && index < LEVELS) levels.set(index, levelOf(element));
  }
  return levels;
};

const overridesOf = (instance: XmlElement): Pick<Instance, 'levels' | 'starts'> => {
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  for (const element of elementsOf(instance)) {
    const index = element.name === 'w:lvlOverride' ? integer(attribute(element, 'w:ilvl')) : undefined;
    if (index === undefined || index < 0 || index >= LEVELS) continue;
    const own = childOf(element, 'w:lvl');
    if (own !== undefined) levels.set(index, levelOf(own));
    const start = numberOf(element, 'w:startOverride');
    if (start !== undefined) starts.set(index, start);
  }
  return { levels, starts };
};

const MAX_TEXT = 200;

const levelOf = (element: XmlElement): Level => {
  const suffix = stringOf(element, 'w:suff');
  const properties = childOf(element, 'w:rPr');
  const fonts = childOf(properties, 'w:rFonts');
  return {
    start: numberOf(element, 'w:start') ?? 0,
    format: formatOf(element),
    text: (stringOf(element, 'w:lvlText') ?? '').slice(0, MAX_TEXT),
    suffix: suffix === 'nothing' ? '' : ' ',
    legal: flagOf(element, 'w:isLgl') ?? false,
    restart: numberOf(element, 'w:lvlRestart'),
    style: stringOf(element, 'w:pStyle'),
    hidden: flagOf(properties, 'w:vanish') ?? false,
    font: fonts === undefined ? undefined : attribute(fonts, 'w:ascii'),
  };
};

/** Formats that Word 2010 brought are written by an example, next to one that older programs know. */
const formatOf = (level: XmlElement): string => {
  const choice = childOf(level, 'mc:AlternateContent');
  const format = childOf(choice === undefined ? level : alternative(choice), 'w:numFmt') ?? childOf(level, 'w:numFmt');
  if (format === undefined) return 'decimal';
  const value = attribute(format, 'w:val') ?? 'decimal';
  return value === 'custom' ? (attribute(format, 'w:format') ?? 'decimal') : value;
};
