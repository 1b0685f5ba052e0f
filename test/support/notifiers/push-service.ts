import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import type { ExecutionContext } from 'ava';
import { type Exchange, type HttpService, type Reply, startHttpService } from './http-service.ts';
import type { Arrived, Fault } from './side.ts';

/** A browser that has subscribed: its keys, and what it makes of what it is pushed. */
export type Browser = {
  readonly keys: { readonly p256dh: string; readonly auth: string };
  /** RFC 8291 over RFC 8188, with one record. Throws where it was not made for this browser. */
  decrypt(body: Buffer): Buffer;
};

/** With keys of its own, or with those given, in base64url. */
export const createBrowser = (given?: { readonly privateKey: string; readonly auth: string }): Browser => {
  const ecdh = createECDH('prime256v1');
  if (given === undefined) ecdh.generateKeys();
  else ecdh.setPrivateKey(Buffer.from(given.privateKey, 'base64url'));
  const publicKey = ecdh.getPublicKey();
  const auth = given === undefined ? randomBytes(16) : Buffer.from(given.auth, 'base64url');
  return {
    keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
    decrypt: (body) => {
      const salt = body.subarray(0, 16);
      const recordSize = body.readUInt32BE(16);
      const idLength = body.readUInt8(20);
      const sender = body.subarray(21, 21 + idLength);
      const record = body.subarray(21 + idLength);
      if (record.length > recordSize) throw new Error('more than one record');
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender]);
      const material = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(sender), auth, info, 32));
      const key = Buffer.from(hkdfSync('sha256', material, salt, 'Content-Encoding: aes128gcm\0', 16));
      const nonce = Buffer.from(hkdfSync('sha256', material, salt, 'Content-Encoding: nonce\0', 12));
      const decipher = createDecipheriv('aes-128-gcm', key, nonce, { authTagLength: 16 });
      decipher.setAuthTag(record.subarray(-16));
      const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
      const end = padded.lastIndexOf(2);
      if (end < 0) throw new Error('no last record');
      return padded.subarray(0, end);
    },
  };
};

export type Pushed = {
  readonly topic: string;
  readonly ttl: number;
  readonly urgency: string;
  readonly payload: {
    readonly title: string;
    readonly body: string;
    readonly tag: string;
    readonly url: string | null;
  };
};

export type PushService = HttpService & {
  readonly endpoint: string;
  readonly pushed: readonly Pushed[];
  /** A device that is off: what waits for it, one message a topic (RFC 8030, 5.4). */
  readonly waiting: ReadonlyMap<string, Pushed>;
  arrived(): readonly Arrived[];
  /** Largest body that it takes, bytes. */
  limit(bytes: number): void;
};

/** A push service (RFC 8030) whose subscription is restricted to one application server (RFC 8292, 4). */
export const startPushService = async (
  t: ExecutionContext,
  browser: Browser,
  serverKey: string,
): Promise<PushService> => {
  const pushed: Pushed[] = [];
  const waiting = new Map<string, Pushed>();
  let most = 4096;
  const service = await startHttpService(
    t,
    ({ url, headers, body }) => {
      const problem = vapidProblem(headers.authorization, serverKey, url.origin);
      if (problem !== undefined) return { status: 403, body: problem };
      if (body.length > most) return { status: 413 };
      if (headers['content-encoding'] !== 'aes128gcm') return { status: 415 };
      if (!/^\d+$/.test(String(headers['ttl']))) return { status: 400, body: 'TTL' };
      const topic = String(headers['topic']);
      if (!/^[A-Za-z0-9_-]{1,32}$/.test(topic)) return { status: 400, body: 'Topic' };
      const payload = JSON.parse(browser.decrypt(body).toString()) as Pushed['payload'];
      const message = { topic, ttl: Number(headers['ttl']), urgency: String(headers['urgency']), payload };
      pushed.push(message);
      waiting.set(topic, message);
      return { status: 201, headers: { location: `/message/${pushed.length}` } };
    },
    faultOf,
  );
  return {
    ...service,
    endpoint: `${service.origin}/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV`,
    pushed,
    waiting,
    arrived: () => pushed.map(({ topic, payload: { title, body } }) => ({ id: topic, title, text: body })),
    limit: (bytes) => {
      most = bytes;
    },
  };
};

const faultOf = (fault: Fault, { headers }: Exchange): Reply | undefined => {
  if (fault === 'busy') return { status: 429, headers: { 'retry-after': '7' } };
  if (fault === 'broken') return { status: 502, body: '<html>' };
  if (fault === 'refuses') return { status: 400, body: 'UnauthorizedRegistration' };
  if (fault === 'echoes') return { status: 403, body: JSON.stringify(headers) };
  return fault === 'gone' ? { status: 410, body: 'push subscription has unsubscribed or expired.' } : undefined;
};

const DAY = 24 * 60 * 60;

/** RFC 8292: a JWT by ES256 for this origin, that ends within a day, of the key that the browser subscribed with. */
const vapidProblem = (authorization: string | undefined, serverKey: string, origin: string): string | undefined => {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization ?? '') ?? [];
  if (key !== serverKey) return 'another application server';
  const [header = '', claims = '', signed = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: base64url(point.subarray(1, 33)), y: base64url(point.subarray(33)) };
  const publicKey = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' as const };
  if (!verify('sha256', Buffer.from(`${header}.${claims}`), publicKey, Buffer.from(signed, 'base64url')))
    return 'signature';
  if ((parse(header) as { alg: string }).alg !== 'ES256') return 'alg';
  const { aud, exp, sub } = parse(claims) as { aud: string; exp: number; sub: string };
  const now = Date.now() / 1000;
  if (aud !== origin) return 'aud';
  if (!(exp > now && exp <= now + DAY)) return 'exp';
  return /^(?:mailto:|https:)/.test(sub) ? undefined : 'sub';
};

const base64url = (bytes: Buffer): string => bytes.toString('base64url');
const parse = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
