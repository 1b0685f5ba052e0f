import type { AddressInfo } from 'node:net';
import type { ExecutionContext } from 'ava';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { fieldText } from '../../../plugins/parsers/shared/mail/fields.ts';
import { bytesOf } from '../../../plugins/parsers/shared/mail/mime/part.ts';
import { type Part, parseMime } from '../../../plugins/parsers/shared/mail/mime/parts.ts';
import { selfSignedCertificate } from './certificate.ts';
import type { Arrived, Fault } from './side.ts';

export const SMTP_USER = 'dossier';
export const SMTP_PASSWORD = 'correct horse battery staple';

export type Mail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly secure: boolean;
  readonly user: string | undefined;
  /** As they came, folded lines joined, by their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string;
  readonly source: string;
};

export type SmtpMailbox = {
  readonly port: number;
  /** Its certificate is its own authority. */
  readonly ca: string;
  readonly mails: readonly Mail[];
  arrived(): readonly Arrived[];
  fail(fault: Fault | undefined): void;
  /** Recipients are answered with this line from now on: "550 5.1.1 No such user". */
  answerRecipients(line: string): void;
};

/** An SMTP server with STARTTLS that wants a password and keeps what it gets; it closes when the test ends. */
export const startSmtpMailbox = async (t: ExecutionContext, options: SMTPServerOptions = {}): Promise<SmtpMailbox> => {
  const { key, cert } = selfSignedCertificate('127.0.0.1');
  const mails: Mail[] = [];
  let fault: Fault | undefined;
  let line: string | undefined;
  const server = new SMTPServer({
    key,
    cert,
    authOptional: false,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 1,
    onAuth: ({ username, password }, _session, done) =>
      username === SMTP_USER && password === SMTP_PASSWORD
        ? done(null, { user: username })
        : done(reply('535 5.7.8 Authentication credentials invalid')),
    onRcptTo: ({ address }, _session, done) => {
      const answer = line ?? (fault === undefined ? undefined : recipientReply(fault, address));
      done(answer === undefined ? null : reply(answer));
    },
    onData: (stream, session, done) => {
      void stream.toArray().then((chunks) => {
        if (fault === 'stalls') return;
        if (fault === 'hangs-up') return endAll(server);
        const source = Buffer.concat(chunks);
        if (fault === 'echoes') return done(reply(`550 5.7.1 Refused for ${SMTP_PASSWORD}: ${wordsOf(source)}`));
        const { envelope, secure, user } = session;
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), secure, user, ...readMail(source) });
        done(null, '2.0.0 Ok: queued as 4Xy1Zq');
      });
    },
    ...options,
  });
  // A client that hangs up, or does not like the certificate, is one of the cases.
  server.on('error', () => {});
  server.server.prependListener('connection', (socket) => {
    if (fault === 'garbles') socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => {
    endAll(server);
    return new Promise<void>((resolve) => void server.close(() => resolve()));
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    ca: cert,
    mails,
    arrived: () =>
      mails.map(({ headers, text }) => ({
        id: headers.get('message-id') ?? '',
        title: fieldText(headers.get('subject') ?? ''),
        text,
      })),
    fail: (next) => {
      fault = next;
    },
    answerRecipients: (next) => {
      line = next;
    },
  };
};

type Connection = { _socket?: { destroy(): void } };

const endAll = (server: SMTPServer): void => {
  for (const { _socket } of server.connections as Set<Connection>) _socket?.destroy();
};

const reply = (line: string): Error =>
  Object.assign(new Error(line.slice(4)), { responseCode: Number(line.slice(0, 3)) });

const recipientReply = (fault: Fault, address: string): string | undefined => {
  if (fault === 'busy') return '451 4.7.1 Greylisted, come back in a moment';
  if (fault === 'broken') return '421 4.3.0 Out of order';
  if (fault === 'refuses') return '550 5.7.1 Relaying denied';
  return fault === 'gone' ? `550 5.1.1 <${address}>: Recipient address rejected: User unknown` : undefined;
};

const wordsOf = (source: Buffer): string => source.toString('latin1').replace(/\s+/g, ' ').slice(0, 300);

const MAX_NESTING = 10;

const readMail = (source: Buffer): Pick<Mail, 'headers' | 'text' | 'html' | 'source'> => {
  const { root } = parseMime(source, MAX_NESTING);
  const bodyOf = (type: string): string => {
    const part = partsOf(root).find((each) => each.type.value === type);
    return part === undefined ? '' : Buffer.from(bytesOf(part)).toString('utf8');
  };
  return {
    headers: new Map(root.fields.map(({ name, value }) => [name, value])),
    text: bodyOf('text/plain'),
    html: bodyOf('text/html'),
    source: source.toString('latin1'),
  };
};

const partsOf = (part: Part): Part[] => [part, ...part.parts.flatMap(partsOf)];
