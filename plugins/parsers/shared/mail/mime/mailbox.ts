/** A mailbox's separator with the field that follows it; RFC 4155 and what programs make of it. */
const SEPARATOR = /^From \S{1,300} [^\r\n]{10,60}\d{4}[^\r\n]{0,20}\r?\n[!-9;-~]{1,80}:/;
const LINE_BYTES = 500;

/**
 * Where the second message of a file begins that is a whole mailbox, which a file that begins with such a line may
 * be; undefined for a single message.
 */
export const secondMessage = (bytes: Uint8Array): number | undefined => {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (source.toString('latin1', 0, 5) !== 'From ') return undefined;
  for (let at = source.indexOf('\nFrom ', 0, 'latin1'); at >= 0; at = source.indexOf('\nFrom ', at + 1, 'latin1')) {
    if (SEPARATOR.test(source.toString('latin1', at + 1, at + LINE_BYTES))) return at + 1;
  }
  return undefined;
};
