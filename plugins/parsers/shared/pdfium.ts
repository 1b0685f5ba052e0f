import { PDFiumModule } from '@hyzyla/pdfium';

/** The functions of PDFium's C API that the parser calls, as they leave WebAssembly: numbers and pointers only. */
const FUNCTIONS = [
  'malloc',
  'free',
  'FPDF_InitLibraryWithConfig',
  'FPDF_LoadMemDocument',
  'FPDF_CloseDocument',
  'FPDF_GetLastError',
  'FPDF_GetPageCount',
  'FPDF_GetMetaText',
  'FPDF_LoadPage',
  'FPDF_ClosePage',
  'FPDF_GetPageBoundingBox',
  'FPDFPage_GetRotation',
  'FPDF_RenderPageBitmap',
  'FPDFBitmap_CreateEx',
  'FPDFBitmap_FillRect',
  'FPDFBitmap_GetBuffer',
  'FPDFBitmap_GetStride',
  'FPDFBitmap_Destroy',
  'FPDFPage_CountObjects',
  'FPDFPage_GetObject',
  'FPDFPageObj_GetType',
  'FPDFPageObj_GetBounds',
  'FPDFText_LoadPage',
  'FPDFText_ClosePage',
  'FPDFText_CountChars',
  'FPDFText_GetUnicode',
  'FPDFText_HasUnicodeMapError',
  'FPDFText_GetCharBox',
  'FPDFText_GetLooseCharBox',
  'FPDFText_GetCharOrigin',
  'FPDFText_GetTextObject',
  'FPDFText_GetFontSize',
  'FPDFText_GetMatrix',
  'FPDFTextObj_GetTextRenderMode',
  'FPDFTextObj_GetFont',
  'FPDFFont_GetBaseFontName',
  'FPDFFont_GetWeight',
  'FPDFFont_GetAscent',
  'FPDFFont_GetDescent',
  'FPDFPageObj_GetFillColor',
  'FPDFPageObj_GetMatrix',
  'FPDFFormObj_CountObjects',
  'FPDFFormObj_GetObject',
  'FPDFPath_CountSegments',
  'FPDFPath_GetPathSegment',
  'FPDFPath_GetDrawMode',
  'FPDFPathSegment_GetPoint',
  'FPDFPathSegment_GetType',
  'FPDFPathSegment_GetClose',
  'FPDF_GetFormType',
  'FPDFDOC_InitFormFillEnvironment',
  'FPDFDOC_ExitFormFillEnvironment',
  'FPDFPage_Flatten',
  'FPDFPage_GetAnnotCount',
  'FPDFPage_GetAnnot',
  'FPDFPage_CloseAnnot',
  'FPDFPage_RemoveAnnot',
  'FPDFAnnot_GetSubtype',
  'FPDFAnnot_GetFlags',
  'FPDFAnnot_GetRect',
  'FPDFAnnot_HasKey',
  'FPDFAnnot_GetStringValue',
  'FPDFAnnot_CountAttachmentPoints',
  'FPDFAnnot_GetAttachmentPoints',
  'FPDFAnnot_GetLink',
  'FPDFAnnot_GetFileAttachment',
  'FPDFAnnot_GetFormFieldType',
  'FPDFAnnot_GetFormFieldFlags',
  'FPDFAnnot_GetFormFieldName',
  'FPDFAnnot_GetFormFieldAlternateName',
  'FPDFAnnot_GetFormFieldValue',
  'FPDFAnnot_GetFontSize',
  'FPDFAnnot_GetOptionCount',
  'FPDFAnnot_GetOptionLabel',
  'FPDFAnnot_IsOptionSelected',
  'FPDFLink_GetAction',
  'FPDFAction_GetType',
  'FPDFAction_GetURIPath',
  'FPDFDoc_GetAttachmentCount',
  'FPDFDoc_GetAttachment',
  'FPDFAttachment_GetName',
  'FPDFAttachment_GetFile',
] as const;

type Call = (...values: number[]) => number;

export type Pdfium = { readonly [name in (typeof FUNCTIONS)[number]]: Call } & {
  /** WebAssembly memory. The views are replaced whenever it grows: read them from here each time. */
  readonly memory: {
    readonly HEAPU8: Uint8Array;
    readonly HEAPU16: Uint16Array;
    readonly HEAP32: Int32Array;
    readonly HEAPF32: Float32Array;
    readonly HEAPF64: Float64Array;
  };
  /** 64 bytes for what a call writes through a pointer. */
  readonly scratch: number;
};

/** What Emscripten takes besides the package's own options: it writes nothing by itself, errors come as errors. */
const QUIET = { printErr: () => {} } as Parameters<typeof PDFiumModule>[0];

let loaded: Promise<Pdfium> | undefined;

/** The one PDFium of this process. Compiling it takes about 50 ms, so it is kept from file to file. */
export function loadPdfium(): Promise<Pdfium> {
  loaded ??= start();
  return loaded;
}

/** Forgets an instance that trapped: its memory can no longer be trusted, the next file gets a fresh one. */
export function discardPdfium(): void {
  loaded = undefined;
}

async function start(): Promise<Pdfium> {
  const memory = await PDFiumModule(QUIET);
  const exported: Record<string, unknown> = memory.wasmExports;
  const calls: Record<string, unknown> = {};
  for (const name of FUNCTIONS) {
    // Taken from the WebAssembly exports: the package's wrappers check their arguments on each call, and there is a call per character.
    const call = exported[name];
    if (typeof call !== 'function') throw new TypeError(`PDFium does not export ${name}`);
    calls[name] = call;
  }
  const functions = calls as { [name in (typeof FUNCTIONS)[number]]: Call };
  functions.FPDF_InitLibraryWithConfig(0);
  return { ...functions, memory: memory as unknown as Pdfium['memory'], scratch: functions.malloc(64) };
}
