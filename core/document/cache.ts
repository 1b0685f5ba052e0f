import type { ParsedDocument } from './parsed.ts';

/** Parsed documents that were asked for last, up to so many characters and word positions in all. */
export type ParsedCache = {
  /** Loads it once, however many ask at the same time; a load that fails or finds nothing is not kept. */
  get(key: string, load: () => Promise<ParsedDocument | undefined>): Promise<ParsedDocument | undefined>;
};

export const createParsedCache = (limit: number): ParsedCache => {
  /** Oldest use first. */
  const entries = new Map<string, { readonly document: Promise<ParsedDocument | undefined>; size: number }>();
  let total = 0;

  const drop = (key: string) => {
    total -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  };

  return {
    get(key, load) {
      const known = entries.get(key);
      if (known) {
        entries.delete(key);
        entries.set(key, known);
        return known.document;
      }
      const entry = { document: load(), size: 0 };
      entries.set(key, entry);
      entry.document.then(
        (document) => {
          if (entries.get(key) !== entry) return;
          if (document === undefined) return drop(key);
          entry.size = sizeOf(document);
          total += entry.size;
          for (const oldest of entries.keys()) {
            if (total <= limit || oldest === key) break;
            drop(oldest);
          }
        },
        () => drop(key),
      );
      return entry.document;
    },
  };
};

const sizeOf = ({ text, pages }: ParsedDocument): number =>
  text.length + pages.reduce((sum, { words = [] }) => sum + words.length, 0);
