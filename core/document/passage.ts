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
  readonly source: 'text' | 'ocr';
  /** Mean word confidence, 0 to 100, where source is ocr. */
  readonly ocrConfidence?: number;
};
