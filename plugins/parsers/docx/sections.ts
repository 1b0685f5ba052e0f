import { attribute, type XmlElement } from '../shared/xml.ts';
import { elementsOf, flagOf, stringOf } from './elements.ts';
import type { Item } from './items.ts';
import type { Relationships } from './package.ts';
import type { Reading, Remarks } from './reading.ts';
import { type Role, readStory } from './stories.ts';

type Furniture = { readonly headers: readonly Item[]; readonly footers: readonly Item[] };

/** Headers and footers of sections in turn: each text once in a document, however many pages and sections show it. */
export type SectionReader = (properties: XmlElement) => Furniture;

/** `evenPages`: whether left pages have headers of their own. */
export const createSectionReader = (
  reading: Reading,
  relationships: Relationships,
  remarks: Remarks,
  evenPages: boolean,
): SectionReader => {
  const read = new Set<string>();
  const shown = new Set<string>();

  const story = (reference: XmlElement, role: Role): readonly Item[] => {
    const part = relationships.get(attribute(reference, 'r:id') ?? '');
    if (part === undefined || part.external || read.has(part.target)) return [];
    read.add(part.target);
    const root = reading.package.xml(part.target);
    if (root === undefined) return [];
    const items = readStory(reading, root, {
      relationships: reading.package.relationships(part.target),
      role,
      remarks,
    });
    const text = items.map((item) => (item.type === 'block' ? item.content.text.trim() : '')).join('\n');
    if (shown.has(`${role} ${text}`)) return [];
    shown.add(`${role} ${text}`);
    // Pages do not begin in what runs along them.
    return items.map((item) => (item.type === 'block' ? { ...item, breaks: [] } : item));
  };

  return (properties) => {
    const firstPage = flagOf(properties, 'w:titlePg') ?? false;
    const isShown = (type: string): boolean =>
      type === 'first' ? firstPage : type === 'even' ? evenPages : type === 'default';
    const of = (name: string, role: Role): Item[] =>
      ORDER.flatMap((type) =>
        [...elementsOf(properties)]
          .filter((element) => element.name === name && (attribute(element, 'w:type') ?? 'default') === type)
          .filter(() => isShown(type))
          .flatMap((reference) => story(reference, role)),
      );
    return { headers: of('w:headerReference', 'page-header'), footers: of('w:footerReference', 'page-footer') };
  };
};

const ORDER = ['first', 'default', 'even'];

/** Whether the section begins a page (17.6.22). */
export const beginsPage = (properties: XmlElement): boolean =>
  !/^(?:continuous|nextColumn)$/.test(stringOf(properties, 'w:type') ?? 'nextPage');
