import { DossierError } from '../../../core/errors/error.ts';
import { type Exif, readExif } from './exif.ts';

/** What is known of a JPEG picture before it is decoded. */
export type JpegHeader = {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** Adobe's programs write the four inks inverted, and say in a segment of theirs that they wrote the file. */
  readonly inverted: boolean;
  readonly dpi: number | undefined;
  readonly orientation: Exif['orientation'];
};

const START_OF_SCAN = 0xda;
const END_OF_PICTURE = Uint8Array.of(0xff, 0xd9);
const CENTIMETRES_PER_INCH = 2.54;

/** Reads the segments before the picture (ITU-T T.81, annex B). Throws `damaged`. */
export function readHeader(bytes: Uint8Array): JpegHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let frame: { width: number; height: number; components: number } | undefined;
  let adobe = false;
  let density: number | undefined;
  let exif: Exif = { orientation: 1, dpi: undefined };
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) throw new DossierError('damaged');
    const marker = bytes[at + 1] ?? 0;
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (marker === START_OF_SCAN) break;
    if (isFrame(marker) && body.length >= 6) {
      const of = new DataView(body.buffer, body.byteOffset, body.byteLength);
      frame = { height: of.getUint16(1), width: of.getUint16(3), components: body[5] ?? 0 };
    } else if (marker === 0xe0 && startsWith(body, 'JFIF\0')) density = densityOf(body);
    else if (marker === 0xe1 && startsWith(body, 'Exif\0\0')) exif = readExif(body.subarray(6)) ?? exif;
    else if (marker === 0xee && startsWith(body, 'Adobe')) adobe = true;
    at += 2 + length;
  }
  if (frame === undefined || frame.width === 0 || frame.height === 0) throw new DossierError('damaged');
  if (![1, 3, 4].includes(frame.components)) throw new DossierError('damaged');
  if (!isComplete(bytes, at)) throw new DossierError('damaged');
  const { orientation } = exif;
  return { ...frame, inverted: adobe && frame.components === 4, dpi: density ?? exif.dpi, orientation };
}

/** SOF0 to SOF15 but for the tables that have numbers between them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const startsWith = (body: Uint8Array, text: string): boolean =>
  body.length >= text.length && [...text].every((character, at) => body[at] === character.charCodeAt(0));

/** JFIF 1.02: units (1 per inch, 2 per centimetre, 0 only a ratio), then the densities across and down. */
function densityOf(body: Uint8Array): number | undefined {
  if (body.length < 12) return undefined;
  const units = body[7];
  const across = ((body[8] ?? 0) << 8) | (body[9] ?? 0);
  const down = ((body[10] ?? 0) << 8) | (body[11] ?? 0);
  if (across !== down || (units !== 1 && units !== 2)) return undefined;
  return units === 1 ? across : across * CENTIMETRES_PER_INCH;
}

/**
 * Whether the end is there. A decoder fills what is missing with grey, and nobody would know that half a page is lost.
 * Previews in the segments before the picture have ends of their own, so it is looked for behind them.
 */
const isComplete = (bytes: Uint8Array, scanAt: number): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(END_OF_PICTURE, scanAt) > 0;
