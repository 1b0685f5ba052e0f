import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionContext } from 'ava';

export type ChatRequest = {
  readonly model: string;
  readonly messages: readonly {
    readonly role: string;
    readonly content: string | readonly { readonly text?: string }[];
  }[];
  readonly response_format?: unknown;
  readonly temperature?: number;
  readonly max_tokens?: number;
};
/** A source as the model was shown it. */
export type ShownSource = { readonly id: string; readonly text: string };
type Reply = { readonly status?: number; readonly type?: string; readonly body: string };
export type ChatBehaviour = (chat: {
  readonly sources: readonly ShownSource[];
  readonly prompt: string;
  readonly request: ChatRequest;
}) => unknown | Reply | 'stall' | 'hang-up';

export const reply = (status: number, body: string, type = 'application/json'): Reply => ({ status, body, type });

const isReply = (value: unknown): value is Reply =>
  typeof value === 'object' && value !== null && 'status' in value && 'body' in value;

const sourcePattern = /<<<source (\w+) (\S+)>>>\n\(.*\)\n([\s\S]*?)\n<<<end \1>>>/g;

/** A server that is up, and what it was sent so far. */
export type ChatServer = {
  readonly url: string;
  readonly requests: readonly ChatRequest[];
  readonly paths: readonly string[];
  readonly keys: readonly (string | undefined)[];
};

/** A server on the loopback that speaks /v1/chat/completions; it closes when the test ends. What `behave` returns is the answer's JSON. */
export const startChatServer = async (t: ExecutionContext, behave: ChatBehaviour): Promise<ChatServer> => {
  const requests: ChatRequest[] = [];
  const paths: string[] = [];
  const keys: (string | undefined)[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const request = JSON.parse(await read(incoming)) as ChatRequest;
    requests.push(request);
    paths.push(incoming.url ?? '');
    keys.push(incoming.headers.authorization);
    const prompt = request.messages.map(({ content }) => textOf(content)).join('\n');
    const sources = [...prompt.matchAll(sourcePattern)].map(([, , id = '', text = '']) => ({ id, text }));
    const answer = behave({ sources, prompt, request });
    if (answer === 'stall') return;
    if (answer === 'hang-up') return void outgoing.destroy();
    if (isReply(answer)) {
      outgoing.writeHead(answer.status ?? 200, { 'content-type': answer.type ?? 'application/json' });
      return void outgoing.end(answer.body);
    }
    const content = typeof answer === 'string' ? answer : JSON.stringify(answer);
    outgoing.writeHead(200, { 'content-type': 'application/json' });
    outgoing.end(
      JSON.stringify({
        id: 'chat-1',
        object: 'chat.completion',
        created: 1,
        model: request.model,
        choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, requests, paths, keys };
};

const textOf = (content: ChatRequest['messages'][number]['content']): string =>
  typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join('\n');

const read = async (incoming: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const part of incoming.setEncoding('utf8')) body += part;
  return body;
};
