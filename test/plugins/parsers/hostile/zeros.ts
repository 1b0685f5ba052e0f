import { constants, crc32, deflateRawSync } from 'node:zlib';
import type { RawEntry } from '../../../core/sniff/containers.ts';

const MEGABYTE = 2 ** 20;

/** So many megabytes of zeros as DEFLATE packs them, without packing them: one piece that is repeated (RFC 1951). */
const deflatedZeros = (megabytes: number): Uint8Array => {
  const piece = deflateRawSync(new Uint8Array(MEGABYTE), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: megabytes }, () => piece), Buffer.from([0x03, 0x00])]);
};

/** The same in the frame of zlib (RFC 1950). */
export const packedZeros = (megabytes: number): Uint8Array => {
  const checksum = Buffer.alloc(4);
  // Adler-32 of n zeros: the sum is 1, and the sum of sums n.
  checksum.writeUInt32BE(((((megabytes * MEGABYTE) % 65_521) << 16) >>> 0) | 1);
  return new Uint8Array(Buffer.concat([Buffer.from([0x78, 0xda]), deflatedZeros(megabytes), checksum]));
};

/** The same as an entry of a ZIP archive. */
export const zerosEntry = (name: string, megabytes: number): RawEntry => {
  const zeros = new Uint8Array(MEGABYTE);
  let checksum = 0;
  for (let each = 0; each < megabytes; each += 1) checksum = crc32(zeros, checksum);
  return { name, packed: deflatedZeros(megabytes), method: 8, checksum, statedBytes: megabytes * MEGABYTE };
};
