import { attribute, type Element, isElement, type ParentNode, textOf } from './tree.ts';

/** What a reader sees in a field of a form: what was typed or chosen, or a box. '' for one that is empty, undefined for what is none. */
export const fieldText = (element: Element): string | undefined => {
  if (element.tagName === 'textarea') return textOf(element);
  if (element.tagName === 'select') return selected(element);
  if (element.tagName !== 'input') return undefined;
  const type = (attribute(element, 'type') ?? 'text').trim().toLowerCase();
  if (type === 'checkbox' || type === 'radio') return attribute(element, 'checked') === undefined ? '☐' : '☒';
  return !NO_TEXT.has(type) ? (attribute(element, 'value') ?? '').trim() : '';
};

/** Every type that a browser does not know is one of text. */
const NO_TEXT = new Set('hidden password file submit button reset image range color'.split(' '));

const selected = (select: Element): string => {
  const options = optionsOf(select);
  const chosen = options.filter((option) => attribute(option, 'selected') !== undefined);
  const single = attribute(select, 'multiple') === undefined && Number(attribute(select, 'size') ?? 1) <= 1;
  // A list that shows one entry always shows one: the last that is chosen, else the first that can be.
  const first = options.find((option) => attribute(option, 'disabled') === undefined);
  const shown = single ? [chosen.at(-1) ?? first] : chosen;
  return shown
    .flatMap((option) => (option === undefined ? [] : [textOf(option) || (attribute(option, 'label') ?? '')]))
    .join(', ');
};

const optionsOf = (parent: ParentNode): Element[] =>
  parent.childNodes.filter(isElement).flatMap((child) => (child.tagName === 'option' ? [child] : optionsOf(child)));
