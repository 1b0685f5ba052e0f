import type { ParsedDocumentInput } from '../document/parsed.ts';

/** What is known of a file before any parser has read it. Found from its bytes, never from its name alone. */
export type SniffedFile = {
  /** The media type that the leading bytes and the container's contents show, for example "application/pdf". */
  readonly mediaType: string;
  /** Lower-case extension without the dot, '' where there is none: a hint to tell text formats apart, no more. */
  readonly extension: string;
  readonly byteLength: number;
  /** The first bytes of the file, at most 64 KiB. */
  readonly head: Uint8Array;
};

export type ParseContext = {
  /** The name that the file was given, for messages and titles. Never a path to open. */
  readonly name: string;
  readonly limits: ParseLimits;
  readonly ocr: OcrSettings;
  /** Says how far a long read has come, 0 to 1. */
  progress(fraction: number): void;
  /**
   * Says that the characters of one more page or picture are about to be recognized, which takes seconds: it gets
   * time of its own from the host. Called at most `ocr.maxPages` times for a file.
   */
  recognizing(): void;
};

/** How characters are recognized where a file holds pictures of text. */
export type OcrSettings = {
  /** Tesseract's names ("eng", "deu"), the likeliest first. None: nothing is recognized. */
  readonly languages: readonly string[];
  /** Pages or pictures of one file that are recognized; what is beyond is named in a warning. */
  readonly maxPages: number;
};

/** Caps that a parser keeps by itself; the process around it enforces time and memory. */
export type ParseLimits = {
  readonly maxBytes: number;
  readonly maxPages: number;
  readonly maxCharacters: number;
  /** Bytes that a container (DOCX) may unpack to in all. */
  readonly maxUnpackedBytes: number;
  /** Width times height of one picture, as its header states it and before anything is decoded. */
  readonly maxPixels: number;
  /** Cells of all sheets together that hold something, as far as they are read. */
  readonly maxCells: number;
  /** Levels of what stands in one another inside one file: elements, lists, parts of a message. */
  readonly maxNesting: number;
};

/**
 * Reads one kind of file. Called in a process of its own without network, file writes or children,
 * never in the server. It may be called for many files one after another; it keeps nothing between them.
 *
 * `parse` throws a coded error (`encrypted`, `damaged`, `empty`, `too_large`, …) for a file that is no good;
 * anything else that it throws is reported as `damaged`.
 */
export type Parser = {
  /** 0 = not mine, 1 = certainly mine. The best score wins; an external plugin wins a tie. Must not throw. */
  score(file: SniffedFile): number;
  parse(bytes: Uint8Array, context: ParseContext): Promise<ParsedDocumentInput>;
};
