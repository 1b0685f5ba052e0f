import { DossierError } from '../../../core/errors/error.ts';

/** PNG (third edition) 11.2.1. */
export type PngHeader = {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colour: Colour;
  readonly interlaced: boolean;
};

export type Colour = 'grey' | 'rgb' | 'palette' | 'grey-alpha' | 'rgb-alpha';

export type PngFile = {
  readonly header: PngHeader;
  /** Triples of red, green and blue. */
  readonly palette: Uint8Array | undefined;
  /** What the tRNS chunk holds. */
  readonly transparency: Uint8Array | undefined;
  readonly dpi: number | undefined;
  /** The compressed picture, in pieces. */
  readonly data: readonly Uint8Array[];
};

const SIGNATURE_BYTES = 8;
const INCHES_PER_METRE = 39.3701;
const COLOURS: Readonly<Record<number, { readonly colour: Colour; readonly depths: readonly number[] }>> = {
  0: { colour: 'grey', depths: [1, 2, 4, 8, 16] },
  2: { colour: 'rgb', depths: [8, 16] },
  3: { colour: 'palette', depths: [1, 2, 4, 8] },
  4: { colour: 'grey-alpha', depths: [8, 16] },
  6: { colour: 'rgb-alpha', depths: [8, 16] },
};

/** Reads what stands around the picture; nothing is unpacked. Throws `damaged`. */
export function readChunks(bytes: Uint8Array): PngFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let header: PngHeader | undefined;
  let palette: Uint8Array | undefined;
  let transparency: Uint8Array | undefined;
  let dpi: number | undefined;
  for (let at = SIGNATURE_BYTES; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at);
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const body = bytes.subarray(at + 8, at + 8 + length);
    at += 12 + length;
    if (header === undefined) {
      if (kind !== 'IHDR') throw new DossierError('damaged');
      header = readHeader(body);
    } else if (kind === 'PLTE') palette = body;
    else if (kind === 'tRNS') transparency = body;
    else if (kind === 'pHYs') dpi = readDpi(body);
    else if (kind === 'IDAT') data.push(body);
    else if (kind === 'IEND') break;
  }
  if (header === undefined || data.length === 0) throw new DossierError('damaged');
  if (header.colour === 'palette' && palette === undefined) throw new DossierError('damaged');
  return { header, palette, transparency, dpi, data };
}

function readHeader(body: Uint8Array): PngHeader {
  if (body.length < 13) throw new DossierError('damaged');
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [bitDepth = 0, type = 0, compression = 0, filter = 0, interlace = 0] = body.subarray(8, 13);
  const colour = COLOURS[type];
  const known = compression === 0 && filter === 0 && interlace <= 1 && colour?.depths.includes(bitDepth) === true;
  if (!known || width === 0 || height === 0 || width > 2 ** 31 - 1 || height > 2 ** 31 - 1) {
    throw new DossierError('damaged');
  }
  return { width, height, bitDepth, colour: colour.colour, interlaced: interlace === 1 };
}

/** Pixels per metre, where they are square and the unit is stated. */
function readDpi(body: Uint8Array): number | undefined {
  if (body.length < 9 || body[8] !== 1) return undefined;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const across = view.getUint32(0);
  return across === view.getUint32(4) ? across / INCHES_PER_METRE : undefined;
}
