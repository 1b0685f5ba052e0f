import type { ChildDocument } from '../../../core/document/parsed.ts';
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
  const packages = [...relationships.values()].filter(({ type, external }) => type === 'package' && !external);
  return documents(parts, new Set([...chunks, ...packages.map(({ target }) => target)]));
};

export const pictures = (parts: Package, relationships: Relationships): ChildDocument[] => {
  const images = [...relationships.values()].filter(isPicture);
  return documents(parts, new Set(images.map(({ target }) => target)));
};

const isPicture = ({ type, external, target }: Relationship): boolean =>
  type === 'image' && !external && /\.(?:png|jpe?g|tiff?|bmp|gif|webp)$/i.test(target);

const documents = (parts: Package, names: ReadonlySet<string>): ChildDocument[] => {
  const children: ChildDocument[] = [];
  for (const name of names) {
    const bytes = parts.bytes(name);
    if (bytes === undefined || bytes.byteLength === 0 || children.length >= MAX_CHILDREN) continue;
    children.push({ name: nameOf(name), bytes: bytes.slice() });
  }
  return children;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u001f\u007f]/g;

const nameOf = (part: string): string => (part.split('/').at(-1) ?? '').replace(CONTROLS, '').slice(0, MAX_NAME);
