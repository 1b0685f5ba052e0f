import { formatNumber } from './number-format.ts';
import { LEVELS, type Level, type List, type Lists } from './numbering.ts';
import { inFont } from './symbols.ts';

export type Label = {
  /** As it stands before the text: "1.2(a)", "•". */
  readonly text: string;
  /** What parts it from the text: a blank for a tab or blank, or nothing. */
  readonly suffix: string;
  readonly bullet: boolean;
};

export type Counters = {
  /** Counts a paragraph of a list at this level, and says how it is numbered; undefined where nothing is shown. */
  next(numId: number, level: number): Label | undefined;
};

/** A character of a symbol font, which says nothing without it, or a sign that Word's own bullets are made of. */
const SYMBOL_BULLET = /^[\u{f000}-\u{f0ff}\u{e000}-\u{efff}·§]$/u;

/** Numbers lists in the order of the text, as Word does (ECMA-376-1, 17.9). */
export const createCounters = (lists: Lists, language: string | undefined): Counters => {
  /** By kind of list: the last number of each level, undefined where it begins anew. */
  const counts = new Map<number, (number | undefined)[]>();
  const begun = new Set<string>();

  const startOf = (list: List, level: number): number => list.starts.get(level) ?? list.levels.get(level)?.start ?? 0;

  const count = (list: List, numId: number, level: number): readonly (number | undefined)[] => {
    const counted = counts.get(list.kind) ?? Array.from<number | undefined>({ length: LEVELS });
    counts.set(list.kind, counted);
    const first = `${numId} ${level}`;
    const restarts = list.starts.has(level) && !begun.has(first);
    begun.add(first);
    const last = restarts ? undefined : counted[level];
    counted[level] = last === undefined ? startOf(list, level) : last + 1;
    for (let above = 0; above < level; above += 1) counted[above] ??= startOf(list, above);
    for (let below = level + 1; below < LEVELS; below += 1) {
      const restart = list.levels.get(below)?.restart;
      if (restart === undefined || level < restart) counted[below] = undefined;
    }
    return counted;
  };

  const label = (list: List, level: Level, counted: readonly (number | undefined)[]): string =>
    level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const { format = 'decimal' } = list.levels.get(index) ?? {};
      const legal = level.legal && format !== 'none' && format !== 'decimalZero';
      return formatNumber(counted[index] ?? startOf(list, index), legal ? 'decimal' : format, language);
    });

  return {
    next: (numId, index) => {
      const list = lists.list(numId);
      const level = list?.levels.get(index);
      if (list === undefined || level === undefined) return undefined;
      const counted = count(list, numId, index);
      if (level.hidden) return undefined;
      if (level.format === 'bullet') return bullet(level);
      const text = label(list, level, counted).trim();
      return text === '' ? undefined : { text, suffix: level.suffix, bullet: false };
    },
  };
};

/** Boxes and ticks say something: they are text, not mere bullets. */
const TICKS = '☐☑☒✓✔✗✘□■';

const bullet = ({ text, font, suffix }: Level): Label => {
  const sign = text.trim();
  const shown = inFont(sign, font);
  if (shown.length === 1 && TICKS.includes(shown)) return { text: shown, suffix, bullet: false };
  const plain = sign === '' || SYMBOL_BULLET.test(sign) ? '•' : sign === 'o' ? '◦' : sign;
  return { text: plain, suffix, bullet: true };
};
