import { defaultTreeAdapter, html as names } from 'parse5';
import { attribute, type Element, hasElement, isElement, type Node, type ParentNode, textOf } from '../../html/tree.ts';
import type { HistoryOptions } from './lines.ts';
import { headerBlock, isForwardMark } from './phrases.ts';

/** Class names and ids in which mail programs put what they quote. */
const CLASSES = new Set([
  'gmail_quote',
  'gmail_quote_container',
  'gmail_attr',
  'yahoo_quoted',
  'protonmail_quote',
  'moz-cite-prefix',
  'zmail_extra',
  'ms-outlook-mobile-reference-message',
]);
const IDS = new Set(['OLK_SRC_BODY_SECTION', 'mail-editor-reference-message-container']);
/** Elements after which everything is quoted: Outlook on the web, Outlook's append point, Zimbra's rule. */
const FROM_HERE_ON = new Set(['divRplyFwdMsg', 'appendonsend', 'zwchr']);
const BORDER_TOP = /border(?:-top)?\s*:[^;]*\bsolid\b/i;
/** Of a quoted part's text this much shows whether it was forwarded. */
const BEGINNING = 400;

/** Elements of which nothing but certain children is read: what follows in them is marked, not put into another. */
const STRICT = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'ul', 'ol', 'dl']);

/**
 * The elements of an HTML body that hold what is quoted from earlier messages, by the marks of Gmail, Apple Mail,
 * Thunderbird, Outlook, Yahoo and others. Moves what follows such a mark into an element of its own. What was forwarded is
 * not quoted; see `quotedSpans` for the same rules in plain text.
 */
export const quotedElements = (document: ParentNode, { forwarded, reply }: HistoryOptions): ReadonlySet<Element> => {
  const quoted = new Set<Element>();
  let forwards = forwarded ? 1 : 0;
  let own = false;

  /** true once everything after it is quoted. */
  const visit = (parent: ParentNode): boolean => {
    for (const node of [...parent.childNodes]) {
      if (!isElement(node)) {
        if ('value' in node && node.nodeName === '#text' && node.value.trim() !== '') own = true;
        continue;
      }
      if (node.tagName === 'head' || node.tagName === 'style' || node.tagName === 'script') continue;
      if (isContainer(node)) {
        if (isForward(node)) {
          forwards = Math.max(0, forwards - 1);
          own = true;
        } else if (!((forwards > 0 || (!own && !reply)) && holdsHeader(node))) {
          quoted.add(node);
          continue;
        }
        // Outlook puts what it forwards into the same element as what it quotes: its header block decides.
      } else if (beginsHistory(node)) {
        if (node.tagName !== 'hr' && attribute(node, 'id') === 'appendonsend' && textOf(node) === '') continue;
        if (forwards === 0 && (own || reply)) {
          quoteFrom(node, quoted);
          return true;
        }
        forwards = Math.max(0, forwards - 1);
        own = true;
        continue;
      }
      if (visit(node)) return true;
    }
    return false;
  };
  visit(document);
  return quoted;
};

const classes = (element: Element): string[] => (attribute(element, 'class') ?? '').split(/\s+/);

/** Gmail puts the answers between the quotations into the same element: then the quotations are marked themselves. */
const holdsQuotations = (element: Element): boolean =>
  element.tagName === 'div' && classes(element).includes('gmail_quote') && hasElement(element, BLOCKQUOTE);

const BLOCKQUOTE = new Set(['blockquote']);

const isContainer = (element: Element): boolean =>
  !holdsQuotations(element) &&
  ((element.tagName === 'blockquote' && attribute(element, 'type')?.toLowerCase() === 'cite') ||
    classes(element).some((name) => CLASSES.has(name)) ||
    IDS.has(attribute(element, 'id') ?? ''));

/** The first lines say that it was forwarded. */
const isForward = (element: Element): boolean =>
  linesOf(element)
    .filter((line) => line !== '')
    .slice(0, 2)
    .some(isForwardMark);

const holdsHeader = (element: Element): boolean => headerBlock(linesOf(element).filter((line) => line !== '')) > 0;

const beginsHistory = (element: Element): boolean => {
  if (FROM_HERE_ON.has(attribute(element, 'id') ?? '')) return true;
  if (element.tagName !== 'div' || !BORDER_TOP.test(attribute(element, 'style') ?? '')) return false;
  return holdsHeader(element);
};

/** The first lines of an element's text, as breaks and blocks part them. */
const linesOf = (root: ParentNode): string[] => {
  let text = '';
  const collect = (parent: ParentNode): void => {
    for (const node of parent.childNodes) {
      if (text.length > BEGINNING * 4) return;
      if (!isElement(node)) {
        if ('value' in node && node.nodeName === '#text') text += node.value.replace(/\s+/g, ' ');
        continue;
      }
      if (node.tagName === 'br') text += '\n';
      else {
        const block = /^(?:div|p|tr|li|blockquote|table|h[1-6])$/.test(node.tagName);
        if (block) text += '\n';
        collect(node);
        if (block) text += '\n';
      }
    }
  };
  collect(root);
  return text.split('\n').map((line) => line.trim());
};

/** Marks the element, and all that follows it in the document. */
const quoteFrom = (first: Element, quoted: Set<Element>): void => {
  let node: Node = first;
  let from = 0;
  for (let parent = node.parentNode; parent !== null && parent.nodeName !== 'html'; from = 1) {
    const start = parent.childNodes.indexOf(node) + from;
    if (STRICT.has(parent.nodeName)) {
      for (const one of parent.childNodes.slice(start)) if (isElement(one)) quoted.add(one);
    } else if (start < parent.childNodes.length) {
      const wrapper = defaultTreeAdapter.createElement('div', names.NS.HTML, []);
      wrapper.childNodes = parent.childNodes.splice(start);
      for (const one of wrapper.childNodes) one.parentNode = wrapper;
      wrapper.parentNode = parent;
      parent.childNodes.push(wrapper);
      quoted.add(wrapper);
    }
    if (!('tagName' in parent)) return;
    node = parent;
    parent = parent.parentNode;
  }
};
