import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionContext } from 'ava';

export type EmbeddingRequest = {
  readonly model: string;
  readonly input: readonly string[];
  readonly encoding_format?: string;
  readonly dimensions?: number;
};
type Row = { readonly index: number; readonly embedding: string | readonly number[] };
type Reply = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> };
/** What the server does with one request: `rows` is what an honest endpoint would send back. */
type Behaviour = (rows: readonly Row[], request: EmbeddingRequest, attempt: number) => Reply | 'stall';

export const DIMENSIONS = 64;

/** Counts of letter triples by a hash, so that texts with common words are near each other. Not normalized. */
const embed = (text: string): number[] => {
  const vector = Array.from({ length: DIMENSIONS }, () => 0.001);
  for (let start = 0; start + 3 <= text.length; start++) {
    const triple = text.slice(start, start + 3).toLowerCase();
    const hash = [...triple].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
    vector[hash % DIMENSIONS] = (vector[hash % DIMENSIONS] ?? 0) + 1;
  }
  return vector;
};

const base64 = (vector: readonly number[]): string => Buffer.from(Float32Array.from(vector).buffer).toString('base64');

/** A server on the loopback that speaks /v1/embeddings; it closes when the test ends. */
export const startEmbeddingServer = async (
  t: ExecutionContext,
  behave: Behaviour = (rows) => ({ status: 200, body: { object: 'list', data: rows } }),
): Promise<{ url: string; requests: EmbeddingRequest[]; keys: (string | undefined)[] }> => {
  const requests: EmbeddingRequest[] = [];
  const keys: (string | undefined)[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const request = JSON.parse(await read(incoming)) as EmbeddingRequest;
    requests.push(request);
    keys.push(incoming.headers.authorization);
    const rows = request.input.map((text, index) => {
      const vector = embed(text);
      return { object: 'embedding', index, embedding: request.encoding_format === 'base64' ? base64(vector) : vector };
    });
    const reply = incoming.url === '/v1/embeddings' ? behave(rows, request, requests.length) : { status: 404 };
    if (reply === 'stall') return;
    outgoing.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    outgoing.end(JSON.stringify(reply.body ?? { error: { message: 'no' } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, requests, keys };
};

const read = async (incoming: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of incoming) text += chunk;
  return text;
};
