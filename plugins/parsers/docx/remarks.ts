import { part, pushAll } from '../shared/content.ts';
import { attribute, type XmlElement } from '../shared/xml.ts';
import { childOf, elementsOf, numberOf, stringOf } from './elements.ts';
import { type Item, prefixed } from './items.ts';
import { formatNumber } from './number-format.ts';
import { type Relationships, relatedPart } from './package.ts';
import type { ParagraphText } from './paragraph-text.ts';
import type { NoteKind, NoteMarks, Reading, Remarks } from './reading.ts';
import { readStory } from './stories.ts';

/** Notes count from 1 in digits and endnotes in small Roman numbers, unless settings.xml says otherwise (17.11.17). */
export const createNoteMarks = (settings: XmlElement | undefined): NoteMarks => {
  const of = (kind: NoteKind, format: string) => {
    const properties = childOf(settings, `w:${kind}Pr`);
    return { format: stringOf(properties, 'w:numFmt') ?? format, next: numberOf(properties, 'w:numStart') ?? 1 };
  };
  const counts = { footnote: of('footnote', 'decimal'), endnote: of('endnote', 'lowerRoman') };
  return {
    next: (kind) => {
      const count = counts[kind];
      const mark = formatNumber(count.next, count.format);
      count.next += 1;
      return mark;
    },
  };
};

/** Where the notes and comments of the main part stand. */
const NONE: Relationships = new Map();
const PARTS = { footnote: 'footnotes', endnote: 'endnotes', comment: 'comments' } as const;
type RemarkKind = keyof typeof PARTS;
/** A comment says what it is about, as far as that is short. */
const MAX_SUBJECT = 80;

/** `endnotes` is what stands at the end of the document, as far as it has been referred to. */
export const createRemarks = (
  reading: Reading,
  main: string,
  relationships: Relationships,
): Remarks & { endnotes(): readonly Item[] } => {
  const parts = new Map<RemarkKind, { elements: Map<string, XmlElement>; relationships: Relationships }>();
  const seen = new Set<string>();
  const atEnd: Item[] = [];

  const load = (kind: RemarkKind) => {
    const known = parts.get(kind);
    if (known !== undefined) return known;
    const name = relatedPart(main, relationships, PARTS[kind]);
    const elements = new Map<string, XmlElement>();
    const root = name === undefined ? undefined : reading.package.xml(name);
    for (const element of elementsOf(root)) {
      const id = attribute(element, 'w:id');
      // Lines that part notes from the text are stored like notes.
      const type = attribute(element, 'w:type') ?? 'normal';
      if (element.name === `w:${kind}` && id !== undefined && type === 'normal') elements.set(id, element);
    }
    const loaded = { elements, relationships: name === undefined ? NONE : reading.package.relationships(name) };
    parts.set(kind, loaded);
    return loaded;
  };

  const read = (kind: RemarkKind, id: string, prefixOf: (element: XmlElement) => string): readonly Item[] => {
    const { elements, relationships } = load(kind);
    const element = elements.get(id);
    if (element === undefined || seen.has(`${kind} ${id}`)) return [];
    seen.add(`${kind} ${id}`);
    const role = kind === 'comment' ? 'comment' : 'footnote';
    const items = readStory(reading, element, { relationships, role, remarks });
    const first = items.findIndex((item) => item.type === 'block' && item.content.text.trim() !== '');
    return items.map((item, index) =>
      index === first && item.type === 'block' ? prefixed(trimmed(item), prefixOf(element)) : item,
    );
  };

  const remarks: Remarks & { endnotes(): readonly Item[] } = {
    of: (paragraph) => {
      const items: Item[] = [];
      for (const { id, mark } of paragraph.footnotes) {
        const [kind = 'footnote', number = ''] = id.split(' ', 2) as [NoteKind, string];
        const note = read(kind, number, () => (mark === '' ? '' : `[${mark}] `));
        pushAll(kind === 'endnote' ? atEnd : items, note);
      }
      for (const [id, comment] of paragraph.comments) {
        if (comment.to < 0) continue;
        pushAll(
          items,
          read('comment', id, (element) => introduction(element, paragraph, comment)),
        );
      }
      return items;
    },
    endnotes: () => atEnd,
  };
  return remarks;
};

const trimmed = <One extends Extract<Item, { type: 'block' }>>(item: One): One => {
  const from = item.content.text.search(/\S/);
  return from <= 0 ? item : { ...item, content: part(item.content, from, item.content.text.length), breaks: [] };
};

/** "Ann (on “30 days”): " */
const introduction = (
  comment: XmlElement,
  { text }: ParagraphText,
  { from, to }: { readonly from: number; readonly to: number },
): string => {
  const author = (attribute(comment, 'w:author') ?? '').trim().slice(0, MAX_SUBJECT);
  const subject = text.slice(from, to).replace(/\s+/g, ' ').trim();
  const about = subject === '' || subject.length > MAX_SUBJECT || subject === text.trim() ? '' : `on “${subject}”`;
  if (author === '') return about === '' ? '' : `(${about}) `;
  return about === '' ? `${author}: ` : `${author} (${about}): `;
};
