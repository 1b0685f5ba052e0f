import { type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser, type Token } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** Browsers stop nesting at 512 elements as well; below it the text stays and the tags are passed over. */
const MAX_DEPTH = 512;
/** Their contents are no markup, so their start must be seen wherever they stand. */
const RAW_TEXT = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'iframe', 'noembed', 'noframes', 'xmp']);

/** The document as a browser would build it; nothing is fetched and nothing is run. */
export const parseHtml = (html: string): DefaultTreeAdapterTypes.Document => {
  let depth = 0;
  class BoundedParser extends Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
    override onStartTag(token: Token.TagToken): void {
      if (depth < MAX_DEPTH || RAW_TEXT.has(token.tagName)) super.onStartTag(token);
    }
  }
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush: () => {
      depth += 1;
    },
    onItemPop: () => {
      depth -= 1;
    },
  };
  return BoundedParser.parse(html, { treeAdapter });
};

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
