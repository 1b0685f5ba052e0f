import type { Principal } from '../identity/principal.ts';
import type { Box, ParsedDocument } from './parsed.ts';
import type { Passage } from './passage.ts';
import type { StoredDocument } from './record.ts';

/** A claim's proof: a verbatim quote and where it stands. */
export type Evidence = {
  readonly documentId: string;
  readonly version: number;
  /** UTF-16 code units in the document's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** 1-based page on which it begins. */
  readonly page: number;
  /** `text.slice(start, end)`, verbatim. */
  readonly quote: string;
  /** One box per line of the quote where the format has positions. */
  readonly boxes?: readonly Box[];
};

/** Documents as agents read them. */
export type Documents = {
  /** undefined where the workspace has no such document. */
  get(principal: Principal, documentId: string): Promise<StoredDocument | undefined>;
  /** Documents that can be searched, by name; `ids` narrows it down. */
  ready(principal: Principal, ids?: readonly string[]): Promise<readonly StoredDocument[]>;
  /** Text and structure of a version; undefined when it has been replaced or removed. */
  parsed(principal: Principal, documentId: string, version: number): Promise<ParsedDocument | undefined>;
  /**
   * The evidence at these offsets, read from the stored text: undefined when the version is gone, the offsets are
   * outside it, or the text there is not `quote`. What comes back can be shown; what does not is dropped.
   */
  verify(
    principal: Principal,
    claim: { documentId: string; version: number; start: number; end: number; quote: string },
  ): Promise<Evidence | undefined>;
  /** Where a passage's own quote stands, found by its text when only the words are known. */
  locate(principal: Principal, passage: Passage, quote: string): Promise<Evidence | undefined>;
};
