import { randomUUID } from 'node:crypto';
import type { ExecutionContext } from 'ava';
import { type Exchange, type HttpService, type Reply, startHttpService } from './http-service.ts';
import type { Arrived, Fault } from './side.ts';

export const POSTMARK_TOKEN = 'b7a1c0de-5eed-4b1d-9f00-d0551e20cafe';

export type PostmarkMessage = {
  readonly From: string;
  readonly To: string;
  readonly Subject: string;
  readonly TextBody: string;
  readonly HtmlBody: string;
  readonly MessageStream: string;
  readonly Metadata: Readonly<Record<string, string>>;
  readonly Headers: readonly { readonly Name: string; readonly Value: string }[];
  readonly TrackOpens: boolean;
  readonly TrackLinks: string;
};

export type PostmarkServer = HttpService & {
  readonly messages: readonly PostmarkMessage[];
  arrived(): readonly Arrived[];
  /** Every message is answered like this from now on. */
  answerAs(reply: Reply): void;
  /** Or with this error. */
  answerWith(status: number, code: number): void;
};

/** Postmark's API, as far as messages are sent and found by it: developer/api/email-api, messages-api, overview. */
export const startPostmarkServer = async (t: ExecutionContext): Promise<PostmarkServer> => {
  const messages: PostmarkMessage[] = [];
  let instead: Reply | undefined;
  const take = ({ headers, body }: Exchange): Reply => {
    if (instead !== undefined) return instead;
    if (headers['content-type'] !== 'application/json') return refusal(415, 409, 'JSON required');
    const message = JSON.parse(body.toString()) as PostmarkMessage;
    const problem = problemOf(message);
    if (problem !== undefined) return refusal(422, 300, problem);
    messages.push(message);
    const id = randomUUID();
    return json(200, {
      To: message.To,
      SubmittedAt: '2026-01-01T00:00:00Z',
      MessageID: id,
      ErrorCode: 0,
      Message: 'OK',
    });
  };
  const find = ({ url: { searchParams } }: Exchange): Reply => {
    if (!searchParams.has('count') || !searchParams.has('offset'))
      return refusal(422, 700, 'count and offset are required');
    const [[field = '', value] = []] = [...searchParams].filter(([name]) => name.startsWith('metadata_'));
    const stream = searchParams.get('messageStream') ?? 'outbound';
    const found = messages.filter(
      ({ Metadata, MessageStream }) => MessageStream === stream && Metadata[field.slice('metadata_'.length)] === value,
    );
    return json(200, { TotalCount: found.length, Messages: found.map(({ To }) => ({ To: [{ Email: To }] })) });
  };
  const service = await startHttpService(
    t,
    (exchange) => {
      if (exchange.headers['x-postmark-server-token'] !== POSTMARK_TOKEN)
        return refusal(401, 10, 'Bad or missing API token.');
      const route = `${exchange.method} ${exchange.url.pathname}`;
      if (route === 'POST /email') return take(exchange);
      return route === 'GET /messages/outbound' ? find(exchange) : { status: 404 };
    },
    faultOf,
  );
  return {
    ...service,
    messages,
    arrived: () =>
      messages.map(({ Metadata, Subject, TextBody }) => ({
        id: Metadata['dossier-key'] ?? '',
        title: Subject,
        text: TextBody,
      })),
    answerAs: (reply) => {
      instead = reply;
    },
    answerWith: (status, code) => {
      instead = refusal(status, code, 'No.');
    },
  };
};

const json = (status: number, value: unknown, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});

const refusal = (status: number, ErrorCode: number, Message: string, headers?: Record<string, string>): Reply =>
  json(status, { ErrorCode, Message }, headers);

const faultOf = (fault: Fault, { body }: Exchange): Reply | undefined => {
  if (fault === 'busy') return refusal(429, 429, 'Rate limit exceeded', { 'retry-after': '7' });
  if (fault === 'broken') return { status: 503, body: '<h1>Service Unavailable</h1>' };
  if (fault === 'refuses') return refusal(422, 405, 'Not allowed to send: you have no credits left.');
  if (fault === 'echoes') return refusal(422, 300, `Invalid message: ${body.toString()} (token ${POSTMARK_TOKEN})`);
  const inactive = 'You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: ';
  return fault === 'gone' ? refusal(422, 406, `${inactive}anna@example.org.`) : undefined;
};

const mailboxPattern = /^(?:"[^"\r\n]*" )?<?[a-z0-9.!#$%&'*+\-/=^_{}|~]+@[a-zA-Z0-9.-]+>?$/i;

const problemOf = (message: PostmarkMessage): string | undefined => {
  if (!mailboxPattern.test(message.From)) return "Invalid 'From' address.";
  if (!mailboxPattern.test(message.To)) return "Error parsing 'To': Illegal email address.";
  if (message.TextBody === '' && message.HtmlBody === '') return 'Provide either email TextBody or HtmlBody or both.';
  if (/[\r\n]/.test(message.Subject)) return 'Invalid Subject.';
  if (message.TextBody.length > 5_000_000 || message.HtmlBody.length > 5_000_000) return 'Too large.';
  const metadata = Object.entries(message.Metadata);
  if (metadata.some(([name, value]) => name.length > 20 || value.length > 80)) return 'Invalid metadata content.';
  if (message.Headers.some(({ Name, Value }) => /[^\w-]/.test(Name) || /[\r\n]/.test(Value))) return 'Invalid header.';
  return undefined;
};
