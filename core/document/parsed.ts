import { z } from 'zod';

/**
 * What a parser returns: one text, and everything else as positions in it.
 * All offsets are UTF-16 code units (JavaScript string indices), end exclusive,
 * so `text.slice(charStart, charEnd)` is always the passage that is meant.
 */
const offset = z.int().nonnegative();
const span = { charStart: offset, charEnd: offset };

/** 1-based page number. Formats without pages have the single page 1. */
const pageNumber = z.int().positive();

const cellSchema = z.object({
  ...span,
  /** 0-based column of the cell's left edge. */
  column: z.int().nonnegative(),
  columnSpan: z.int().positive().default(1),
  /** Rows that the cell reaches down, its own included; it stands in the first of them only. */
  rowSpan: z.int().positive().default(1),
  /** Address in a spreadsheet, for example "Fees!C7". */
  address: z.string().optional(),
});

const blockBase = { ...span, page: pageNumber };

const blockSchema = z.discriminatedUnion('kind', [
  z.object({ ...blockBase, kind: z.literal('heading'), level: z.int().min(1).max(9) }),
  z.object({ ...blockBase, kind: z.literal('paragraph') }),
  z.object({ ...blockBase, kind: z.literal('list-item'), level: z.int().min(1), marker: z.string().optional() }),
  z.object({
    ...blockBase,
    kind: z.literal('table-row'),
    /** 0-based index of the table in the document. */
    table: z.int().nonnegative(),
    row: z.int().nonnegative(),
    header: z.boolean(),
    cells: z.array(cellSchema),
  }),
  z.object({ ...blockBase, kind: z.literal('code') }),
  z.object({ ...blockBase, kind: z.literal('caption') }),
  z.object({ ...blockBase, kind: z.literal('footnote') }),
  z.object({ ...blockBase, kind: z.literal('comment') }),
  z.object({ ...blockBase, kind: z.literal('form-field') }),
  /** The history quoted below an e-mail's own body. */
  z.object({ ...blockBase, kind: z.literal('quoted-history') }),
  /** Running header and footer: part of the text, kept out of passages. */
  z.object({ ...blockBase, kind: z.literal('page-header') }),
  z.object({ ...blockBase, kind: z.literal('page-footer') }),
]);

/** Numbers per word in `Page.words`: charStart, charEnd, x, y, width, height. */
export const WORD_STRIDE = 6;

const pageSchema = z.object({
  number: pageNumber,
  ...span,
  /** Page size in points (1/72 inch), as a reader sees the page, rotation applied. */
  width: z.number().positive().optional(),
  height: z.number().positive().optional(),
  /** Whether the characters come from the file or were recognized from an image. */
  source: z.enum(['text', 'ocr']).default('text'),
  /**
   * Positions of the words, flat, `WORD_STRIDE` numbers each, in the order of the text.
   * x and y are the top left corner in points from the page's top left corner, y growing downwards.
   * Where a scan lies on its side or askew, they are where the words are seen on it, not where they would be upright.
   */
  words: z.array(z.number()).optional(),
  /** One figure per word, 0 to 100, only where the page was recognized. */
  wordConfidences: z.array(z.number().min(0).max(100)).optional(),
  /** What a reader would call the page where it has no number, for example a sheet's name. */
  label: z.string().optional(),
});

/** Where a link in the text leads. Nothing is ever fetched from there; `target` is what the file says. */
const linkSchema = z.object({ ...span, target: z.string().min(1).max(2000) });

/** Something the reader should know about a file that could be read. The code is stable, the message is for people. */
export const warningSchema = z.object({ code: z.string().regex(/^[a-z0-9-]+$/), message: z.string() });

/** A document inside the document (an e-mail's attachment). It is sniffed and parsed like any other file. */
const childDocumentSchema = z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) });

export const parsedDocumentSchema = z.object({
  text: z.string(),
  pages: z.array(pageSchema).min(1),
  blocks: z.array(blockSchema),
  title: z.string().optional(),
  /** BCP 47 tag where the file states its language. */
  language: z.string().optional(),
  /** In the order of the text, none inside another. */
  links: z.array(linkSchema).default([]),
  warnings: z.array(warningSchema).default([]),
  children: z.array(childDocumentSchema).default([]),
});

export type Cell = z.infer<typeof cellSchema>;
export type Block = z.infer<typeof blockSchema>;
export type BlockKind = Block['kind'];
export type Page = z.infer<typeof pageSchema>;
export type Link = z.infer<typeof linkSchema>;
export type ParseWarning = z.infer<typeof warningSchema>;
export type ChildDocument = z.infer<typeof childDocumentSchema>;
export type ParsedDocument = z.infer<typeof parsedDocumentSchema>;
/** What a parser may leave out is filled in by the schema. */
export type ParsedDocumentInput = z.input<typeof parsedDocumentSchema>;

/** Where on a page a quote stands; the unit and origin of `Page.words`. */
export const boxSchema = z.object({
  page: pageNumber,
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});
export type Box = z.infer<typeof boxSchema>;
