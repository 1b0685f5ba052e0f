import { letters, roman } from '../numerals.ts';
import { attribute, type Element, isElement } from './tree.ts';

/** Numbers an ordered list's items as a browser shows them. */
export const listNumbers = (list: Element): ((item: Element) => string | undefined) => {
  if (list.tagName !== 'ol') return () => undefined;
  const type = attribute(list, 'type') ?? '1';
  const down = attribute(list, 'reversed') !== undefined;
  const items = down ? list.childNodes.filter((node) => isElement(node) && node.tagName === 'li').length : 1;
  let next = integer(attribute(list, 'start')) ?? items;
  return (item) => {
    const number = integer(attribute(item, 'value')) ?? next;
    next = number + (down ? -1 : 1);
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
