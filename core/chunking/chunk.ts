import { createHash } from 'node:crypto';
import { type Page, type ParsedDocument, WORD_STRIDE } from '../document/parsed.ts';
import type { Passage } from '../document/passage.ts';
import type { Span } from '../text/span.ts';
import { trimSpan } from '../text/span.ts';
import { pageAt, stretches } from './blocks.ts';
import { tablesOf } from './tables.ts';
import { type Unit, unitsOf } from './units.ts';

/** Part of every chunk's id: it rises when the same document would be cut differently. */
const CHUNKER_VERSION = 2;

/** Lengths in UTF-16 code units. */
export type ChunkSettings = {
  /** About how long a chunk is. */
  readonly target: number;
  /** A block up to this length is not cut. */
  readonly whole: number;
  /** A chunk shorter than this is joined to its neighbour in the same section where that fits into `whole`. */
  readonly least: number;
  /** No chunk is longer. */
  readonly cap: number;
};

export const chunkSettings: ChunkSettings = { target: 800, whole: 1200, least: 200, cap: 2000 };

export type ChunkInput = {
  readonly documentId: string;
  readonly version: number;
  /** Of the original's bytes. */
  readonly sha256: string;
  readonly parsed: ParsedDocument;
  readonly settings?: ChunkSettings;
};

/**
 * Cuts a document into passages along its structure: at headings, between blocks, between sentences.
 * A sentence is cut only where it is longer than the cap. Passages do not overlap, and together they hold all of
 * the text but white space and running headers and footers (which may stand inside a sentence that runs over a page).
 */
export const chunkDocument = ({
  documentId,
  version,
  sha256,
  parsed,
  settings = chunkSettings,
}: ChunkInput): Passage[] => {
  const tables = tablesOf(parsed);
  return pack(unitsOf(parsed.text, stretches(parsed), settings), settings).map((chunk, index) => {
    const { start, end } = trimSpan(parsed.text, chunk);
    const page = pageAt(parsed, start);
    return {
      id: chunkId(documentId, sha256, start, parsed.text.slice(start, end)),
      documentId,
      version,
      index,
      page,
      charStart: start,
      charEnd: end,
      text: parsed.text.slice(start, end),
      headingPath: chunk.headingPath,
      ...tables({ start, end }),
      ...(chunk.part === undefined ? {} : { part: chunk.part }),
      ...origin(parsed.pages, { start, end }),
    };
  });
};

/** By its text, too: the same file read with other languages, or by another parser, says something else there. */
const chunkId = (documentId: string, sha256: string, start: number, text: string): string =>
  `chk_${createHash('sha256')
    .update(JSON.stringify([documentId, sha256, start, text, CHUNKER_VERSION]))
    .digest('hex')
    .slice(0, 24)}`;

type Chunk = Span & Pick<Unit, 'headingPath' | 'leads' | 'part'>;

const pack = (units: readonly Unit[], settings: ChunkSettings): readonly Chunk[] => {
  const chunks: (Chunk & { readonly begins: boolean })[] = [];
  for (const unit of units) {
    const chunk = chunks.at(-1);
    const length = chunk ? unit.end - chunk.start : 0;
    const limit = chunk?.leads
      ? settings.cap
      : chunk && isShort(chunk, unit, settings)
        ? settings.whole
        : settings.target;
    if (chunk && !unit.begins && length <= limit) {
      const headingPath = chunk.leads ? unit.headingPath : chunk.headingPath;
      chunks[chunks.length - 1] = { ...chunk, end: unit.end, headingPath, leads: unit.leads };
    } else chunks.push(unit);
  }
  return chunks;
};

const isShort = (chunk: Span, unit: Span, { least }: ChunkSettings): boolean =>
  chunk.end - chunk.start < least || unit.end - unit.start < least;

/** Whether the passage was recognized from an image, and how surely: the mean over its words. */
const origin = (pages: readonly Page[], { start, end }: Span): Pick<Passage, 'source' | 'ocrConfidence'> => {
  const recognized = pages.filter((page) => page.source === 'ocr' && page.charStart < end && page.charEnd > start);
  if (recognized.length === 0) return { source: 'text' };
  let sum = 0;
  let count = 0;
  for (const page of recognized) {
    for (const [index, confidence] of (page.wordConfidences ?? []).entries()) {
      const from = page.words?.[index * WORD_STRIDE] ?? 0;
      const to = page.words?.[index * WORD_STRIDE + 1] ?? 0;
      if (from >= end || to <= start) continue;
      sum += confidence;
      count++;
    }
  }
  return count > 0 ? { source: 'ocr', ocrConfidence: sum / count } : { source: 'ocr' };
};
