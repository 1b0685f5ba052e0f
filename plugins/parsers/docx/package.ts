import { DossierError } from '../../../core/errors/error.ts';
import type { ParseLimits } from '../../../core/ports/parser.ts';
import { readZipDirectory, type ZipEntry } from '../../../core/sniff/zip.ts';
import { checkedEntries, unpackedPart } from '../shared/unpacked.ts';
import { attribute, readXml, type XmlElement } from '../shared/xml.ts';
import { elementsOf, PREFIXES } from './elements.ts';

export type Relationship = {
  /** The last segment of its type, the same in transitional and strict files: "hyperlink". */
  readonly type: string;
  /** The name of a part, or where `external` what the file says. Nothing outside is ever opened. */
  readonly target: string;
  readonly external: boolean;
};

export type Relationships = ReadonlyMap<string, Relationship>;

/** The parts of an Open Packaging Conventions file (ECMA-376-2), by their names without the leading slash. */
export type Package = {
  xml(part: string, streamed?: ReadonlySet<string>): XmlElement | undefined;
  bytes(part: string): Uint8Array | undefined;
  relationships(part: string): Relationships;
  readonly names: readonly string[];
  /** Characters of the parts read so far that could not be decoded. */
  readonly replaced: number;
};

/** Throws `damaged`, `encrypted`, `unpacks_too_large` or `packed_too_tightly`. */
export const openPackage = (bytes: Uint8Array, limits: ParseLimits): Package => {
  checkedEntries(bytes, limits.maxUnpackedBytes);
  const entries = new Map<string, ZipEntry>();
  const twice = new Set<string>();
  for (const entry of readZipDirectory(bytes) ?? []) {
    const key = keyOf(entry.name);
    if (entries.has(key)) twice.add(key);
    entries.set(key, entry);
  }
  let replaced = 0;

  const partBytes = (name: string): Uint8Array | undefined => {
    const key = keyOf(name);
    const entry = entries.get(key);
    // Of two parts of one name, each reader picks another: there is no text that all see.
    if (twice.has(key)) throw new DossierError('damaged');
    return entry === undefined ? undefined : unpackedPart(bytes, entry);
  };

  const xml = (name: string, streamed?: ReadonlySet<string>): XmlElement | undefined => {
    const content = partBytes(name);
    if (content === undefined) return undefined;
    const decoded = decodeXml(content);
    replaced += decoded.replaced;
    const { maxNesting } = limits;
    return readXml(decoded.text, { prefixes: PREFIXES, maxNesting, ...(streamed === undefined ? {} : { streamed }) });
  };

  const relationships = (part: string): Relationships => {
    const found = new Map<string, Relationship>();
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    for (const element of elementsOf(xml(`${folder}_rels/${part.slice(folder.length)}.rels`))) {
      const id = attribute(element, 'Id');
      const target = attribute(element, 'Target');
      if (element.name !== 'rel:Relationship' || id === undefined || target === undefined) continue;
      const external = attribute(element, 'TargetMode') === 'External';
      const type = (attribute(element, 'Type') ?? '').split('/').at(-1) ?? '';
      found.set(id, { type, external, target: external ? target : resolvePart(folder, target) });
    }
    return found;
  };

  return {
    xml,
    bytes: partBytes,
    relationships,
    names: [...entries.values()].map(({ name }) => name),
    get replaced() {
      return replaced;
    },
  };
};

/**
 * The part that a part leads to by a relationship of this type. Some programs forget to say so: then the one beside it
 * that has the usual name.
 */
export const relatedPart = (part: string, relationships: Relationships, type: string): string | undefined => {
  const found = [...relationships.values()].find((relationship) => relationship.type === type);
  if (found !== undefined) return found.external ? undefined : found.target;
  return `${part.slice(0, part.lastIndexOf('/') + 1)}${type}.xml`;
};

/** Names of parts are the same whatever their case; some programs write the folders of their own system. */
const keyOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

const resolvePart = (folder: string, target: string): string => {
  const path = target.replaceAll('\\', '/').split(/[?#]/, 1)[0] ?? '';
  const segments: string[] = [];
  for (const segment of `${path.startsWith('/') ? '' : folder}${path}`.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(unescapedSegment(segment));
  }
  return segments.join('/');
};

const unescapedSegment = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** XML 1.0, appendix F: by its mark or its zeros, else as it declares, else UTF-8. */
const decodeXml = (bytes: Uint8Array): { readonly text: string; readonly replaced: number } => {
  const text = decoderFor(bytes).decode(bytes);
  let replaced = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) replaced += 1;
  return { text, replaced };
};

const decoderFor = (bytes: Uint8Array): TextDecoder => {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return new TextDecoder('utf-16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return new TextDecoder('utf-16be');
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]{1,40})["']/.exec(head)?.[1];
  // What can be read as far as here in single bytes is no UTF-16, whatever it says.
  if (declared === undefined || /^utf-?16/i.test(declared)) return new TextDecoder();
  try {
    return new TextDecoder(declared);
  } catch {
    throw new DossierError('damaged');
  }
};
