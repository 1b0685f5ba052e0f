import { toInstant } from '../../../core/ports/clock.ts';
import type { Message, SendOutcome } from '../../../core/ports/notifier.ts';
import { postOnce } from '../shared/http.ts';
import { keyToken } from '../shared/key.ts';
import type { Reach } from '../shared/reach.ts';
import { oneLine, shorten } from '../shared/text.ts';
import { signature } from './signature.ts';

export type Sending = {
  readonly reach: Reach;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly message: Message;
  readonly url: string;
  /** The current one first. */
  readonly secrets: readonly string[];
  readonly signal: AbortSignal;
};

export const send = ({ reach, now, message, url, secrets, signal }: Sending): Promise<SendOutcome> => {
  const id = `msg_${keyToken(message.key)}`;
  const timestamp = Math.floor(now / 1000);
  const body = JSON.stringify({ type: 'notice', timestamp: toInstant(now), data: contentOf(message) });
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets.map((each) => signature(each, { id, timestamp, body })).join(' '),
  };
  return postOnce({ url, headers, body, signal, reach }, { name: 'webhook', gone: [410], now });
};

/** Receivers refuse what is much larger, and want little: the rest is behind the link. */
const MOST_TEXT = 20_000;

const contentOf = ({ key, title, brief, text, url, unsubscribeUrl, data }: Message) => ({
  key,
  title: oneLine(title, 500),
  brief: shorten(brief, 2000),
  text: shorten(text, MOST_TEXT),
  url: url ?? null,
  unsubscribe_url: unsubscribeUrl ?? null,
  details: data,
});
