/** How the camera was held, and what it says of its resolution. */
export type Exif = {
  /** 1 upright; 2 to 8 as in Exif 2.3, 4.6.4 A: 3 upside down, 6 and 8 on a side, the others mirrored. */
  readonly orientation: number;
  readonly dpi: number | undefined;
};

const ORIENTATION = 0x0112;
const X_RESOLUTION = 0x011a;
const Y_RESOLUTION = 0x011b;
const RESOLUTION_UNIT = 0x0128;
const CENTIMETRE = 3;
const CENTIMETRES_PER_INCH = 2.54;
const MOST_ENTRIES = 512;

/** Reads the first directory of the TIFF structure that follows "Exif\0\0". undefined where there is none. */
export function readExif(bytes: Uint8Array): Exif | undefined {
  if (bytes.length < 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const little = order === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > bytes.length) return undefined;
  const count = Math.min(view.getUint16(directory, little), MOST_ENTRIES);
  const shorts = new Map<number, number>();
  const ratios = new Map<number, number>();
  for (let index = 0; index < count; index++) {
    const at = directory + 2 + 12 * index;
    if (at + 12 > bytes.length) break;
    const tag = view.getUint16(at, little);
    shorts.set(tag, view.getUint16(at + 8, little));
    const place = view.getUint32(at + 8, little);
    if (place + 8 <= bytes.length) {
      ratios.set(tag, view.getUint32(place, little) / Math.max(view.getUint32(place + 4, little), 1));
    }
  }
  const orientation = shorts.get(ORIENTATION) ?? 1;
  const across = ratios.get(X_RESOLUTION);
  const perInch = shorts.get(RESOLUTION_UNIT) === CENTIMETRE ? CENTIMETRES_PER_INCH : 1;
  return {
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    dpi: across !== undefined && across === ratios.get(Y_RESOLUTION) ? across * perInch : undefined,
  };
}
