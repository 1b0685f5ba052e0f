import { deflateSync, inflateSync } from 'node:zlib';
import type { Random } from '../../../bench/material/random.ts';
import { assemblePng, type Chunk } from '../../plugins/parsers/png/encode.ts';
import { byteMutators } from './bytes.ts';
import { extremeInteger } from './extremes.ts';
import type { Mutate, Mutators } from './mutator.ts';

const PNG_SIGNATURE_BYTES = 8;

const chunksOf = (bytes: Uint8Array): Chunk[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = PNG_SIGNATURE_BYTES; at + 12 <= bytes.byteLength; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.byteLength) break;
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    chunks.push([type, bytes.slice(at + 8, at + 8 + length)]);
    at += 12 + length;
  }
  return chunks;
};

const isPixels = ([kind]: Chunk): boolean => kind === 'IDAT';

const onChunks =
  (change: (chunks: Chunk[], random: Random) => readonly Chunk[] | undefined): Mutate =>
  (bytes, random) => {
    const chunks = chunksOf(bytes);
    const changed = chunks.length === 0 ? undefined : change(chunks, random);
    return changed && assemblePng(changed);
  };

const onHeader = (change: (header: Uint8Array, random: Random) => void): Mutate =>
  onChunks(([first, ...rest], random) => {
    if (first === undefined || first[1].byteLength < 13) return undefined;
    const header = first[1].slice();
    change(header, random);
    return [[first[0], header], ...rest];
  });

/** PNG (RFC 2083): sizes, kinds of pixels, chunks and what is packed in them. */
export const pngMutators: Mutators = {
  'change the size': onHeader((header, random) => {
    const size = random.pick([extremeInteger(random), random.below(4000), 60_000]);
    new DataView(header.buffer).setUint32(random.pick([0, 4]), size);
  }),
  'change the kind of pixels': onHeader((header, random) => {
    header[random.pick([8, 9, 10, 11, 12])] = random.pick([0, 1, 2, 3, 4, 6, 8, 16, 255]);
  }),
  'leave out a chunk': onChunks((chunks, random) => chunks.toSpliced(random.below(chunks.length), 1)),
  'double a chunk': onChunks((chunks, random) => {
    const at = random.below(chunks.length);
    const copies = Array.from({ length: random.pick([1, 10, 1000]) }, () => chunks[at] as Chunk);
    return copies.length * (chunks[at]?.[1].byteLength ?? 0) > 2 ** 22 ? undefined : chunks.toSpliced(at, 0, ...copies);
  }),
  'lie about a length': (bytes, random) => {
    const chunks = chunksOf(bytes);
    if (chunks.length === 0) return undefined;
    return assemblePng(chunks.slice(0, 1 + random.below(chunks.length)), extremeInteger(random));
  },
  'another chunk': onChunks((chunks, random) => {
    const type = random.pick(['PLTE', 'tRNS', 'iCCP', 'zTXt', 'tEXt', 'acTL', 'fdAT', 'IEND', 'IHDR', 'eXIf']);
    const data = new Uint8Array(random.pick([0, 1, 3, 300, 5000])).map(() => random.below(256));
    return chunks.toSpliced(1 + random.below(chunks.length), 0, [type, data]);
  }),
  'in the pixels: bytes': onChunks((chunks, random) => {
    const at = chunks.findIndex(isPixels);
    if (at < 0) return undefined;
    try {
      const packed = Buffer.concat(chunks.filter(isPixels).map(([, data]) => data));
      const pixels = new Uint8Array(inflateSync(packed, { maxOutputLength: 2 ** 25 }));
      const changed = random.pick(Object.values(byteMutators))(pixels, random, pixels);
      if (changed === undefined) return undefined;
      const data = new Uint8Array(deflateSync(changed));
      return [...chunks.slice(0, at), ['IDAT', data], ...chunks.slice(at).filter((chunk) => !isPixels(chunk))];
    } catch {
      return undefined;
    }
  }),
};

/** Where the segments of a JPEG begin, up to the pixels: offset of the marker (ITU T.81, B.1.1). */
const segmentsOf = (bytes: Uint8Array): number[] => {
  const places: number[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 4 <= bytes.byteLength && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    places.push(at);
    if (bytes[at + 1] === 0xda) break;
  }
  return places;
};

const FRAME = (bytes: Uint8Array) => (at: number) => {
  const marker = bytes[at + 1] ?? 0;
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
};

export const jpegMutators: Mutators = {
  'change the size': (bytes, random) => {
    const frame = segmentsOf(bytes).find(FRAME(bytes));
    if (frame === undefined || frame + 9 > bytes.byteLength) return undefined;
    const changed = bytes.slice();
    const size = random.pick([extremeInteger(random) & 0xffff, random.below(4000), 60_000]);
    new DataView(changed.buffer).setUint16(frame + random.pick([5, 7]), size);
    return changed;
  },
  'change a segment': (bytes, random) => {
    const segments = segmentsOf(bytes);
    if (segments.length === 0) return undefined;
    const changed = bytes.slice();
    const at = random.pick(segments);
    const offset = random.pick([1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 20]);
    if (at + offset < changed.byteLength)
      changed[at + offset] = random.pick([0, 1, 0xff, 0xc0, 0xc2, 0xc4, random.below(256)]);
    return changed;
  },
  'leave out a segment': (bytes, random) => {
    const segments = segmentsOf(bytes);
    const chosen = random.below(segments.length);
    const [from, to] = [segments[chosen], segments[chosen + 1]];
    if (from === undefined || to === undefined) return undefined;
    return new Uint8Array(Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]));
  },
  'double a segment': (bytes, random) => {
    const segments = segmentsOf(bytes);
    const chosen = random.below(segments.length);
    const [from, to] = [segments[chosen], segments[chosen + 1]];
    if (from === undefined || to === undefined) return undefined;
    const copies = Array.from({ length: random.pick([1, 5, 500]) }, () => bytes.subarray(from, to));
    return new Uint8Array(Buffer.concat([bytes.subarray(0, from), ...copies, bytes.subarray(from)]));
  },
};
