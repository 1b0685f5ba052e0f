import { attribute, type Element, isElement, type ParentNode, textOf } from './tree.ts';

/** Elements whose contents no reader sees as text. */
const UNSEEN = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'iframe',
  'object',
  'embed',
  'svg',
  'canvas',
  'video',
  'audio',
  'datalist',
  'select',
  'noembed',
  'noframes',
]);

const HIDING =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?)\s*(?:!\s*important\s*)?(?=;|$)/i;

/** Whether a reader of the page does not see the element: what is no text, and what its own style or its class hides. */
export type Visibility = (element: Element) => boolean;

/**
 * Decides by the element, its style attribute and the document's own style sheets, of which plain selectors (`.note`,
 * `#note`, `aside`) outside media queries are understood. aria-hidden stays: it hides from screen readers only.
 */
export const visibilityOf = (document: ParentNode): Visibility => {
  const hidden = hiddenSelectors(document);
  return (element) => {
    if (UNSEEN.has(element.tagName)) return false;
    if (attribute(element, 'hidden') !== undefined) return false;
    if (element.tagName === 'dialog' && attribute(element, 'open') === undefined) return false;
    const style = attribute(element, 'style');
    if (style !== undefined && HIDING.test(style)) return false;
    if (hidden.size === 0) return true;
    const names = (attribute(element, 'class') ?? '').split(/\s+/).map((name) => `.${name}`);
    return ![element.tagName, `#${attribute(element, 'id')}`, ...names].some((selector) => hidden.has(selector));
  };
};

const MAX_STYLE_CHARACTERS = 200_000;

const hiddenSelectors = (document: ParentNode): ReadonlySet<string> => {
  const selectors = new Set<string>();
  for (const sheet of styleSheets(document)) {
    for (const { selector, body } of topLevelRules(sheet.slice(0, MAX_STYLE_CHARACTERS))) {
      if (!HIDING.test(body)) continue;
      for (const one of selector.split(',')) {
        const simple = /^\s*((?:[.#][\w-]+)|[a-z][a-z0-9]*)\s*$/i.exec(one)?.[1];
        if (simple !== undefined && simple !== 'html' && simple !== 'body') selectors.add(simple);
      }
    }
  }
  return selectors;
};

const styleSheets = (parent: ParentNode): string[] =>
  parent.childNodes.flatMap((node) => {
    if (!isElement(node)) return [];
    return node.tagName === 'style' ? [textOf(node)] : styleSheets(node);
  });

/** Rules that are in no block of another: those of media queries and the like are passed over. */
const topLevelRules = (sheet: string): readonly { readonly selector: string; readonly body: string }[] => {
  const rules: { selector: string; body: string }[] = [];
  const css = sheet.replace(/\/\*.*?\*\//gs, '');
  let depth = 0;
  let selectorStart = 0;
  let bodyStart = 0;
  for (let at = 0; at < css.length; at += 1) {
    const character = css.charAt(at);
    if (character === '{') {
      depth += 1;
      if (depth === 1) bodyStart = at + 1;
    } else if (character === '}' && depth > 0) {
      depth -= 1;
      if (depth > 0) continue;
      const selector = css.slice(selectorStart, bodyStart - 1);
      if (!selector.trimStart().startsWith('@')) rules.push({ selector, body: css.slice(bodyStart, at) });
      selectorStart = at + 1;
    } else if (character === ';' && depth === 0) selectorStart = at + 1;
  }
  return rules;
};
