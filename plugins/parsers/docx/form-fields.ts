import type { XmlElement } from '../shared/xml.ts';
import { attribute } from '../shared/xml.ts';
import { childOf, elementsOf, flagOf, numberOf } from './elements.ts';

/** What a form field of older Word shows that has no result: a box, or the chosen entry of a list (17.16.7, 17.16.9). */
export const formFieldText = (data: XmlElement | undefined): string => {
  const box = childOf(data, 'w:checkBox');
  if (box !== undefined) return (flagOf(box, 'w:checked') ?? flagOf(box, 'w:default') ?? false) ? '☒' : '☐';
  const list = childOf(data, 'w:ddList');
  if (list === undefined) return '';
  const entries = [...elementsOf(list)].filter(({ name }) => name === 'w:listEntry');
  const chosen = entries[numberOf(list, 'w:result') ?? numberOf(list, 'w:default') ?? 0];
  return chosen === undefined ? '' : (attribute(chosen, 'w:val') ?? '');
};
