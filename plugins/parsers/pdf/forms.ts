import type { Box, Word } from '../shared/layout/word.ts';
import type { Pdfium } from '../shared/pdfium.ts';
import { wordsWithin } from './placed-text.ts';
import { keyAt, readText } from './strings.ts';

/** Field types of FPDFAnnot_GetFormFieldType. */
const CHECK_BOX = 2;
const RADIO_BUTTON = 3;
const COMBO_BOX = 4;
const LIST_BOX = 5;
const TEXT = 6;
const SIGNATURE = 7;
/** Form types of FPDF_GetFormType: 2 and 3 are XFA. */
const NO_FORM = 0;
const ACRO_FORM = 1;

/** ISO 32000-1, table 228: flags of text fields, counted from bit 1. */
const MULTILINE = 1 << 12;
const PASSWORD = 1 << 13;

const MAX_OPTIONS = 2000;
const MAX_LABEL = 200;
/** What a program calls a field when nobody named it: "Text12", "undefined_3", "Check Box 7", "f1_02". */
const UNNAMED =
  /^(?:text|txt|field|undefined|fill|untitled|check\s?box|cb|button|radio|group|combo|list|drop\s?down|choice|topmost|sub\s?form|page|row|cell|box|[a-z]{1,2})[\s\d_.-]*$/i;

/** The fields of a file's form. Close it before the file. */
export type Form = {
  /** The form is of the kind XFA, of which a file shows other programs no more than a part. */
  readonly xfa: boolean;
  /** What stands in a widget, as words at its place; 'signature' for one that is signed. */
  read(annotation: number, place: Box): readonly Word[] | 'signature';
  /** What the form calls a widget's field; '' where it has no name for people. */
  label(annotation: number): string;
  close(): void;
};

/** undefined where the file has no form. */
export function openForm(pdfium: Pdfium, document: number): Form | undefined {
  const type = pdfium.FPDF_GetFormType(document);
  if (type === NO_FORM) return undefined;
  // FPDF_FORMFILLINFO of version 2 without a single callback: nothing in the file can make anything happen.
  const info = pdfium.malloc(512);
  pdfium.memory.HEAPU8.fill(0, info, info + 512);
  pdfium.memory.HEAPU8[info] = 2;
  const form = pdfium.FPDFDOC_InitFormFillEnvironment(document, info);
  const label = (annotation: number): string => fieldLabel(pdfium, form, annotation);
  return {
    xfa: type !== ACRO_FORM,
    label,
    read: (annotation, place) => (form === 0 ? [] : readField(pdfium, form, annotation, place, label)),
    close() {
      if (form !== 0) pdfium.FPDFDOC_ExitFormFillEnvironment(form);
      pdfium.free(info);
    },
  };
}

function readField(
  pdfium: Pdfium,
  form: number,
  annotation: number,
  place: Box,
  label: (annotation: number) => string,
): readonly Word[] | 'signature' {
  const type = pdfium.FPDFAnnot_GetFormFieldType(form, annotation);
  const flags = pdfium.FPDFAnnot_GetFormFieldFlags(form, annotation);
  const words = (text: string, wraps: boolean): Word[] => {
    if (text.trim() === '') return [];
    const size = fontSize(pdfium, form, annotation);
    return wordsWithin(text, place, { size, wraps }, { field: { label: label(annotation) } });
  };
  switch (type) {
    case CHECK_BOX:
    case RADIO_BUTTON:
      return words(isOn(pdfium, form, annotation, type) ? '☒' : '☐', false);
    case COMBO_BOX:
      return words(selected(pdfium, form, annotation) || storedValue(pdfium, form, annotation), false);
    case LIST_BOX:
      return words(selected(pdfium, form, annotation), true);
    case TEXT:
      return (flags & PASSWORD) !== 0 ? [] : words(storedValue(pdfium, form, annotation), (flags & MULTILINE) !== 0);
    case SIGNATURE:
      return 'signature';
    default:
      return [];
  }
}

/** Whether the widget shows its button as on; a check box that does not say so is on by the field's value. */
function isOn(pdfium: Pdfium, form: number, annotation: number, type: number): boolean {
  const state = readText(pdfium, (at, bytes) =>
    pdfium.FPDFAnnot_GetStringValue(annotation, keyAt(pdfium, 'AS'), at, bytes),
  );
  const shown = state === '' && type === CHECK_BOX ? storedValue(pdfium, form, annotation) : state;
  return shown !== '' && shown !== 'Off';
}

const storedValue = (pdfium: Pdfium, form: number, annotation: number): string =>
  readText(pdfium, (buffer, bytes) => pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, bytes));

/** The chosen options as the form shows them; the stored value may be a code. */
function selected(pdfium: Pdfium, form: number, annotation: number): string {
  const count = Math.min(pdfium.FPDFAnnot_GetOptionCount(form, annotation), MAX_OPTIONS);
  const labels: string[] = [];
  for (let index = 0; index < count; index++) {
    if (pdfium.FPDFAnnot_IsOptionSelected(form, annotation, index) === 0) continue;
    labels.push(readText(pdfium, (at, bytes) => pdfium.FPDFAnnot_GetOptionLabel(form, annotation, index, at, bytes)));
  }
  return labels.join(', ');
}

function fontSize(pdfium: Pdfium, form: number, annotation: number): number {
  const { scratch, memory } = pdfium;
  if (pdfium.FPDFAnnot_GetFontSize(form, annotation, scratch) === 0) return 0;
  const size = memory.HEAPF32[scratch >> 2] ?? 0;
  return Number.isFinite(size) && size > 0 && size < 1000 ? size : 0;
}

function fieldLabel(pdfium: Pdfium, form: number, annotation: number): string {
  const alternate = readText(pdfium, (at, bytes) =>
    pdfium.FPDFAnnot_GetFormFieldAlternateName(form, annotation, at, bytes),
  );
  const tooltip = alternate.replace(/\s+/g, ' ').trim();
  if (tooltip !== '') return tooltip.length > MAX_LABEL ? '' : tooltip;
  return nameForPeople(readText(pdfium, (at, bytes) => pdfium.FPDFAnnot_GetFormFieldName(form, annotation, at, bytes)));
}

/** "form1[0].tenant_name[0]" is "tenant name"; '' for what only a program calls a field. */
export function nameForPeople(name: string): string {
  const own = (name.split('.').findLast((part) => !part.startsWith('#')) ?? '').replace(/\[\d+\]$/, '');
  const words = own
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\s]+/g, ' ')
    .trim();
  if (words.length > MAX_LABEL || !/\p{L}{2}/u.test(words) || UNNAMED.test(words)) return '';
  return words;
}
