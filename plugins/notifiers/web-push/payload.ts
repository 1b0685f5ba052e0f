import type { Message } from '../../../core/ports/notifier.ts';
import { keyToken } from '../shared/key.ts';
import { oneLine, shorten } from '../shared/text.ts';

/** What is left of the 4,096 bytes that every push service takes (RFC 8030, 7.2) once it is encrypted (RFC 8291, 4). */
export const MOST_BYTES = 3993;

/** For services that take less than they should. */
const LEAST_BYTES = 1024;

/**
 * A message as its service worker gets it. `tag` is the same for one key, so that one that comes twice is shown once.
 * Shortened until it fits: details go first, then the end of the body.
 */
export const payloads = (message: Message): { readonly whole: Buffer; readonly least: Buffer } => ({
  whole: fitting(message, MOST_BYTES),
  least: fitting(message, LEAST_BYTES),
});

const fitting = ({ key, title, brief, url, data }: Message, most: number): Buffer => {
  const base = {
    title: oneLine(title, 200),
    tag: keyToken(key),
    url: url !== undefined && url.length <= 1000 ? url : null,
  };
  const body = brief.toWellFormed();
  const encode = (content: object): Buffer => Buffer.from(JSON.stringify({ ...base, ...content }));
  const complete = encode({ body, details: data });
  if (complete.length <= most) return complete;
  for (let length = body.length; length > 0; length = Math.floor(length * 0.8)) {
    const shortened = encode({ body: shorten(body, length) });
    if (shortened.length <= most) return shortened;
  }
  return encode({ body: '', title: oneLine(title, 50), url: null });
};
