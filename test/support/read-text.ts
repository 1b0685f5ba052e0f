import { chunkDocument } from '../../core/chunking/chunk.ts';
import { type ParsedDocument, parsedDocumentSchema } from '../../core/document/parsed.ts';
import type { ClauseReading } from '../../core/ports/clauses.ts';
import type { ReadDocument } from '../../core/ports/detector.ts';
import type { DocumentFacts } from '../../core/reading/facts.ts';
import { readDocument } from '../../core/reading/read-document.ts';
import { textBlocks } from '../../plugins/parsers/shared/paragraphs.ts';

/** A plain text as its parser gives it, on one page. */
export const parseText = (text: string): ParsedDocument => {
  const pages = [{ number: 1, charStart: 0, charEnd: text.length, source: 'text' as const }];
  return parsedDocumentSchema.parse({ text, pages, blocks: textBlocks(text, pages) });
};

type ReadSetup = Partial<DocumentFacts & Pick<ReadDocument, 'documentId' | 'version' | 'name' | 'title'>> & {
  /** Clause types by words of the sentences that state them: `{ 'governing-law': ['laws of Norway'] }`. */
  readonly types?: Readonly<Record<string, readonly string[]>>;
  /** Presence where it is not what the types say. */
  readonly presence?: Readonly<Record<string, number>>;
};

/** A text as detectors read it, with what a clause model would say of it. */
export const readText = (content: string | ParsedDocument, setup: ReadSetup = {}): ReadDocument => {
  const parsed = typeof content === 'string' ? parseText(content) : content;
  const { documentId = 'doc', version = 1, name = 'document.txt', title, types = {}, presence = {} } = setup;
  const { kind = 'other', kindProbability = 1, parties = [] } = setup;
  const passages = chunkDocument({ documentId, version, sha256: '0'.repeat(64), parsed });
  const source = { documentId, version, name, title: title ?? parsed.title, parsed, passages };
  const facts = { kind, kindProbability, parties };
  const plain = readDocument({ ...source, clauses: undefined }, facts);
  const units = plain.units.map(({ start, end, passageId, text }) => ({
    start,
    end,
    passageId,
    types: Object.entries(types)
      .filter(([, words]) => words.some((word) => text.includes(word)))
      .map(([type]) => ({ type, probability: 0.95 })),
  }));
  const known = { ...Object.fromEntries(Object.keys(types).map((type) => [type, 0.97])), ...presence };
  const clauses: ClauseReading = {
    model: 'test',
    units: units.filter((unit) => unit.types.length > 0),
    stated: [],
    presence: Object.entries(known).map(([type, probability]) => ({ type, probability })),
  };
  return readDocument({ ...source, clauses }, facts);
};
