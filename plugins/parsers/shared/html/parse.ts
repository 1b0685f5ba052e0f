import { type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser, type Token } from 'parse5';

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
