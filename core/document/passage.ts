import type { Span } from '../text/span.ts';

/** Kinds of block that never share a passage with others, because they speak for somebody else. */
export const passageParts = ['comment', 'quoted-history'] as const;
export type PassagePart = (typeof passageParts)[number];

/** A table's row, in the document's offsets. It is read as a unit. */
export type PassageRow = Span & {
  /** Whether its table names its columns. Where none does, each row is a label and what it stands for. */
  readonly named: boolean;
};

/**
 * A chunk of a document as it is indexed. `text` is `document.text.slice(charStart, charEnd)`, verbatim.
 * The id is stable: the same document, bytes, parser and chunker give the same ids.
 */
export type Passage = {
  readonly id: string;
  readonly documentId: string;
  /** The document's version that it belongs to, from 1. */
  readonly version: number;
  /** 0-based position among the document's passages. */
  readonly index: number;
  /** 1-based page on which it begins. */
  readonly page: number;
  /** UTF-16 code units in the document's text, end exclusive. At most 2,000 apart. */
  readonly charStart: number;
  readonly charEnd: number;
  readonly text: string;
  /** Headings above it, outermost first. */
  readonly headingPath: readonly string[];
  /** Rows of tables in it, in order; without those that name the columns. Absent where there are none. */
  readonly rows?: readonly PassageRow[];
  /** What the columns of these rows are called, verbatim: the header rows of their tables, one line each. */
  readonly columns?: string;
  /** In a spreadsheet: where its cells stand, "Fees!A2:C14". */
  readonly range?: string;
  /** Where it is not the document's own voice: a reviewer's comment, the history quoted below an e-mail. */
  readonly part?: PassagePart;
  readonly source: 'text' | 'ocr';
  /** Mean word confidence, 0 to 100, where source is ocr. */
  readonly ocrConfidence?: number;
};
