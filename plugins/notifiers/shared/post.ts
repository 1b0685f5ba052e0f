import { lookup as systemLookup } from 'node:dns';
import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './addresses.ts';
import { type Reach, urlProblem } from './reach.ts';

export type PostRequest = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  readonly signal: AbortSignal;
  readonly reach: Reach;
  /** For tests: another resolver than the system's. */
  readonly lookup?: typeof systemLookup;
};

/** What came back: the status, and of an error the first bytes of the body, in which some services say more. */
export type PostAnswer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly start: string };

/** The address, or one that its name stands for, is not to be called. */
export class OutOfReach extends Error {
  override readonly name = 'OutOfReach';
}

/**
 * One POST on a connection of its own, without following redirects. Names are resolved here and the connection goes to the very
 * address that was looked at, so that a name cannot stand for another one a moment later. Throws `OutOfReach`, what the network
 * throws, or the reason of the signal.
 */
export const post = async (request: PostRequest): Promise<PostAnswer> => {
  request.signal.throwIfAborted();
  const problem = urlProblem(request.url, request.reach);
  if (problem !== undefined) throw new OutOfReach(problem);
  const answer = await open(request);
  const { statusCode: status = 0, headers } = answer;
  if (status >= 400) return { status, headers, start: await startOf(answer) };
  answer.destroy();
  return { status, headers, start: '' };
};

const open = ({ url, headers, body, signal, reach, lookup = systemLookup }: PostRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const client = new URL(url).protocol === 'https:' ? https : http;
    const sending = client.request(url, {
      method: 'POST',
      headers: { 'user-agent': 'Dossier', ...headers, 'content-length': String(Buffer.byteLength(body)) },
      agent: false,
      signal,
      lookup: reach.allow_private ? lookup : publicOnly(lookup),
    });
    sending.on('error', reject);
    sending.on('response', resolve);
    // Another protocol is not what was asked for; the connection that it would go on over is closed.
    sending.on('upgrade', (_answer, socket) => socket.destroy());
    sending.on('close', () => reject(new Error('closed without an answer')));
    sending.end(body);
  });

/** One private address among those of a name is enough to refuse all of them. */
export const publicOnly =
  (lookup: typeof systemLookup): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address))) {
        return callback(new OutOfReach('its name stands for an address inside'), []);
      }
      if (options.all === true) return callback(null, addresses);
      const [{ address, family } = { address: '', family: 0 }] = addresses;
      callback(null, address, family);
    });
  };

const MOST_BYTES = 1024;

/** Of an answer without end, or of a gigabyte, nobody needs more than a line; the status is known, whatever becomes of it. */
const startOf = async (answer: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      parts.push(part);
      length += part.length;
      if (length >= MOST_BYTES) break;
    }
  } catch {
    // What has come is enough.
  }
  return Buffer.concat(parts).subarray(0, MOST_BYTES).toString('utf8');
};
