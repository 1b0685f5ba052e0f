import type { CorpusDocument } from './corpus.ts';

/** A stretch of a corpus document, in UTF-16 code units of its file. */
export type Place = { readonly document: string; readonly start: number; readonly end: number };

/** Where the system says that something stands. */
export type Found = {
  readonly document_id: string;
  readonly start: number;
  readonly end: number;
  /** The words there, to check that both count alike. */
  readonly text: string;
};

/** Translates between the corpus' documents and the system's. */
export type Places = {
  /** The system's document for the corpus' one, undefined where it could not be read. */
  systemId(document: string): string | undefined;
  /**
   * The same place in the corpus' files. Files of the same bytes are one document of the system: a passage of it
   * stands in each of them, or in the one that was asked.
   */
  inCorpus(found: Found, asked: string | null): readonly Place[];
  /** How many places so far did not hold the words that the system said. */
  readonly mismatches: number;
};

const BYTE_ORDER_MARK = '\uFEFF';

export const createPlaces = (documents: readonly CorpusDocument[], systemIds: ReadonlyMap<string, string>): Places => {
  const bySystemId = Map.groupBy(
    documents.filter(({ id }) => systemIds.has(id)),
    ({ id }) => systemIds.get(id) ?? '',
  );
  let mismatches = 0;
  return {
    systemId: (document) => systemIds.get(document),
    inCorpus(found, asked) {
      const files = bySystemId.get(found.document_id) ?? [];
      return files
        .filter(({ id }) => asked === null || id === asked)
        .map(({ id, text }) => {
          // The system's text begins after the mark, the corpus' offsets count it.
          const shift = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
          const place = { document: id, start: found.start + shift, end: found.end + shift };
          if (text.slice(place.start, place.end) !== found.text) mismatches += 1;
          return place;
        });
    },
    get mismatches() {
      return mismatches;
    },
  };
};
