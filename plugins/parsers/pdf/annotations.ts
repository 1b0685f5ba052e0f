import type { Box, Note, Word } from '../shared/layout/word.ts';
import type { Pdfium } from '../shared/pdfium.ts';
import type { Attachments } from './attachments.ts';
import type { Form } from './forms.ts';
import { type LinkArea, readQuads, readTarget } from './links.ts';
import { wordsAt, wordsWithin } from './placed-text.ts';
import { keyAt, readText } from './strings.ts';
import type { PageView } from './view.ts';

/** Subtypes of FPDFAnnot_GetSubtype. */
const LINK = 2;
const FREE_TEXT = 3;
const STAMP = 13;
const POPUP = 16;
const FILE_ATTACHMENT = 17;
const WIDGET = 20;
/** Notes, free text, lines, shapes, marked text, carets and ink: what people comment with. */
const MARKUP = new Set([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 17]);

/** ISO 32000-1, table 165: Hidden and NoView. */
const UNSEEN = 2 | 32;
/** More than people put on a page; a page is read no further than this. */
const MAX_ANNOTATIONS = 5000;
const MAX_AUTHOR = 80;
/** ISO 32000-1, table 181, and what they say. */
const STAMPS = new Map(
  [
    ['Approved', 'NotApproved', 'Experimental', 'AsIs', 'Expired', 'NotForPublicRelease', 'Confidential', 'Final'],
    ['Sold', 'Departmental', 'ForComment', 'TopSecret', 'Draft', 'ForPublicRelease', 'Void', 'Completed'],
  ]
    .flat()
    .map((name) => [name.toLowerCase(), name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')]),
);

/** A stamp or a signature, whose words are only in the picture that is drawn for it. */
export type Seal = {
  readonly place: Box;
  readonly kind: 'stamp' | 'signature';
  /** What the file says besides of a stamp; the name of a signature's field. '' where it says nothing. */
  readonly label: string;
};

/** What was filled into a field or typed over the page, and the rectangle that it was meant for. */
export type Filled = { readonly place: Box; readonly words: readonly Word[] };

export type PageAnnotations = {
  readonly filled: readonly Filled[];
  readonly notes: readonly Note[];
  readonly links: readonly LinkArea[];
  readonly seals: readonly Seal[];
  /** There are more than are read. */
  readonly cut: boolean;
};

type Source = {
  readonly pdfium: Pdfium;
  readonly document: number;
  readonly form: Form | undefined;
  readonly attachments: Attachments;
};

/** What hangs on a page beside its content, in the order of the file. */
export function readAnnotations(source: Source, page: number, view: PageView): PageAnnotations {
  const { pdfium } = source;
  const found: Collected = { filled: [], notes: [], links: [], seals: [] };
  const count = pdfium.FPDFPage_GetAnnotCount(page);
  for (let index = 0; index < Math.min(count, MAX_ANNOTATIONS); index++) {
    const annotation = pdfium.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    try {
      if ((pdfium.FPDFAnnot_GetFlags(annotation) & UNSEEN) === 0) readOne(source, annotation, view, found);
    } finally {
      pdfium.FPDFPage_CloseAnnot(annotation);
    }
  }
  return { ...found, cut: count > MAX_ANNOTATIONS };
}

type Collected = { filled: Filled[]; notes: Note[]; links: LinkArea[]; seals: Seal[] };

function readOne(source: Source, annotation: number, view: PageView, found: Collected): void {
  const { pdfium, document, form, attachments } = source;
  const place = placeOf(pdfium, annotation, view);
  if (place === undefined) return;
  const subtype = pdfium.FPDFAnnot_GetSubtype(annotation);
  if (subtype === LINK) {
    const target = readTarget(pdfium, document, annotation);
    if (target === undefined) return;
    const quads = readQuads(pdfium, annotation).map(view.toReader);
    found.links.push({ target, places: quads.length > 0 ? quads : [place] });
  } else if (subtype === WIDGET) {
    const words = form?.read(annotation, place) ?? [];
    if (words !== 'signature') {
      if (words.length > 0) found.filled.push({ place, words });
    } else if (pdfium.FPDFAnnot_HasKey(annotation, keyAt(pdfium, 'V')) !== 0) {
      found.seals.push({ place, kind: 'signature', label: form?.label(annotation) ?? '' });
    }
  } else if (subtype === STAMP) {
    const name = STAMPS.get(
      textOf(pdfium, annotation, 'Name')
        .replace(/^SB|^SH|^#/, '')
        .toLowerCase(),
    );
    found.seals.push({ place, kind: 'stamp', label: textOf(pdfium, annotation, 'Contents').trim() || (name ?? '') });
  } else if (subtype !== POPUP && MARKUP.has(subtype)) {
    if (subtype === FILE_ATTACHMENT) attachments.add(pdfium.FPDFAnnot_GetFileAttachment(annotation));
    const contents = textOf(pdfium, annotation, 'Contents');
    if (contents.trim() === '') return;
    if (subtype === FREE_TEXT && /TypeWriter/i.test(textOf(pdfium, annotation, 'IT'))) {
      // A form without fields is filled so.
      const setting = { size: 0, wraps: true };
      found.filled.push({ place, words: wordsWithin(contents, place, setting, { field: { label: '' } }) });
      return;
    }
    const author = subtype === FREE_TEXT ? '' : textOf(pdfium, annotation, 'T').replace(/\s+/g, ' ').trim();
    const said = author === '' || author.length > MAX_AUTHOR ? contents : `${author}: ${contents}`;
    found.notes.push({ lines: wordsAt(said, place) });
  }
}

const textOf = (pdfium: Pdfium, annotation: number, key: string): string =>
  readText(pdfium, (at, bytes) => pdfium.FPDFAnnot_GetStringValue(annotation, keyAt(pdfium, key), at, bytes));

/** The rectangle as far as it is on the page; undefined where nothing of it is. */
function placeOf(pdfium: Pdfium, annotation: number, view: PageView): Box | undefined {
  if (pdfium.FPDFAnnot_GetRect(annotation, pdfium.scratch) === 0) return undefined;
  const at = pdfium.scratch >> 2;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = pdfium.memory.HEAPF32.slice(at, at + 4);
  const whole = view.toReader({
    left: Math.min(x1, x2),
    right: Math.max(x1, x2),
    bottom: Math.min(y1, y2),
    top: Math.max(y1, y2),
  });
  const x = Math.max(whole.x, 0);
  const y = Math.max(whole.y, 0);
  const width = Math.min(whole.x + whole.width, view.width) - x;
  const height = Math.min(whole.y + whole.height, view.height) - y;
  // A signature without a place on the page, and other annotations of no size, are not seen.
  return width > 0 && height > 0 && Number.isFinite(width) && Number.isFinite(height)
    ? { x, y, width, height }
    : undefined;
}
