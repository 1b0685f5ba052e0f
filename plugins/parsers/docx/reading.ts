import type { Counters } from './counters.ts';
import type { Fields } from './fields.ts';
import type { Item } from './items.ts';
import type { Lists } from './numbering.ts';
import type { Package, Relationships } from './package.ts';
import type { Budget, ParagraphText } from './paragraph-text.ts';
import type { Styles } from './styles.ts';

/** What the reader of a document should know of it, as it is found. */
export type Findings = {
  tracked: boolean;
  /** Text that Word is told not to show. */
  hidden: boolean;
  /** Places that nobody has filled in. */
  prompts: number;
  /** Parts of the document that are stored as documents of their own. */
  readonly embedded: Set<string>;
  /** Shows pictures, which are not read here. */
  pictures: boolean;
  /** The first paragraph in the style of a title. */
  title: string | undefined;
  /** Characters in each language, as their runs and styles state it. */
  readonly languages: Map<string, number>;
};

export type NoteKind = 'footnote' | 'endnote';

/** Numbers the notes in the order in which the text refers to them. */
export type NoteMarks = { next(kind: NoteKind): string };

/** Notes and comments, which stand in parts of their own, as they follow what refers to them. Each comes once. */
export type Remarks = { of(paragraph: ParagraphText): readonly Item[] };

/** What one document's parts are read with. */
export type Reading = {
  readonly package: Package;
  readonly styles: Styles;
  readonly lists: Lists;
  readonly counters: Counters;
  readonly noteMarks: NoteMarks;
  readonly budget: Budget;
  readonly maxNesting: number;
  readonly findings: Findings;
};

/** A text that stands by itself: the document's body, a header, a note, a box. */
export type Story = {
  readonly relationships: Relationships;
  readonly fields: Fields;
};
