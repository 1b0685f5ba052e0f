import { attribute, type Element } from './tree.ts';

/** Numbers an ordered list's items as a browser shows them. */
export const listNumbers = (list: Element): ((item: Element) => string | undefined) => {
  if (list.tagName !== 'ol') return () => undefined;
  const type = attribute(list, 'type') ?? '1';
  let next = integer(attribute(list, 'start')) ?? 1;
  return (item) => {
    const number = integer(attribute(item, 'value')) ?? next;
    next = number + 1;
    return `${format(number, type)}.`;
  };
};

const integer = (value: string | undefined): number | undefined =>
  value !== undefined && /^\s*-?\d{1,9}/.test(value) ? Number.parseInt(value, 10) : undefined;

const format = (number: number, type: string): string => {
  if (number < 1) return String(number);
  if (type === 'a' || type === 'A') return letterCase(letters(number), type === 'A');
  if ((type === 'i' || type === 'I') && number < 4000) return letterCase(roman(number), type === 'I');
  return String(number);
};

const letterCase = (value: string, upper: boolean): string => (upper ? value.toUpperCase() : value);

const letters = (number: number): string => {
  const rest = Math.floor((number - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(97 + ((number - 1) % 26));
};

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const roman = (number: number): string => {
  const [value, sign] = ROMAN.find(([value]) => value <= number) ?? [0, ''];
  return value === 0 ? '' : sign + roman(number - value);
};
