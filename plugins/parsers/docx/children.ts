import type { ChildDocument } from '../../../core/document/parsed.ts';
import { oleFile } from './ole-objects.ts';
import type { Package, Relationship, Relationships } from './package.ts';

/** The contract of a parser's result allows so many. */
const MAX_CHILDREN = 1000;
const MAX_NAME = 255;

/** Documents that were put into this one as files, and parts of it that are stored as documents (`chunks`). */
export const embeddedDocuments = (
  parts: Package,
  relationships: Relationships,
  chunks: ReadonlySet<string>,
): ChildDocument[] => {
  const found = [...relationships.values()].filter(({ external }) => !external);
  const packages = found.filter(({ type }) => type === 'package').map(({ target }) => target);
  const objects = found.filter(({ type }) => type === 'oleObject').map(({ target }) => target);
  const children = documents(parts, new Set([...chunks, ...packages]));
  for (const { name, bytes } of documents(parts, new Set(objects))) {
    const file = oleFile(bytes, name);
    if (file !== undefined && children.length < MAX_CHILDREN) children.push({ ...file, name: nameOf(file.name) });
  }
  return children;
};

export const pictures = (parts: Package, relationships: Relationships): ChildDocument[] => {
  const images = [...relationships.values()].filter(isPicture);
  return documents(parts, new Set(images.map(({ target }) => target)));
};

const isPicture = ({ type, external, target }: Relationship): boolean =>
  type === 'image' && !external && /\.(?:png|jpe?g|tiff?|bmp|gif|webp)$/i.test(target);

const documents = (parts: Package, names: ReadonlySet<string>): ChildDocument[] => {
  const children: ChildDocument[] = [];
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.toLowerCase())) continue;
    seen.add(name.toLowerCase());
    const bytes = parts.bytes(name);
    if (bytes === undefined || bytes.byteLength === 0 || children.length >= MAX_CHILDREN) continue;
    children.push({ name: nameOf(name), bytes: bytes.slice() });
  }
  return children;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u001f\u007f]/g;

const nameOf = (part: string): string => (part.split('/').at(-1) ?? '').replace(CONTROLS, '').slice(0, MAX_NAME);
