import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import type { ParsedDocument } from './parsed.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/**
 * What is stored of a parsed document. It names its document and version, so that no two of them ever share a blob
 * and removing one cannot take another's text. Children are documents of their own and are not repeated here.
 */
const envelopeSchema = z.object({
  documentId: z.string(),
  version: z.int(),
  // The blob's name is the hash of its bytes, and only a checked document is ever written:
  // checking hundreds of thousands of word positions again at each read would cost more than reading them.
  parsed: z.custom<ParsedDocument>((value) => typeof value === 'object' && value !== null && 'text' in value),
});

export const encodeParsed = (documentId: string, version: number, parsed: ParsedDocument): Promise<Uint8Array> =>
  compress(JSON.stringify({ documentId, version, parsed: { ...parsed, children: [] } }), { level: 6 });

export const decodeParsed = async (bytes: Uint8Array): Promise<ParsedDocument> =>
  withDefaults(envelopeSchema.parse(JSON.parse((await decompress(bytes)).toString('utf8'))).parsed);

/** What was stored before links were known has none. */
const withDefaults = (parsed: ParsedDocument): ParsedDocument => ({ ...parsed, links: parsed.links ?? [] });
