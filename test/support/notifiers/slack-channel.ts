import type { ExecutionContext } from 'ava';
import { type Exchange, type HttpService, type Reply, startHttpService } from './http-service.ts';
import type { Arrived, Fault } from './side.ts';

export type SlackPayload = {
  readonly text: string;
  readonly blocks: readonly {
    readonly type: string;
    readonly block_id: string;
    readonly text: { readonly type: string; readonly text: string; readonly verbatim?: boolean };
  }[];
  readonly unfurl_links: boolean;
};

export type SlackChannel = HttpService & {
  readonly url: string;
  readonly payloads: readonly SlackPayload[];
  arrived(): readonly Arrived[];
  /** Everything in a payload that would call somebody. */
  pings(): readonly string[];
};

export const SLACK_PATH = '/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX';

/** An incoming webhook of Slack: it takes blocks within their limits, and says no in its own words. */
export const startSlackChannel = async (t: ExecutionContext): Promise<SlackChannel> => {
  const payloads: SlackPayload[] = [];
  const service = await startHttpService(
    t,
    ({ url, body }) => {
      if (url.pathname !== SLACK_PATH) return { status: 404, body: 'no_service' };
      const payload = JSON.parse(body.toString()) as SlackPayload;
      const problem = problemOf(payload);
      if (problem !== undefined) return { status: 400, body: problem };
      payloads.push(payload);
      return { status: 200, body: 'ok' };
    },
    faultOf,
  );
  return {
    ...service,
    url: `${service.origin}${SLACK_PATH}`,
    payloads,
    arrived: () =>
      payloads.map(({ blocks }) => {
        const [title = '', ...rest] = blocks.map(({ text }) => text.text);
        const shown = rest.filter((line) => !/^<[^|>]*\|Open in Dossier>$/.test(line)).join('\n');
        return { id: blocks[0]?.block_id ?? '', title: unescaped(title).slice(1, -1), text: unescaped(shown) };
      }),
    pings: () =>
      payloads
        .flatMap(({ text, blocks }) => [text, ...blocks.map((block) => block.text.text)])
        .flatMap((text) => text.match(/<[!@#][^>]*>|(?<![\p{L}\p{N}])@(?:channel|here|everyone|all)\b/gu) ?? []),
  };
};

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replaceAll('\u2060', '');

/** Block Kit: at most 50 blocks, an id once and of at most 255 characters, 3,000 characters in a section. */
const problemOf = ({ text, blocks }: SlackPayload): string | undefined => {
  if (text === '') return 'no_text';
  const ids = new Set(blocks.map(({ block_id }) => block_id));
  const fits = blocks.every(
    ({ type, block_id, text }) =>
      type === 'section' &&
      block_id.length <= 255 &&
      text.type === 'mrkdwn' &&
      text.text.length > 0 &&
      text.text.length <= 3000,
  );
  return blocks.length <= 50 && ids.size === blocks.length && fits ? undefined : 'invalid_blocks';
};

const faultOf = (fault: Fault, { body }: Exchange): Reply | undefined => {
  if (fault === 'busy') return { status: 429, headers: { 'retry-after': '7' }, body: 'rate_limited' };
  if (fault === 'broken') return { status: 500, body: 'rollup_error' };
  if (fault === 'refuses') return { status: 403, body: 'action_prohibited' };
  if (fault === 'echoes') return { status: 400, body: body.toString() };
  return fault === 'gone' ? { status: 404, body: 'no_service' } : undefined;
};
