import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ExecutionContext } from 'ava';
import type { Clock } from '../../../core/ports/clock.ts';
import { type Exchange, type HttpService, type Reply, startHttpService } from './http-service.ts';
import type { Arrived, Fault } from './side.ts';

export const newSigningSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

export type WebhookContent = {
  readonly type: string;
  readonly timestamp: string;
  readonly data: {
    readonly key: string;
    readonly title: string;
    readonly text: string;
    readonly details: unknown;
    readonly url: string | null;
    readonly unsubscribe_url: string | null;
  };
};

export type WebhookReceiver = HttpService & {
  readonly url: string;
  readonly contents: readonly WebhookContent[];
  arrived(): readonly Arrived[];
  /** What this receiver says to a request, were it to come again. */
  verify(exchange: Exchange): Reply;
};

/** Longest time between the sender's clock and the receiver's, seconds. */
const WINDOW = 5 * 60;

/** A receiver as docs/notifications.md tells people to write one: signature, then time, then whether it has been here before. */
export const startWebhookReceiver = async (
  t: ExecutionContext,
  secret: string,
  clock: Pick<Clock, 'now'>,
): Promise<WebhookReceiver> => {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const contents: WebhookContent[] = [];
  const arrived: Arrived[] = [];
  const verify = ({ headers, body }: Exchange): Reply => {
    const id = String(headers['webhook-id']);
    const timestamp = String(headers['webhook-timestamp']);
    const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
    const given = String(headers['webhook-signature'])
      .split(' ')
      .filter((each) => each.startsWith('v1,'))
      .map((each) => Buffer.from(each.slice('v1,'.length), 'base64'));
    const isSigned = given.some((each) => each.length === expected.length && timingSafeEqual(each, expected));
    if (!isSigned) return { status: 401, body: 'signature' };
    if (!(Math.abs(clock.now() / 1000 - Number(timestamp)) <= WINDOW)) return { status: 401, body: 'timestamp' };
    return { status: 204 };
  };
  const service = await startHttpService(
    t,
    (exchange) => {
      const reply = verify(exchange);
      if (reply.status !== 204) return reply;
      const content = JSON.parse(exchange.body.toString()) as WebhookContent;
      contents.push(content);
      const { title, text } = content.data;
      arrived.push({ id: String(exchange.headers['webhook-id']), title, text });
      return reply;
    },
    faultOf,
  );
  return { ...service, url: `${service.origin}/hooks/3e1f`, contents, arrived: () => arrived, verify };
};

const faultOf = (fault: Fault, { body, headers }: Exchange): Reply | undefined => {
  if (fault === 'busy') return { status: 429, headers: { 'retry-after': '7' } };
  if (fault === 'broken') return { status: 500, body: 'stack trace' };
  if (fault === 'refuses') return { status: 400 };
  if (fault === 'echoes') return { status: 400, body: `${JSON.stringify(headers)} ${body}` };
  return fault === 'gone' ? { status: 410 } : undefined;
};
