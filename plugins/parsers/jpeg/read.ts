import type { ParsedDocumentInput } from '../../../core/document/parsed.ts';
import { DossierError } from '../../../core/errors/error.ts';
import type { ParseContext } from '../../../core/ports/parser.ts';
import { readPictureDocument } from '../shared/ocr/document.ts';
import { plausibleDpi, reductionOf } from '../shared/ocr/scale.ts';
import { decodeJpeg } from './decode.ts';
import { readHeader } from './header.ts';

export async function readJpeg(bytes: Uint8Array, context: ParseContext): Promise<ParsedDocumentInput> {
  const { maxBytes, maxPixels } = context.limits;
  if (bytes.length === 0) throw new DossierError('empty');
  if (bytes.length > maxBytes) throw new DossierError('too_large', { bytes: bytes.length, limit: maxBytes });
  const header = readHeader(bytes);
  const { width, height, dpi } = header;
  if (width * height > maxPixels) {
    throw new DossierError('too_many_pixels', { pixels: width * height, limit: maxPixels });
  }
  const factor = reductionOf(width, height);
  const raster = await decodeJpeg(bytes, header, factor);
  return readPictureDocument({ raster, dpi: plausibleDpi(dpi, width, height) / factor }, context);
}
