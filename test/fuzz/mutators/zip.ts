import { inflateRawSync } from 'node:zlib';
import type { Random } from '../../../bench/material/random.ts';
import { packedBytes, readZipDirectory } from '../../../core/sniff/zip.ts';
import { makeZip } from '../../core/sniff/containers.ts';
import { byteMutators } from './bytes.ts';
import { extremeInteger } from './extremes.ts';
import type { Mutate, Mutators } from './mutator.ts';
import { xmlMutators } from './xml.ts';

type Part = readonly [name: string, content: Uint8Array];

const MOST_UNPACKED = 32 * 2 ** 20;

/** The parts that can be unpacked; undefined where there are none. */
const unpackZip = (bytes: Uint8Array): Part[] | undefined => {
  const parts: Part[] = [];
  for (const entry of readZipDirectory(bytes) ?? []) {
    const packed = packedBytes(bytes, entry);
    if (packed === undefined) continue;
    try {
      const content = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: MOST_UNPACKED });
      parts.push([entry.name, new Uint8Array(content)]);
    } catch {
      // What is broken already stays out.
    }
  }
  return parts.length === 0 ? undefined : parts;
};

const onParts =
  (change: (parts: Part[], random: Random, other: readonly Part[]) => readonly Part[] | undefined): Mutate =>
  (bytes, random, other) => {
    const parts = unpackZip(bytes);
    const changed = parts && change(parts, random, unpackZip(other) ?? []);
    return changed && makeZip(changed);
  };

const isXml = ([name]: Part): boolean => /\.(?:xml|rels)$/.test(name);

/** Some XML part: every second time one that holds the document itself. */
const somePart = (parts: readonly Part[], random: Random): number => {
  const main =
    /^(?:word\/(?:document|footnotes|comments|numbering|styles|header\d*)|xl\/(?:workbook|sharedStrings|styles|worksheets\/.*))\.xml$/;
  const wanted = random.below(4) > 0 ? ([name]: Part) => main.test(name) : isXml;
  const places = parts.flatMap((part, index) => (wanted(part) ? [index] : []));
  return places.length > 0 ? random.pick(places) : random.below(parts.length);
};

const NAMES = ['../../../etc/passwd', '/etc/passwd', 'C:\\x', 'word/../word/document.xml', 'a\0b', '__proto__', ''];

/** ZIP containers of office files: parts and what is in them, packed again with right checksums. */
export const zipMutators: Mutators = {
  ...Object.fromEntries(
    Object.entries(xmlMutators).map(([name, mutate]) => [
      `in a part: ${name}`,
      onParts((parts, random) => {
        const at = somePart(parts, random);
        const [part, content] = parts[at] as Part;
        const changed = mutate(content, random, content);
        return changed && parts.with(at, [part, changed]);
      }),
    ]),
  ),
  'in a part: bytes': onParts((parts, random) => {
    const at = random.below(parts.length);
    const [part, content] = parts[at] as Part;
    if (content.byteLength === 0) return undefined;
    const changed = random.pick(Object.values(byteMutators))(content, random, content);
    return changed && parts.with(at, [part, changed]);
  }),
  'leave out a part': onParts((parts, random) => parts.toSpliced(random.below(parts.length), 1)),
  'have a part twice': onParts((parts, random) => [...parts, random.pick(parts)]),
  'swap the contents of two parts': onParts((parts, random) => {
    const [one, two] = [somePart(parts, random), somePart(parts, random)];
    const [first, second] = [parts[one] as Part, parts[two] as Part];
    return parts.with(one, [first[0], second[1]]).with(two, [second[0], first[1]]);
  }),
  'take a part of another': onParts((parts, random, other) => {
    if (other.length === 0) return undefined;
    const [name, content] = random.pick(other);
    const at = parts.findIndex(([known]) => known === name);
    return at < 0 ? [...parts, [name, content] as const] : parts.with(at, [name, content]);
  }),
  'rename a part': onParts((parts, random) => {
    const at = random.below(parts.length);
    return parts.with(at, [random.pick([...NAMES, random.pick(parts)[0]]), (parts[at] as Part)[1]]);
  }),
  'put the archive into itself': (bytes) => {
    const parts = unpackZip(bytes);
    return parts && makeZip([...parts, ['word/embeddings/archive.docx', bytes]]);
  },
  'change a field of the directory': (bytes, random) => {
    const directory = Buffer.from(bytes).indexOf('PK\x01\x02', 'latin1');
    if (directory < 0) return undefined;
    const changed = bytes.slice();
    const view = new DataView(changed.buffer);
    // Flags, method, checksum, sizes, lengths and offset: APPNOTE 4.3.12.
    const [offset, width] = random.pick([
      [8, 2],
      [10, 2],
      [16, 4],
      [20, 4],
      [24, 4],
      [28, 2],
      [30, 2],
      [32, 2],
      [42, 4],
    ] as const);
    const value = extremeInteger(random);
    if (directory + offset + width > changed.byteLength) return undefined;
    if (width === 2) view.setUint16(directory + offset, value & 0xffff, true);
    else view.setUint32(directory + offset, value, true);
    return changed;
  },
};
