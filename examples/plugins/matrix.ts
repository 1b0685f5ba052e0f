import { createHash } from 'node:crypto';
import { defineNotifier, definePlugin, type Message, type SendOutcome, z } from 'dossier';

const options = z.strictObject({
  homeserver: z.url({ protocol: /^https?$/ }).describe('Address of the homeserver.'),
  access_token: z.string().min(1).meta({ secret: true }).describe('Token of the account that writes.'),
});
type Options = z.output<typeof options>;

/** Writes notices into rooms of Matrix. */
export const plugin = definePlugin({
  name: 'example-matrix',
  version: '1.0.0',
  summary: 'Notices in a room of Matrix.',
  options,
  provides: ['notifier'],
  setup: ({ options }) => ({
    notifier: defineNotifier({
      channel: 'matrix',
      title: 'Matrix',
      address: z.string().regex(/^![\x21-\x7e]{1,200}$/, 'Expected the id of a room: !abc:example.org'),
      // Somebody has to invite the account into the room first.
      proof: false,
      mask: (room) => `${room.slice(0, 3)}…${room.slice(-12)}`,
      send: (message, room, signal) => send(options, message, room, signal),
    }),
  }),
});

const send = async (
  { homeserver, access_token }: Options,
  message: Message,
  room: string,
  signal: AbortSignal,
): Promise<SendOutcome> => {
  // The transaction id: a homeserver that has seen it answers with the message that is there.
  const transaction = createHash('sha256').update(message.key).digest('hex');
  const path = `_matrix/client/v3/rooms/${encodeURIComponent(room)}/send/m.room.message/${transaction}`;
  try {
    const answer = await fetch(new URL(path, homeserver.replace(/\/?$/, '/')), {
      method: 'PUT',
      headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        msgtype: 'm.notice',
        body: `${message.title.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}\n\n${message.text}`
          .toWellFormed()
          .slice(0, 8_000)
          .toWellFormed(),
        // Nobody is mentioned, whatever the text looks like.
        'm.mentions': {},
      }),
      redirect: 'error',
      signal,
    });
    return outcomeOf(answer.status, (await answer.json()) as MatrixAnswer);
  } catch {
    return { outcome: 'retry', reason: signal.aborted ? 'timeout' : 'matrix no answer' };
  }
};

type MatrixAnswer = { readonly event_id?: string; readonly errcode?: string; readonly retry_after_ms?: number };

const outcomeOf = (status: number, { event_id, errcode, retry_after_ms }: MatrixAnswer): SendOutcome => {
  if (status === 200 && event_id !== undefined) return { outcome: 'sent', reference: event_id };
  // A reason goes into a log: the code, and none of the words, which may repeat the message.
  const reason = `matrix status ${status}${/^M_[A-Z_]{1,40}$/.test(errcode ?? '') ? ` ${errcode}` : ''}`;
  if (status === 429) return { outcome: 'retry', reason, ...(retry_after_ms ? { after: retry_after_ms } : {}) };
  if (status >= 500) return { outcome: 'retry', reason };
  // Thrown out of the room, or the room is gone; a bad token is a matter of the configuration, and no room is dead for it.
  return { outcome: 'refused', reason, gone: errcode === 'M_FORBIDDEN' || errcode === 'M_NOT_FOUND' };
};
