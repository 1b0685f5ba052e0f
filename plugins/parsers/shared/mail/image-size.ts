export type ImageSize = { readonly width: number; readonly height: number };

/**
 * Width and height of a picture in pixels as its header states them; undefined for formats and files that do not say.
 * Sources: PNG 11.2.2, GIF89a 18, JPEG (ITU T.81) B.2.2, [MS-WMF] 2.2.2.3 for BMP, the WebP container specification.
 */
export const imageSize = (bytes: Uint8Array): ImageSize | undefined => {
  if (bytes.byteLength < 26) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (magic.startsWith('\x89PNG')) return { width: view.getUint32(16), height: view.getUint32(20) };
  if (magic.startsWith('GIF8')) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (magic.startsWith('BM'))
    return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
  if (magic.startsWith('\xff\xd8')) return jpegSize(view);
  return magic.startsWith('RIFF') && magic.slice(8, 12) === 'WEBP' && bytes.byteLength >= 30
    ? webpSize(view, magic.slice(12))
    : undefined;
};

const jpegSize = (view: DataView): ImageSize | undefined => {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // Fill bytes and markers without a length.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
};

const webpSize = (view: DataView, chunk: string): ImageSize | undefined => {
  if (chunk === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk !== 'VP8X') return undefined;
  const three = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 65536 + 1;
  return { width: three(24), height: three(27) };
};
