import { DossierError } from '../../../core/errors/error.ts';

export type XmlNode = XmlElement | string;

/** An element of a namespace under the prefix that the reader was told to use for it, "?" where it was told none. */
export type XmlElement = {
  /** "w:p" */
  readonly name: string;
  /** Names and values in turn; names without a prefix are in no namespace. */
  readonly attributes: readonly string[];
  /** A list, or for a streamed element what can be gone through once, before the element that follows. */
  readonly children: Iterable<XmlNode>;
};

export type XmlOptions = {
  /** Namespace to the prefix that names begin with in the result. */
  readonly prefixes: ReadonlyMap<string, string>;
  readonly maxNesting: number;
  /** Elements whose children are read as they are asked for, where everything around them is streamed as well. */
  readonly streamed?: ReadonlySet<string>;
};

export const attribute = (element: XmlElement, name: string): string | undefined => {
  const { attributes } = element;
  for (let index = 0; index < attributes.length; index += 2) {
    if (attributes[index] === name) return attributes[index + 1];
  }
  return undefined;
};

type Scope = { readonly prefixes: ReadonlyMap<string, string>; readonly names: Map<string, string> };
type Token = 'start' | 'end' | 'text';

const NONE: ReadonlySet<string> = new Set();
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/**
 * Reads an XML document (XML 1.0 and Namespaces in XML 1.0) without a document type: one that declares any is refused,
 * so nothing can be defined in it and nothing outside it be named. Elements that are not streamed are whole.
 * Throws `damaged` where it is not well-formed, `nested_too_deep` beyond `maxNesting` elements in one another.
 */
export const readXml = (source: string, { prefixes, maxNesting, streamed = NONE }: XmlOptions): XmlElement => {
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const open: string[] = [];
  const scopes: { depth: number; scope: Scope }[] = [];
  let scope: Scope = { prefixes: new Map([['xml', 'xml']]), names: new Map() };
  let emptyElement = false;
  // What the last token was.
  let text = '';
  let name = '';
  let attributes: readonly string[] = [];

  const damaged = (): DossierError => new DossierError('damaged');

  const find = (what: string, from: number): number => {
    const found = source.indexOf(what, from);
    if (found < 0) throw damaged();
    return found;
  };

  const close = (): Token => {
    open.pop();
    const last = scopes.at(-1);
    if (last !== undefined && last.depth > open.length) {
      scopes.pop();
      scope = last.scope;
    }
    return 'end';
  };

  const next = (): Token => {
    if (emptyElement) {
      emptyElement = false;
      return close();
    }
    for (;;) {
      if (at >= source.length) throw damaged();
      if (source.charCodeAt(at) !== LESS) {
        const end = source.indexOf('<', at);
        const raw = source.slice(at, end < 0 ? source.length : end);
        at += raw.length;
        if (open.length > 0) {
          text = unescaped(raw);
          return 'text';
        }
        if (raw.trim() !== '') throw damaged();
        continue;
      }
      const second = source.charCodeAt(at + 1);
      if (second === SLASH) {
        const end = find('>', at);
        if (source.slice(at + 2, end).trimEnd() !== open.at(-1)) throw damaged();
        at = end + 1;
        return close();
      }
      if (second === QUESTION) at = find('?>', at + 2) + 2;
      else if (source.startsWith('<!--', at)) at = find('-->', at + 4) + 3;
      else if (second !== EXCLAMATION) return start();
      else if (open.length > 0 && source.startsWith('<![CDATA[', at)) {
        const end = find(']]>', at + 9);
        text = source.slice(at + 9, end);
        at = end + 3;
        return 'text';
      } else throw damaged();
    }
  };

  const start = (): Token => {
    NAME.lastIndex = at + 1;
    const raw = NAME.exec(source)?.[0];
    if (raw === undefined) throw damaged();
    at += 1 + raw.length;
    const found: string[] = [];
    let declares = false;
    for (;;) {
      const before = at;
      while (isSpace(source.charCodeAt(at))) at += 1;
      const code = source.charCodeAt(at);
      if (code === GREATER) {
        at += 1;
        break;
      }
      if (code === SLASH && source.charCodeAt(at + 1) === GREATER) {
        at += 2;
        emptyElement = true;
        break;
      }
      if (before === at) throw damaged();
      NAME.lastIndex = at;
      const attributeName = NAME.exec(source)?.[0];
      if (attributeName === undefined) throw damaged();
      at += attributeName.length;
      const value = attributeValue();
      declares ||= attributeName.startsWith('xmlns');
      found.push(attributeName, value);
    }
    open.push(raw);
    if (open.length > maxNesting) throw new DossierError('nested_too_deep', { limit: maxNesting });
    if (declares) declare(found);
    name = resolved(raw);
    for (let index = 0; index < found.length; index += 2) {
      const one = found[index] ?? '';
      if (one.includes(':')) found[index] = resolved(one);
    }
    attributes = found;
    return 'start';
  };

  const attributeValue = (): string => {
    while (isSpace(source.charCodeAt(at))) at += 1;
    if (source.charCodeAt(at) !== EQUALS) throw damaged();
    at += 1;
    while (isSpace(source.charCodeAt(at))) at += 1;
    const quote = source.charAt(at);
    if (quote !== '"' && quote !== "'") throw damaged();
    const end = find(quote, at + 1);
    const value = source.slice(at + 1, end);
    at = end + 1;
    if (value.includes('<')) throw damaged();
    return unescaped(value);
  };

  const declare = (found: readonly string[]): void => {
    const known = new Map(scope.prefixes);
    for (let index = 0; index < found.length; index += 2) {
      const declared = /^xmlns(?::(.+))?$/.exec(found[index] ?? '');
      const namespace = found[index + 1] ?? '';
      if (declared === null || namespace === XML_NAMESPACE) continue;
      known.set(declared[1] ?? '', prefixes.get(namespace) ?? (namespace === '' ? '' : '?'));
    }
    scopes.push({ depth: open.length, scope });
    scope = { prefixes: known, names: new Map() };
  };

  const resolved = (raw: string): string => {
    const known = scope.names.get(raw);
    if (known !== undefined) return known;
    const colon = raw.indexOf(':');
    const prefix = scope.prefixes.get(raw.slice(0, Math.max(0, colon))) ?? (colon < 0 ? '' : '?');
    const full = prefix === '' ? raw.slice(colon + 1) : `${prefix}:${raw.slice(colon + 1)}`;
    scope.names.set(raw, full);
    return full;
  };

  /** The element that has just been opened, to its end. */
  const whole = (): XmlElement => {
    const depth = open.length;
    let children: XmlNode[] = [];
    const top: XmlElement = { name, attributes, children };
    const parents: XmlNode[][] = [];
    for (;;) {
      const token = next();
      if (token === 'text') children.push(text);
      else if (token === 'start') {
        const own: XmlNode[] = [];
        children.push({ name, attributes, children: own });
        parents.push(children);
        children = own;
      } else {
        if (open.length < depth) return top;
        children = parents.pop() ?? [];
      }
    }
  };

  const opened = (): XmlElement =>
    streamed.has(name) ? { name, attributes, children: childrenOf(open.length) } : whole();

  function* childrenOf(depth: number): Generator<XmlNode, void> {
    for (;;) {
      // A streamed child of which not everything was asked for.
      while (open.length > depth) next();
      if (open.length < depth) return;
      const token = next();
      if (token === 'end') return;
      yield token === 'text' ? text : opened();
    }
  }

  next();
  if (name === '') throw damaged();
  return opened();
};

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const QUESTION = 0x3f;
const EXCLAMATION = 0x21;
const EQUALS = 0x3d;
const NAME = /[^\s/>=<&'"]+/y;

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The five names that XML has by itself and characters by number; nothing else can be meant where nothing is defined. */
const unescaped = (value: string): string => {
  if (!value.includes('&')) return value;
  return value.replace(/&([^;&]{0,12})(;?)/g, (_, what: string, end: string) => {
    const named = ENTITIES.get(what);
    const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(what);
    const code = digits === null ? Number.NaN : Number.parseInt(digits[1] ?? digits[2] ?? '', digits[1] ? 16 : 10);
    if (end === '' || (named === undefined && !isCharacter(code))) throw new DossierError('damaged');
    return named ?? String.fromCodePoint(code);
  });
};

/** XML 1.0, 2.2 */
const isCharacter = (code: number): boolean =>
  code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff));
