import { DossierError } from '../../../core/errors/error.ts';
import { unicodeEncoding } from '../../../core/sniff/encoding/unicode.ts';
import { checkedEntries, unpackedPart } from '../shared/unpacked.ts';
import { scanXml, xmlAttribute } from './scan.ts';

export type Relationship = {
  readonly id: string;
  /** The last word of its type: "worksheet", "hyperlink", "comments", … */
  readonly type: string;
  /** A part of this package by its full name, or an address outside it. */
  readonly target: string;
  readonly external: boolean;
};

/** The parts of an Office Open XML file ([ECMA-376] Part 2), each unpacked when it is asked for. */
export type OfficePackage = {
  has(name: string): boolean;
  bytes(name: string): Uint8Array | undefined;
  /** '' where there is no such part. */
  xml(name: string): string;
  /** The same in pieces, for parts that may be hundreds of megabytes. */
  pieces(name: string): Iterable<string>;
  relationships(name: string): readonly Relationship[];
};

/** Throws as `checkedEntries` does. */
export const openPackage = (bytes: Uint8Array, maxUnpackedBytes: number): OfficePackage => {
  const entries = checkedEntries(bytes, maxUnpackedBytes);
  // Names of parts are the same in small and capital letters, and some programs write them with backslashes.
  const names = new Map([...entries.keys()].map((name) => [canonical(name), name]));
  const part = (name: string): Uint8Array | undefined => {
    const entry = entries.get(names.get(canonical(name)) ?? '');
    return entry === undefined ? undefined : unpackedPart(bytes, entry);
  };
  const pieces = function* (name: string): Generator<string> {
    const content = part(name);
    if (content === undefined) return;
    const label = unicodeEncoding(content)?.label ?? 'utf-8';
    if (label.startsWith('utf-32')) throw new DossierError('damaged');
    const decoder = new TextDecoder(label);
    for (let at = 0; at < content.byteLength; at += PIECE_BYTES) {
      const stream = at + PIECE_BYTES < content.byteLength;
      yield decoder.decode(content.subarray(at, at + PIECE_BYTES), { stream });
    }
  };
  const xml = (name: string): string => [...pieces(name)].join('');
  return {
    has: (name) => names.has(canonical(name)),
    bytes: part,
    xml,
    pieces,
    relationships: (name) => {
      const slash = name.lastIndexOf('/');
      const folder = name.slice(0, slash + 1);
      return readRelationships(xml(`${folder}_rels/${name.slice(slash + 1)}.rels`), folder);
    },
  };
};

const PIECE_BYTES = 2 ** 22;

const canonical = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

const readRelationships = (source: string, folder: string): Relationship[] => {
  const found: Relationship[] = [];
  scanXml(source, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = xmlAttribute(attributes, 'Target') ?? '';
      const external = xmlAttribute(attributes, 'TargetMode') === 'External';
      found.push({
        id: xmlAttribute(attributes, 'Id') ?? '',
        type: (xmlAttribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        target: external ? target : resolve(folder, target),
        external,
      });
    },
  });
  return found;
};

/** A name relative to a folder, or from the root of the package. Nothing leads out of it. */
const resolve = (folder: string, target: string): string => {
  const path = target.startsWith('/') ? target.slice(1) : folder + target;
  const parts: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.' && step !== '') parts.push(step);
  }
  return parts.join('/');
};
