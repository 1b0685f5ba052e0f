import type { ParsedDocumentInput, ParseWarning } from '../../core/document/parsed.ts';
import { DossierError } from '../../core/errors/error.ts';
import { definePlugin } from '../../core/plugin/define.ts';
import type { ParseLimits, Parser } from '../../core/ports/parser.ts';
import { DOCX, ENCRYPTED } from '../../core/sniff/sniff.ts';
import type { ElementStyle } from './shared/html/blocks.ts';
import { attribute } from './shared/html/tree.ts';
import { checkedEntries, readPart } from './shared/unpacked.ts';

/** Prefix of the ids that mammoth gives to notes and comments, so that no bookmark of the document is taken for one. */
const ID_PREFIX = 'dossier-note-';
const NOTE = /^dossier-note-(?:footnote|endnote)-\d+$/;
const COMMENT = /^dossier-note-comment-\d+$/;
/** "↑", which leads back from a note, and the marks in the text that lead to comments. */
const BACK = /^#dossier-note-(?:footnote|endnote|comment)-ref-/;
const COMMENT_MARK = /^dossier-note-comment-ref-/;

/** Styles that mammoth does not know by itself. The document's own map is not used: it comes with the hostile bytes. */
const STYLE_MAP = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  'comment-reference => sup',
  ...[7, 8, 9].map((level) => `p[style-name='heading ${level}'] => div.heading-${level}:fresh`),
];

const parser: Parser = {
  score: ({ mediaType }) => {
    if (mediaType === DOCX) return 0.9;
    // Of the wrapper of protected files, Word, Excel and PowerPoint alike, nothing but that can be told.
    return mediaType === ENCRYPTED ? 0.5 : 0;
  },
  parse: (bytes, { limits }) => readDocx(bytes, limits),
};

const readDocx = async (bytes: Uint8Array, limits: ParseLimits): Promise<ParsedDocumentInput> => {
  if (bytes[0] === 0xd0) throw new DossierError('encrypted');
  const entries = checkedEntries(bytes, limits.maxUnpackedBytes);
  const main = readPart(bytes, entries, mainPart(readPart(bytes, entries, '_rels/.rels')));
  if (main === '') throw new DossierError('damaged');
  const html = await toHtml(bytes);
  const { readHtml } = await import('./shared/html/blocks.ts');
  const { text, blocks } = readHtml(html, limits.maxCharacters, noteStyle);
  const title = titleOf(readPart(bytes, entries, 'docProps/core.xml'));
  return {
    text,
    blocks,
    pages: [{ number: 1, charStart: 0, charEnd: text.length }],
    ...(title === undefined ? {} : { title }),
    warnings: trackedChanges(main),
  };
};

/** Where the package says that the text is: usually, but not always, word/document.xml. */
const mainPart = (relations: string): string => {
  const relation = relations.match(/<Relationship\b[^>]*\/officeDocument"[^>]*>/)?.[0] ?? '';
  return /\bTarget="\/?([^"]+)"/.exec(relation)?.[1] ?? 'word/document.xml';
};

const toHtml = async (bytes: Uint8Array): Promise<string> => {
  const { default: mammoth } = await import('mammoth');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: STYLE_MAP,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        idPrefix: ID_PREFIX,
        convertImage,
      },
    );
    return value;
  } catch (thrown) {
    throw new DossierError('damaged', {}, { cause: thrown });
  }
};

/** What mammoth's HTML says by ids: notes, comments and the marks that lead to them. */
const noteStyle: ElementStyle = (element) => {
  const id = attribute(element, 'id') ?? '';
  if (element.tagName === 'li' && NOTE.test(id)) return { kind: 'footnote' };
  if (element.tagName === 'dt' && COMMENT.test(id)) return 'skip';
  if (element.tagName === 'dd') return { kind: 'comment' };
  if (element.tagName === 'a' && (BACK.test(attribute(element, 'href') ?? '') || COMMENT_MARK.test(id))) return 'skip';
  const level =
    element.tagName === 'div' ? /^heading-([7-9])$/.exec(attribute(element, 'class') ?? '')?.[1] : undefined;
  return level === undefined ? undefined : { kind: 'heading', level: Number(level) };
};

const trackedChanges = (main: string): ParseWarning[] =>
  /<w:(?:ins|del|moveFrom|moveTo)[\s>]/.test(main)
    ? [
        {
          code: 'tracked-changes',
          message: 'The document has tracked changes; the text is read as if all of them were accepted.',
        },
      ]
    : [];

const titleOf = (properties: string): string | undefined => {
  const value = /<dc:title[^>]*>([^<]{1,500})<\/dc:title>/.exec(properties)?.[1]?.trim();
  if (value === undefined || value === '') return undefined;
  return value.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export const plugin = definePlugin({
  name: 'docx',
  version: '1.0.0',
  summary: 'Reads Word documents (.docx): headings, lists, tables, notes and comments.',
  provides: ['parser'],
  setup: () => ({ parser }),
});
