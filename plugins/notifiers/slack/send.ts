import type { Message, SendOutcome } from '../../../core/ports/notifier.ts';
import { postOnce } from '../shared/http.ts';
import type { PostAnswer } from '../shared/post.ts';
import type { Reach } from '../shared/reach.ts';
import { slackPayload } from './payload.ts';

export type Sending = {
  readonly reach: Reach;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly message: Message;
  readonly url: string;
  readonly signal: AbortSignal;
};

export const send = ({ reach, now, message, url, signal }: Sending): Promise<SendOutcome> =>
  postOnce(
    {
      url,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(slackPayload(message)),
      signal,
      reach,
    },
    { name: 'slack', gone: [404, 410], now, detail: codeOf },
  );

/** Codes of incoming webhooks. Other words of an answer are not passed on: some services repeat what they were sent. */
const codes = [
  'action_prohibited',
  'channel_is_archived',
  'channel_not_found',
  'invalid_blocks',
  'invalid_payload',
  'invalid_token',
  'no_service',
  'no_team',
  'no_text',
  'rate_limited',
  'rollup_error',
  'team_disabled',
  'too_many_attachments',
  'user_not_found',
] as const;

const codeOf = ({ start }: PostAnswer): string => codes.find((code) => start.trim() === code) ?? '';
