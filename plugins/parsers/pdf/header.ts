const HEADER = new TextEncoder().encode('%PDF-1.7\n');
/** PDFium looks for the header in the first 1,024 bytes, as Acrobat does. */
const WITHIN = 1024;

/**
 * A file that has lost its header gets one: PDFium refuses it otherwise, though it finds the objects of a file whose
 * offsets are wrong.
 */
export const withHeader = (bytes: Uint8Array): { readonly bytes: Uint8Array; readonly headless: boolean } => {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, WITHIN));
  if (start.includes('%PDF-')) return { bytes, headless: false };
  const whole = new Uint8Array(HEADER.length + bytes.length);
  whole.set(HEADER);
  whole.set(bytes, HEADER.length);
  return { bytes: whole, headless: true };
};
