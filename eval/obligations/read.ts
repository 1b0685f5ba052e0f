import { chunkDocument } from '../../core/chunking/chunk.ts';
import { parsedDocumentSchema } from '../../core/document/parsed.ts';
import type { ReadDocument } from '../../core/ports/detector.ts';
import { readDocument } from '../../core/reading/read-document.ts';
import type { Span } from '../../core/text/span.ts';
import type { Case } from './cases.ts';

/** A duty as it was read; `DutyReading` of the obligation agent is one. */
export type ReadDuty = {
  readonly party: string;
  readonly modality: string;
  readonly action: string;
  readonly counterparty: string | undefined;
  readonly condition: string | undefined;
  readonly trigger: string | undefined;
  readonly deadlineWords: readonly Span[];
};

/** The sentence as a document of its own, of the kind and with the parties that the case gives. */
export const documentOf = ({ id, text, document: kind, parties }: Case): ReadDocument => {
  const place = { charStart: 0, charEnd: text.length };
  const parsed = parsedDocumentSchema.parse({
    text,
    pages: [{ number: 1, ...place, source: 'text' }],
    blocks: [{ kind: 'paragraph', page: 1, ...place }],
  });
  const source = { documentId: id, version: 1, name: `${id}.txt`, title: undefined, parsed };
  const passages = chunkDocument({ documentId: id, version: 1, sha256: '0'.repeat(64), parsed });
  return readDocument(
    { ...source, passages, clauses: undefined },
    {
      kind,
      kindProbability: 1,
      parties: parties.map(({ name, aliases }) => ({ name, aliases, introduced: { start: 0, end: 0 } })),
    },
  );
};
