import type { fromMarkdown } from 'mdast-util-from-markdown';

type Root = ReturnType<typeof fromMarkdown>;
export type Node = Root['children'][number];
type Span = { charStart: number; charEnd: number };

type Point = { readonly offset?: number | undefined };
export type Positioned = { readonly position?: { readonly start: Point; readonly end: Point } | undefined };

export const spanOf = ({ position }: Positioned): Span => ({
  charStart: position?.start.offset ?? 0,
  charEnd: position?.end.offset ?? 0,
});

/**
 * A heading or a link without its marks; undefined where the place of its words is not known, as of an address that
 * was found inside other text.
 */
export const contentOf = (node: Positioned & { readonly children: readonly Positioned[] }): Span | undefined => {
  const first = node.children.at(0);
  const last = node.children.at(-1);
  if (first?.position === undefined || last?.position === undefined) return undefined;
  return { charStart: spanOf(first).charStart, charEnd: spanOf(last).charEnd };
};
