/** Fields that hold an address, and those that only software writes: RFC 5322, 3.6, RFC 2045 and what servers add. */
const WRITTEN = /^(?:from|to|cc|bcc|sender|reply-to|subject|date)$/i;
const TECHNICAL =
  /^(?:received|message-id|mime-version|return-path|delivered-to|envelope-to|in-reply-to|references|dkim-signature|authentication-results|arc-[\w-]+|list-[\w-]+|resent-[\w-]+|thread-[\w-]+|content-[\w-]+|x-[\w-]+)$/i;
/** Of a message that was sent: a letter or a note that begins like one has none of these. */
const SENT = /^(?:received|message-id|mime-version|return-path|dkim-signature)$/i;

const FIELD = /^([!-9;-~]+)[ \t]*:/;
/** A mailbox's separator line, as some programs leave it. */
const MAILBOX_LINE = /^>?From [^\n]*\n/;
const MANY = 3;

/**
 * RFC 5322: whether a file begins with the fields of a message. Any field will do in an .eml; elsewhere three are
 * needed of which one is of a message that was sent, or From with a date and an address, so that neither
 * "Note: …" nor a memo is taken for mail. What follows the fields may be anything, binary parts included.
 */
export const isMessage = (head: Uint8Array, extension: string): boolean => {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  const start = text
    .replace(/^\xef\xbb\xbf/, '')
    .replace(/^(?:[ \t]*\r?\n)+/, '')
    .replace(MAILBOX_LINE, '');
  const [header = ''] = start.split(/\r?\n[ \t]*\r?\n/, 1);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: fields hold none
  if (/[\x00\x01-\x08\x0e-\x1a]/.test(header)) return false;
  const lines = header.split(/\r?\n/).filter((line) => !/^[ \t]/.test(line));
  // The last line may be cut off where the fields go on beyond what is looked at.
  if (header.length === start.length && lines.length > 1) lines.pop();
  const names = lines.flatMap((line) => FIELD.exec(line)?.[1] ?? []);
  if (extension === 'eml') return FIELD.test(lines[0] ?? '') && names.length * 2 > lines.length;
  if (names.length < lines.length) return false;
  const known = names.filter((name) => WRITTEN.test(name) || TECHNICAL.test(name));
  const multipart = /^content-type[ \t]*:[ \t]*(?:multipart\/|message\/)/im.test(header);
  if (multipart && known.length > 1) return true;
  const has = (name: string): boolean => names.some((one) => one.toLowerCase() === name);
  const sent = names.some((name) => SENT.test(name)) || (has('from') && has('date') && header.includes('@'));
  return sent && known.length >= MANY;
};
