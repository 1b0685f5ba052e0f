import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type ParentNode = DefaultTreeAdapterTypes.ParentNode;

export const isElement = (node: Node): node is Element => 'tagName' in node;

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

/** The first element of that name, in the order of the document. */
export const findElement = (root: ParentNode, tagName: string): Element | undefined => {
  for (const node of root.childNodes) {
    if (!isElement(node)) continue;
    const found = node.tagName === tagName ? node : findElement(node, tagName);
    if (found !== undefined) return found;
  }
  return undefined;
};

export const hasElement = (root: ParentNode, tagNames: ReadonlySet<string>): boolean =>
  root.childNodes.some((node) => isElement(node) && (tagNames.has(node.tagName) || hasElement(node, tagNames)));

/** Whether there is more than white space below. */
export const hasText = (root: ParentNode): boolean =>
  root.childNodes.some((node) => (isElement(node) ? hasText(node) : 'value' in node && node.value.trim() !== ''));

/** All text below, white space collapsed. */
export const textOf = (root: ParentNode): string => {
  const parts: string[] = [];
  const collect = (parent: ParentNode): void => {
    for (const node of parent.childNodes) {
      if (isElement(node)) collect(node);
      else if ('value' in node) parts.push(node.value);
    }
  };
  collect(root);
  return parts
    .join('')
    .replace(/[ \t\n\f\r]+/g, ' ')
    .trim();
};
