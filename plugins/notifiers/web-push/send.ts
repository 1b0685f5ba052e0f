import webPush from 'web-push';
import type { Message, SendOutcome } from '../../../core/ports/notifier.ts';
import { postOnce } from '../shared/http.ts';
import { keyToken } from '../shared/key.ts';
import { gone } from '../shared/outcome.ts';
import type { Subscription, WebPushOptions } from '../web-push.ts';
import { payloads } from './payload.ts';

export type Sending = {
  readonly options: WebPushOptions;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly message: Message;
  readonly subscription: Subscription;
  readonly signal: AbortSignal;
};

export const send = async (sending: Sending): Promise<SendOutcome> => {
  const { expirationTime } = sending.subscription;
  if (typeof expirationTime === 'number' && expirationTime <= sending.now) return gone('push subscription ended');
  const { whole, least } = payloads(sending.message);
  const outcome = await deliver(sending, whole);
  const tooLarge = outcome.outcome === 'refused' && outcome.reason === 'push status 413';
  return tooLarge && least.length < whole.length ? deliver(sending, least) : outcome;
};

/** RFC 8030, 5.4: at most 32 characters. A message that waits at the push service is replaced by one with the same topic. */
const TOPIC = 32;

const deliver = ({ options, now, message, subscription, signal }: Sending, payload: Buffer): Promise<SendOutcome> => {
  const { endpoint, keys } = subscription;
  const { headers, body } = webPush.generateRequestDetails({ endpoint, keys }, payload, {
    vapidDetails: { subject: options.subject, publicKey: options.public_key, privateKey: options.private_key },
    contentEncoding: 'aes128gcm',
    TTL: Math.floor(options.ttl_hours * 3600),
    urgency: options.urgency,
    topic: keyToken(message.key).slice(0, TOPIC),
  });
  const text = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  return postOnce(
    { url: endpoint, headers: text, body, signal, reach: options },
    { name: 'push', gone: [404, 410], now, reference: (answer) => answer.headers.location },
  );
};
