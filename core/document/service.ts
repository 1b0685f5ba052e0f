import type { Principal } from '../identity/principal.ts';
import type { Store } from '../ports/store.ts';
import { compareText } from '../text/order.ts';
import { boxesOf } from './boxes.ts';
import { createParsedCache } from './cache.ts';
import type { Documents, Evidence } from './documents.ts';
import { eachRecord } from './each.ts';
import { locateQuote } from './locate.ts';
import { pageAt } from './pages.ts';
import type { ParsedDocument } from './parsed.ts';
import { decodeParsed } from './parsed-blob.ts';
import { documents, type StoredDocument } from './record.ts';
import { versionOf } from './states.ts';

/** Characters and word positions of parsed documents that are kept in memory; the last one is kept at any size. */
const CACHE_LIMIT = 16_000_000;

/** Documents as agents and capabilities read them, over a store. */
export const createDocuments = (
  { records, blobs }: Pick<Store, 'records' | 'blobs'>,
  { cacheLimit = CACHE_LIMIT }: { readonly cacheLimit?: number } = {},
): Documents => {
  const cache = createParsedCache(cacheLimit);

  const parsed: Documents['parsed'] = async (principal, documentId, version) => {
    const document = await records.get(principal, documents, documentId);
    const sha256 = document && versionOf(document.value, version)?.parsedSha256;
    if (!sha256) return undefined;
    return cache.get(`${principal.workspace}\n${sha256}`, async () => {
      const bytes = await blobs.get(principal, sha256);
      return bytes && decodeParsed(bytes);
    });
  };

  return {
    get: (principal, documentId) => records.get(principal, documents, documentId),
    ready: async (principal, ids) => {
      const found = ids === undefined ? await all(principal) : await named(principal, ids);
      return found
        .filter(({ value }) => value.live !== null)
        .sort((a, b) => compareText(a.value.name, b.value.name) || compareText(a.id, b.id));
    },
    parsed,
    verify: async (principal, { documentId, version, start, end, quote }) => {
      if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end)) return undefined;
      const document = await parsed(principal, documentId, version);
      return document?.text.slice(start, end) === quote && end <= document.text.length
        ? evidenceAt(document, { documentId, version, start, end })
        : undefined;
    },
    locate: async (principal, passage, quote) => {
      const { documentId, version } = passage;
      const document = await parsed(principal, documentId, version);
      const place = document && locateQuote(document.text, quote, passage.charStart, passage.charEnd);
      return place && evidenceAt(document, { documentId, version, ...place });
    },
  };

  async function all(principal: Principal): Promise<StoredDocument[]> {
    const found: StoredDocument[] = [];
    for await (const document of eachRecord(records, principal, documents)) found.push(document);
    return found;
  }

  async function named(principal: Principal, ids: readonly string[]): Promise<StoredDocument[]> {
    const found = await Promise.all([...new Set(ids)].map((id) => records.get(principal, documents, id)));
    return found.filter((document) => document !== undefined);
  }
};

type Place = Pick<Evidence, 'documentId' | 'version' | 'start' | 'end'>;

const evidenceAt = ({ text, pages }: ParsedDocument, place: Place): Evidence => {
  const boxes = boxesOf(pages, place.start, place.end);
  return {
    ...place,
    page: pageAt(pages, place.start)?.number ?? 1,
    quote: text.slice(place.start, place.end),
    ...(boxes.length > 0 ? { boxes } : {}),
  };
};
