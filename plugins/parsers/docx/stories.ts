import { joined, pushAll } from '../shared/content.ts';
import { attribute, type XmlElement } from '../shared/xml.ts';
import { drawnTexts } from './drawings.ts';
import { alternative, childOf, elementsOf, flagOf, stringOf } from './elements.ts';
import { createFields } from './fields.ts';
import { formulaText } from './formulas.ts';
import { createInlineReader } from './inline.ts';
import type { BlockItem, Item } from './items.ts';
import type { Relationships } from './package.ts';
import { createParagraphText, type ParagraphText } from './paragraph-text.ts';
import { labelled, listPosition, paragraphStyle, styleIdOf } from './paragraphs.ts';
import type { Reading, Remarks } from './reading.ts';
import { lookOf, type ParagraphStyle } from './styles.ts';
import { readTable } from './tables.ts';

/** What the paragraphs of a story are: the document's own text, or a note, comment, header or footer. */
export type Role = 'text' | 'footnote' | 'comment' | 'page-header' | 'page-footer';

type StoryOptions = {
  readonly relationships: Relationships;
  readonly role: Role;
  /** Notes and comments that the story refers to. */
  readonly remarks: Remarks;
  /** Called where a section of the document ends, with everything that was read of it. */
  readonly onSection?: (properties: XmlElement, items: Item[]) => void;
};

type Place = { readonly contents: boolean };

/** Reads what stands in a story, the blocks below `parent`, one after another; returns what is left after the last section. */
export const readStory = (reading: Reading, parent: XmlElement, options: StoryOptions): Item[] => {
  const { relationships, role, remarks, onSection } = options;
  const { findings, styles, lists, counters } = reading;
  const read = createInlineReader(reading, { relationships, fields: createFields(reading.maxNesting) });
  let items: Item[] = [];
  /** A paragraph that goes on in the next one. */
  let open: ParagraphText | undefined;

  const blocks = (element: XmlElement, place: Place): void => {
    for (const child of elementsOf(element)) block(child, place);
  };

  const block = (element: XmlElement, place: Place): void => {
    switch (element.name) {
      case 'w:p':
        paragraph(element, place);
        break;
      case 'w:tbl':
        closeOpen(place);
        table(element);
        break;
      case 'w:sdt':
        control(element, place);
        break;
      case 'w:ins':
      case 'w:moveTo':
        findings.tracked = true;
        blocks(element, place);
        break;
      case 'w:del':
      case 'w:moveFrom':
        findings.tracked = true;
        break;
      case 'w:customXml':
      case 'w:smartTag':
        blocks(element, place);
        break;
      case 'mc:AlternateContent': {
        const chosen = alternative(element);
        if (chosen !== undefined) blocks(chosen, place);
        break;
      }
      case 'm:oMath':
      case 'm:oMathPara':
        line(formulaText(element), place);
        break;
      case 'w:altChunk': {
        const chunk = relationships.get(attribute(element, 'r:id') ?? '');
        if (chunk?.external === false) findings.embedded.add(chunk.target);
        break;
      }
      case 'w:sectPr':
        section(element, place);
    }
  };

  const control = (element: XmlElement, place: Place): void => {
    let contents = place.contents;
    for (const child of elementsOf(element)) {
      if (child.name === 'w:sdtPr') {
        if (flagOf(child, 'w:showingPlcHdr')) findings.prompts += 1;
        contents ||= stringOf(childOf(child, 'w:docPartObj'), 'w:docPartGallery') === 'Table of Contents';
      } else if (child.name === 'w:sdtContent') blocks(child, { contents });
    }
  };

  const section = (properties: XmlElement, place: Place): void => {
    closeOpen(place);
    onSection?.(properties, items);
    if (onSection !== undefined) items = [];
  };

  const table = (element: XmlElement): void => {
    const readCell = (cell: XmlElement): Item[] => {
      const outer = items;
      items = [];
      blocks(cell, { contents: false });
      closeOpen({ contents: false });
      const inner = items;
      items = outer;
      return inner;
    };
    const read = readTable(element, { styles, findings, readCell });
    pushAll(items, role === 'text' ? read : read.map(asText));
  };

  /** Rows of headers, footers, notes and comments are lines of them. */
  const asText = (item: Item): Item =>
    item.type === 'block'
      ? item
      : { type: 'block', style: styleOf(), content: joinedRow(item), breaks: [], bold: false };

  const styleOf = () => (role === 'text' ? ({ kind: 'paragraph' } as const) : ({ kind: role } as const));

  const paragraph = (element: XmlElement, place: Place): void => {
    const properties = childOf(element, 'w:pPr');
    const style = styles.paragraph(styleIdOf(properties));
    const mark = childOf(properties, 'w:rPr');
    const buffer = open ?? createParagraphText();
    open = undefined;
    if (flagOf(properties, 'w:pageBreakBefore') ?? style.breaksPage) {
      buffer.breaks.push({ at: buffer.text.length, rendered: false });
    }
    read(element, buffer, style);
    if (childOf(mark, 'w:ins') !== undefined) findings.tracked = true;
    const deleted = childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined;
    findings.tracked ||= deleted;
    const frame = childOf(properties, 'w:framePr');
    const dropped = frame !== undefined && /^(?:drop|margin)$/.test(attribute(frame, 'w:dropCap') ?? '');
    const sectionEnd = childOf(properties, 'w:sectPr');
    if ((deleted || (dropped && buffer.text.length < 4)) && sectionEnd === undefined) open = buffer;
    else finish(buffer, properties, style, place);
    if (sectionEnd !== undefined) section(sectionEnd, place);
  };

  const closeOpen = (place: Place): void => {
    const buffer = open;
    open = undefined;
    if (buffer !== undefined) finish(buffer, undefined, styles.paragraph(undefined), place);
  };

  const finish = (
    buffer: ParagraphText,
    properties: XmlElement | undefined,
    style: ParagraphStyle,
    place: Place,
  ): void => {
    const empty = buffer.text.trim() === '';
    const unseen = empty && (lookOf(childOf(properties, 'w:rPr')).hidden ?? style.hidden ?? false);
    const position = unseen ? undefined : listPosition(properties, style, lists);
    const label = position === undefined ? undefined : counters.next(position.numId, position.level);
    if (label !== undefined) reading.budget.take(label.text.length);
    const list = position === undefined ? undefined : { position, label };
    const own = role === 'text' ? paragraphStyle(properties, style, buffer, list) : styleOf();
    const item = labelled(buffer, label, place.contents && role === 'text' ? { kind: 'page-header' } : own);
    if (role === 'text' && !empty)
      findings.title ??= style.chain.some(({ name }) => name === 'title') ? item.content.text : undefined;
    if (!empty || item.content.text !== '' || item.breaks.length > 0) items.push(item);
    for (const drawing of buffer.anchored) drawn(drawing, place);
    for (const item of remarks.of(buffer)) items.push({ ...item, remark: true });
  };

  const drawn = (drawing: XmlElement, place: Place): void => {
    const { texts, picture } = drawnTexts(drawing, relationships, reading.package);
    findings.pictures ||= picture;
    for (const text of texts) {
      if ('line' in text) line(text.line, place);
      else {
        for (const item of readStory(reading, text.box, { relationships, role, remarks })) {
          const listed = place.contents && item.type === 'block';
          items.push(listed ? { ...item, style: { kind: 'page-header' } } : item);
        }
      }
    }
  };

  const line = (text: string, place: Place): void => {
    if (text.trim() === '') return;
    reading.budget.take(text.length);
    const style = place.contents && role === 'text' ? ({ kind: 'page-header' } as const) : styleOf();
    items.push({ type: 'block', style, content: { text, links: [] }, breaks: [], bold: false });
  };

  blocks(parent, { contents: false });
  closeOpen({ contents: false });
  return items;
};

const joinedRow = ({ cells }: Extract<Item, { type: 'row' }>): BlockItem['content'] => joined(cells, '\t');
