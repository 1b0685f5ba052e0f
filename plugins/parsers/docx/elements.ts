import { attribute, type XmlElement, type XmlNode } from '../shared/xml.ts';

/** Prefixes by which this parser calls the namespaces of ECMA-376, transitional and strict alike, and of Word's additions. */
export const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['http://purl.oclc.org/ooxml/drawingml/diagram', 'dgm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['http://schemas.openxmlformats.org/package/2006/metadata/core-properties', 'cp'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/extended-properties', 'ep'],
  ['http://purl.oclc.org/ooxml/officeDocument/extendedProperties', 'ep'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
]);

const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export function* elementsOf(parent: XmlElement | undefined): Generator<XmlElement, void> {
  if (parent === undefined) return;
  for (const node of parent.children) if (isElement(node)) yield node;
}

/** The first child of that name; only for elements that are not streamed. */
export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined => {
  for (const element of elementsOf(parent)) if (element.name === name) return element;
  return undefined;
};

/** What most elements of WordprocessingML say: their `w:val`. */
export const stringOf = (parent: XmlElement | undefined, name: string): string | undefined => {
  const child = childOf(parent, name);
  return child === undefined ? undefined : attribute(child, 'w:val');
};

/** ST_OnOff (ECMA-376-1, 22.9.2.7): there and nothing said means on. undefined where the element is not there. */
export const flagOf = (parent: XmlElement | undefined, name: string): boolean | undefined => {
  const child = childOf(parent, name);
  if (child === undefined) return undefined;
  const value = attribute(child, 'w:val');
  return value === undefined || !(value === '0' || value === 'false' || value === 'off');
};

export const integer = (value: string | undefined): number | undefined =>
  value !== undefined && /^\s*[+-]?\d{1,9}(?:\.\d*)?\s*$/.test(value) ? Number.parseInt(value, 10) : undefined;

export const numberOf = (parent: XmlElement | undefined, name: string): number | undefined =>
  integer(stringOf(parent, name));

/** All characters below. */
export const textOf = (element: XmlElement | undefined): string => {
  let text = '';
  for (const node of element?.children ?? []) text += isElement(node) ? textOf(node) : node;
  return text;
};

/** Additions of Word whose contents this parser understands; others say in their fallback what they mean. */
const UNDERSTOOD = /^(?:w1[0-9][a-z]*|w16\w*|wps|wpg|wpc|wp14|wpi|a14|m|v|wne)$/;

/** Of several ways to say the same the one that is to be read, never two (ECMA-376-3, 10.2.1). */
export const alternative = (element: XmlElement): XmlElement | undefined => {
  let fallback: XmlElement | undefined;
  for (const child of elementsOf(element)) {
    if (child.name === 'mc:Choice') {
      const required = (attribute(child, 'Requires') ?? '').split(/\s+/).filter(Boolean);
      if (required.every((prefix) => UNDERSTOOD.test(prefix))) return child;
    } else if (child.name === 'mc:Fallback') fallback = child;
  }
  return fallback;
};
