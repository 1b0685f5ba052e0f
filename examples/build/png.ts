import { crc32 } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The most that one stored block of DEFLATE holds (RFC 1951, section 3.2.4). */
const STORED = 0xffff;

/**
 * A picture of black and white points as PNG (ISO/IEC 15948). Its data is stored as it is, because what zlib makes of
 * it differs between processors and releases of Node.
 */
export function bilevelPng(picture: {
  readonly width: number;
  readonly height: number;
  readonly dotsPerInch: number;
  isBlack(x: number, y: number): boolean;
}): Uint8Array {
  const { width, height, dotsPerInch } = picture;
  const stride = 1 + Math.ceil(width / 8);
  const data = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * stride + 1 + (x >> 3);
      if (!picture.isBlack(x, y)) data[at] = (data[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // One bit a point, greyscale.
  header.writeUInt8(1, 8);
  const resolution = Buffer.alloc(9);
  const dotsPerMetre = Math.round(dotsPerInch / 0.0254);
  resolution.writeUInt32BE(dotsPerMetre, 0);
  resolution.writeUInt32BE(dotsPerMetre, 4);
  resolution.writeUInt8(1, 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('pHYs', resolution),
    chunk('IDAT', stored(data)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** A zlib stream (RFC 1950) of stored blocks. */
function stored(data: Uint8Array): Buffer {
  const parts: Uint8Array[] = [Buffer.from([0x78, 0x01])];
  for (let start = 0; start < data.length; start += STORED) {
    const block = data.subarray(start, start + STORED);
    const head = Buffer.alloc(5);
    head.writeUInt8(start + STORED >= data.length ? 1 : 0, 0);
    head.writeUInt16LE(block.length, 1);
    head.writeUInt16LE(~block.length & 0xffff, 3);
    parts.push(head, block);
  }
  const check = Buffer.alloc(4);
  check.writeUInt32BE(adler32(data), 0);
  return Buffer.concat([...parts, check]);
}

function adler32(data: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of data) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return ((high << 16) | low) >>> 0;
}
