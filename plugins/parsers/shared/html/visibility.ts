import { declarationsOf, pixels } from './declarations.ts';
import { attribute, type Element, hasText, isElement, type ParentNode, textOf } from './tree.ts';

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
  'noembed',
  'noframes',
]);

const HIDING =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?)\s*(?:!\s*important\s*)?(?=;|$)/i;

export type Visibility = {
  /** Whether a reader of the page sees the element: it is text, and neither its own style nor its class hides it. */
  sees(element: Element): boolean;
  /** Text stands where no reader sees it, apart from scripts and their like. */
  readonly hides: boolean;
  /** Says so of text that is hidden otherwise. */
  foundHidden(): void;
};

/**
 * Decides by the element, its style attribute and the document's own style sheets, of which plain selectors (`.note`,
 * `#note`, `aside`) outside media queries are understood. aria-hidden stays: it hides from screen readers only.
 */
export const visibilityOf = (document: ParentNode): Visibility => {
  const hidden = hiddenSelectors(document);
  let hides = false;

  const isHidden = (element: Element): boolean => {
    if (attribute(element, 'hidden') !== undefined || hidesItself(element)) return true;
    if (hidden.size === 0) return false;
    const names = (attribute(element, 'class') ?? '').split(/\s+/).map((name) => `.${name}`);
    return [element.tagName, `#${attribute(element, 'id')}`, ...names].some((selector) => hidden.has(selector));
  };

  return {
    sees: (element) => {
      if (UNSEEN.has(element.tagName)) return false;
      if (element.tagName === 'dialog' && attribute(element, 'open') === undefined) return false;
      if (!isHidden(element)) return true;
      hides ||= hasText(element);
      return false;
    },
    foundHidden: () => {
      hides = true;
    },
    get hides() {
      return hides;
    },
  };
};

/** Farther than this beside the page is a way to hide. */
const BESIDE_PIXELS = -500;
const SIDES = ['left', 'top', 'right', 'bottom', 'text-indent', 'margin-left', 'margin-top'];

/** By its style attribute: not shown at all, without a size, beside the page, or cut to nothing. */
const hidesItself = (element: Element): boolean => {
  const style = attribute(element, 'style');
  if (style === undefined) return false;
  if (HIDING.test(style)) return true;
  const said = declarationsOf(element);
  if (said.get('mso-hide') === 'all') return true;
  const clipped = /^(?:hidden|clip)/.test(said.get('overflow') ?? said.get('overflow-y') ?? '');
  if (clipped && ['max-height', 'height', 'max-width', 'width'].some((name) => (pixels(said.get(name)) ?? 2) <= 1)) {
    return true;
  }
  if (pixels(said.get('max-height')) === 0) return true;
  if (SIDES.some((side) => (pixels(said.get(side)) ?? 0) <= BESIDE_PIXELS)) return true;
  if (/^rect\(\s*(?:0|1)(?:px)?(?:[\s,]+(?:0|1)(?:px)?){3}\s*\)$/.test(said.get('clip') ?? '')) return true;
  return (
    /^inset\(\s*(?:50|100)%/.test(said.get('clip-path') ?? '') || /\bscale\(\s*0\s*\)/.test(said.get('transform') ?? '')
  );
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
