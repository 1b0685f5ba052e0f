import type { ParsedDocumentInput } from '../../../core/document/parsed.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { ParseContext } from '../../../core/ports/parser.ts';
import { readPictureDocument } from '../shared/ocr/document.ts';
import { plausibleDpi, reductionOf } from '../shared/ocr/scale.ts';
import { readChunks } from './chunks.ts';
import { decodePng } from './decode.ts';

export async function readPng(bytes: Uint8Array, context: ParseContext): Promise<ParsedDocumentInput> {
  const { maxBytes, maxPixels } = context.limits;
  if (bytes.length === 0) throw new DossierError('empty');
  if (bytes.length > maxBytes) throw new DossierError('too_large', { bytes: bytes.length, limit: maxBytes });
  const png = readChunks(bytes);
  const { width, height } = png.header;
  if (width * height > maxPixels)
    throw new DossierError('too_many_pixels', { pixels: width * height, limit: maxPixels });
  const factor = reductionOf(width, height);
  const raster = await decodePng(png, factor);
  return readPictureDocument({ raster, dpi: plausibleDpi(png.dpi, width, height) / factor }, context);
}
