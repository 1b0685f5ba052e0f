import type { Message, SendOutcome } from '../../../core/ports/notifier.ts';
import { headersOf, subjectOf } from '../shared/headers.ts';
import { keyToken } from '../shared/key.ts';
import { sent } from '../shared/outcome.ts';
import type { SmtpOptions } from '../smtp.ts';
import { outcomeOfThrown } from './outcome.ts';
import { openTransport } from './transport.ts';

export type Sending = {
  readonly options: SmtpOptions;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly message: Message;
  readonly address: string;
  readonly signal: AbortSignal;
};

export const send = async ({ options, now, message, address, signal }: Sending): Promise<SendOutcome> => {
  try {
    signal.throwIfAborted();
    const transport = await openTransport(options);
    const { response } = await transport.sendMail({
      from: { name: options.from_name, address: options.from },
      to: { name: '', address },
      subject: subjectOf(message),
      // The same for one key, always: what receives it twice can tell that it is one message.
      messageId: `<${keyToken(message.key)}@${domainOf(options.from)}>`,
      date: new Date(now),
      text: message.text.toWellFormed(),
      html: message.html.toWellFormed(),
      headers: headersOf(message),
      signal,
    });
    return sent(queueIdOf(response));
  } catch (thrown) {
    return outcomeOfThrown(thrown, signal);
  }
};

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** What servers call the message in their own log, "250 2.0.0 Ok: queued as 4Xy1", where they say it in these words. */
const queueIdOf = (response: string): string | undefined => /\bqueued as (\w{1,64})\b/i.exec(response)?.[1];
