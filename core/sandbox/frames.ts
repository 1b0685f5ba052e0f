/**
 * How host and child talk over one socket: a frame is two 32-bit big-endian lengths, a JSON header of the first
 * length and raw bytes of the second. Node's own IPC is not used: its reader throws past every handler of the host
 * when a child writes bytes to the channel that are no message, and it has no limit on a message's size
 * (docs/decisions/0002-parser-sandbox.md).
 */
export type Frame = { readonly header: unknown; readonly payload: Uint8Array };

export type FrameLimits = { readonly headerBytes: number; readonly payloadBytes: number };

const PREFIX_BYTES = 8;

/** The frame as pieces to be written one after another, so that a large payload is not copied. */
export const encodeFrame = (header: object, payload: Uint8Array = new Uint8Array()): readonly Uint8Array[] => {
  const json = Buffer.from(JSON.stringify(header), 'utf8');
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt32BE(json.byteLength, 0);
  prefix.writeUInt32BE(payload.byteLength, 4);
  return payload.byteLength === 0 ? [prefix, json] : [prefix, json, payload];
};

/** Thrown by the reader when what arrives is not a frame, or a larger one than is allowed. The stream ends there. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

/** Puts frames together from a stream's pieces. Holds at most one frame and one piece. */
export const frameReader = (limits: FrameLimits, onFrame: (frame: Frame) => void): ((piece: Uint8Array) => void) => {
  let pieces: Uint8Array[] = [];
  let held = 0;
  let wanted = PREFIX_BYTES;
  let headerBytes = -1;

  return (piece) => {
    pieces.push(piece);
    held += piece.byteLength;
    while (held >= wanted) {
      const joined = pieces.length === 1 ? (pieces[0] as Uint8Array) : Buffer.concat(pieces);
      const view = Buffer.from(joined.buffer, joined.byteOffset, joined.byteLength);
      if (headerBytes < 0) {
        headerBytes = view.readUInt32BE(0);
        const payloadBytes = view.readUInt32BE(4);
        if (headerBytes > limits.headerBytes || payloadBytes > limits.payloadBytes) {
          throw new FrameError('a message larger than the limits allow');
        }
        wanted = PREFIX_BYTES + headerBytes + payloadBytes;
        pieces = [joined];
        continue;
      }
      const header = parseHeader(view.toString('utf8', PREFIX_BYTES, PREFIX_BYTES + headerBytes));
      const payload = new Uint8Array(view.subarray(PREFIX_BYTES + headerBytes, wanted));
      const rest = view.subarray(wanted);
      pieces = rest.byteLength === 0 ? [] : [rest];
      held = rest.byteLength;
      wanted = PREFIX_BYTES;
      headerBytes = -1;
      onFrame({ header, payload });
    }
  };
};

const parseHeader = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    throw new FrameError('a message that is not JSON');
  }
};
