import type { Link } from '../../../core/document/parsed.ts';
import { MAX_LINKS } from '../../../core/document/validate.ts';
import { trimSpan } from '../shared/lines.ts';
import { linkTarget } from '../shared/links.ts';
import { contentOf, type Node } from './nodes.ts';

/** What is linked, without the marks around it: in place, by reference to a definition, or an address that stands for itself. */
export const linksOf = (text: string, nodes: readonly Node[]): Link[] => {
  const definitions = new Map<string, string>();
  each(nodes, (node) => {
    // The first of several definitions is the one that counts.
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
  });
  const links: Link[] = [];
  each(nodes, (node) => {
    const isLink = node.type === 'link' || node.type === 'linkReference';
    if (!isLink || links.length >= MAX_LINKS) return;
    const target = linkTarget(node.type === 'link' ? node.url : definitions.get(node.identifier));
    const content = contentOf(node);
    if (content === undefined) return;
    const { charStart, charEnd } = content;
    const span = trimSpan(text, charStart, charEnd);
    const after = links.at(-1)?.charEnd ?? 0;
    if (target !== undefined && span.charStart < span.charEnd && span.charStart >= after)
      links.push({ ...span, target });
  });
  return links;
};

const each = (nodes: readonly Node[], visit: (node: Node) => void): void => {
  for (const node of nodes) {
    visit(node);
    if ('children' in node) each(node.children as readonly Node[], visit);
  }
};
