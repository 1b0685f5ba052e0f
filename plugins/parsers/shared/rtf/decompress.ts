/** What the dictionary holds at the start, [MS-OXRTFCP] 2.1.2.1. */
const DICTIONARY =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const HEADER_BYTES = 16;
const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const RING = 4096;

/**
 * The RTF of a message ([MS-OXRTFCP]). What the header states about sizes is not believed: the result ends with the
 * input, at most nine times its size. undefined where it is no compressed RTF.
 */
export const decompressRtf = (bytes: Uint8Array): Uint8Array | undefined => {
  if (bytes.byteLength < HEADER_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = view.getUint32(8, true);
  const end = Math.min(bytes.byteLength, view.getUint32(0, true) + 4);
  if (kind === UNCOMPRESSED) return bytes.subarray(HEADER_BYTES, HEADER_BYTES + view.getUint32(4, true));
  if (kind !== COMPRESSED) return undefined;
  const ring = new Uint8Array(RING);
  ring.set(Buffer.from(DICTIONARY, 'latin1'));
  const out = new Uint8Array((end - HEADER_BYTES) * 9 + 1);
  let place = DICTIONARY.length;
  let size = 0;
  const write = (byte: number): void => {
    out[size] = byte;
    size += 1;
    ring[place] = byte;
    place = (place + 1) % RING;
  };
  for (let at = HEADER_BYTES; at < end; ) {
    const control = bytes[at] as number;
    at += 1;
    for (let bit = 0; bit < 8 && at < end; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        write(bytes[at] as number);
        at += 1;
        continue;
      }
      if (at + 2 > end) return out.subarray(0, size);
      const reference = view.getUint16(at);
      at += 2;
      const offset = reference >> 4;
      if (offset === place) return out.subarray(0, size);
      for (let index = 0; index < (reference & 15) + 2; index += 1) write(ring[(offset + index) % RING] as number);
    }
  }
  return out.subarray(0, size);
};
