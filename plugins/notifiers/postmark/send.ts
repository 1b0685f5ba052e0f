import type { Message, SendOutcome } from '../../../core/ports/notifier.ts';
import type { PostmarkOptions } from '../postmark.ts';
import { headersOf, subjectOf } from '../shared/headers.ts';
import { keyToken } from '../shared/key.ts';
import { connect } from './client.ts';
import { outcomeOfAnswer, outcomeOfThrown } from './outcome.ts';

/** Our key, by which a message is found again. Postmark takes names of 20 characters and values of 80. */
const KEY = 'dossier-key';

export type Sending = {
  readonly options: PostmarkOptions;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly message: Message;
  readonly address: string;
  readonly signal: AbortSignal;
};

export const send = async ({ options, now, message, address, signal }: Sending): Promise<SendOutcome> => {
  const { client, answered, noTracking } = await connect(options, signal);
  try {
    const answer = await client.sendEmail({
      From: `"${options.from_name.replace(/["\\\r\n]/g, ' ')}" <${options.from}>`,
      To: address,
      Subject: subjectOf(message),
      TextBody: message.text.toWellFormed(),
      HtmlBody: message.html.toWellFormed(),
      MessageStream: options.message_stream,
      Metadata: { [KEY]: keyToken(message.key) },
      Headers: Object.entries(headersOf(message)).map(([Name, Value]) => ({ Name, Value })),
      // Whether somebody opened a message, and where they went from it, is nobody's business.
      TrackOpens: false,
      TrackLinks: noTracking,
    });
    return outcomeOfAnswer(answer);
  } catch (thrown) {
    return outcomeOfThrown(thrown, { signal, retryAfter: answered()?.get('retry-after') ?? undefined, now });
  }
};

/** By Postmark's search, which finds a message shortly after it was taken, and for 45 days unless the account says otherwise. */
export const wasSent = async (
  options: PostmarkOptions,
  key: string,
  signal: AbortSignal,
): Promise<boolean | undefined> => {
  const { client } = await connect(options, signal);
  try {
    const found = await client.getOutboundMessages({
      count: 1,
      offset: 0,
      messageStream: options.message_stream,
      [`metadata_${KEY}`]: keyToken(key),
    });
    return Number(found.TotalCount) > 0;
  } catch {
    return undefined;
  }
};
