import { inflateRawSync } from 'node:zlib';
import { DossierError } from '../../../core/errors/error.ts';
import { packedBytes, readZipDirectory, type ZipEntry } from '../../../core/sniff/zip.ts';

/** Office files have a few dozen parts; a thousand pictures are still below this. */
const MAX_ENTRIES = 10_000;
/** Text compresses 20 times at most in practice; only what is made for it goes beyond this, from this size on. */
const MAX_RATIO = 200;
const RATIO_FROM_BYTES = 16 * 2 ** 20;

/**
 * The entries of a ZIP container that is safe to unpack as a whole: each entry is unpacked once into a bounded buffer
 * and dropped, because what the directory states about sizes need not be true.
 * Throws `damaged`, `encrypted`, `unpacks_too_large` or `packed_too_tightly`.
 */
export const checkedEntries = (bytes: Uint8Array, maxUnpackedBytes: number): ReadonlyMap<string, ZipEntry> => {
  const entries = readZipDirectory(bytes);
  if (entries === undefined) throw new DossierError('damaged');
  const tooLarge = (): DossierError => new DossierError('unpacks_too_large', { limit: maxUnpackedBytes });
  if (entries.length > MAX_ENTRIES) throw tooLarge();
  const stated = entries.reduce((sum, entry) => sum + entry.statedBytes, 0);
  if (stated > maxUnpackedBytes) throw tooLarge();
  let unpacked = 0;
  for (const entry of entries) {
    if (entry.encrypted) throw new DossierError('encrypted');
    const tight = Math.max(RATIO_FROM_BYTES, entry.compressedBytes * MAX_RATIO);
    const left = maxUnpackedBytes - unpacked;
    const content = unpackEntry(bytes, entry, Math.min(left, tight));
    if (content === 'too large') {
      if (tight < left) throw new DossierError('packed_too_tightly', { limit: MAX_RATIO });
      throw tooLarge();
    }
    unpacked += content.byteLength;
    if (unpacked > maxUnpackedBytes) throw tooLarge();
  }
  return new Map(entries.map((entry) => [entry.name, entry]));
};

/** The contents of an entry that `checkedEntries` has let pass. */
export const unpackedPart = (bytes: Uint8Array, entry: ZipEntry): Uint8Array => {
  const content = unpackEntry(bytes, entry, Number.MAX_SAFE_INTEGER);
  if (content === 'too large') throw new DossierError('damaged');
  return content;
};

const unpackEntry = (bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array | 'too large' => {
  const packed = packedBytes(bytes, entry);
  if (packed === undefined) throw new DossierError('damaged');
  if (entry.method === 0) return packed.byteLength > limit ? 'too large' : packed;
  if (entry.method !== 8) throw new DossierError('damaged');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(limit, MAX_BUFFER)) });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return 'too large';
    throw new DossierError('damaged', {}, { cause: thrown });
  }
};

/** The largest that zlib accepts here. */
const MAX_BUFFER = 2 ** 32;
