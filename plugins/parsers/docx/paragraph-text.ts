import type { Link } from '../../../core/document/parsed.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { XmlElement } from '../shared/xml.ts';

/** How many characters may still be read, over all parts of the document together. */
export type Budget = { take(characters: number): void };

export const createBudget = (limit: number): Budget => {
  let taken = 0;
  return {
    take: (characters) => {
      taken += characters;
      if (taken > limit) throw new DossierError('too_much_text', { limit });
    },
  };
};

/** What a paragraph's runs say, as it is read. Paragraphs that a tracked deletion joins are read into one. */
export type ParagraphText = {
  text: string;
  readonly links: Link[];
  /** Where pages begin: offsets, and whether a writer asked for it or Word found it when it last laid out the text. */
  readonly breaks: { readonly at: number; readonly rendered: boolean }[];
  readonly footnotes: { readonly id: string; readonly mark: string }[];
  /** By their ids: which characters they are on. */
  readonly comments: Map<string, { readonly from: number; to: number }>;
  /** Boxes of text, drawings and charts that are anchored here. */
  readonly anchored: XmlElement[];
  /** Characters that are set in bold, that stand in controls which nobody has filled in, and in a table of contents. */
  bold: number;
  prompted: number;
  listed: number;
  /** Holds a field that is there to be filled in. */
  field: boolean;
};

export const createParagraphText = (): ParagraphText => ({
  text: '',
  links: [],
  breaks: [],
  footnotes: [],
  comments: new Map(),
  anchored: [],
  bold: 0,
  prompted: 0,
  listed: 0,
  field: false,
});

export const append = (buffer: ParagraphText, text: string, target: string | undefined): void => {
  const from = buffer.text.length;
  buffer.text += text;
  if (target === undefined) return;
  const last = buffer.links.at(-1);
  if (last !== undefined && last.charEnd === from && last.target === target) last.charEnd = buffer.text.length;
  else if (text.trim() !== '') {
    buffer.links.push({ charStart: from + text.search(/\S/), charEnd: buffer.text.length, target });
  }
};
