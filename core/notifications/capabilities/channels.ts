import { z } from 'zod';
import { type AnyCapability, defineCapability, type TextStyle } from '../../capability/capability.ts';
import { noticeKinds } from '../../ports/notifications.ts';
import type { NotificationParts } from '../parts.ts';
import { channelId, outcome, person } from './fields.ts';

const viewSchema = z.object({
  channel_id: z.string(),
  person: z.string(),
  channel: z.string().describe('Kind of channel: email, push, webhook.'),
  title: z.string(),
  address: z.string().describe('Not in full.'),
  state: z.enum(['unproved', 'on', 'off']).describe('unproved: it waits for the code that was sent to it.'),
  off: z
    .object({ by: z.enum(['person', 'unsubscribe', 'bounce']), reason: z.string(), switched_off_at: z.string() })
    .nullable(),
  unsubscribed: z.array(z.enum(noticeKinds)).describe('Kinds that its reader unsubscribed from.'),
});
export type ChannelView = z.infer<typeof viewSchema>;

const codeSchema = z
  .object({ outcome, reason: z.string().nullable(), minutes: z.int().describe('How long the code holds.') })
  .nullable()
  .describe('How sending a code to the address came out; null where none was needed.');

const one = z.object({ channel: viewSchema, code: codeSchema });

export const channelCapabilities = (parts: NotificationParts): readonly AnyCapability[] => {
  const changes = () => import('../channels/change.ts');
  const view = async (changed: Awaited<ReturnType<Awaited<ReturnType<typeof changes>>['addChannel']>>) =>
    (await import('../channels/view.ts')).viewChanged(parts, changed);

  const list = defineCapability({
    name: 'notifications.channels',
    title: 'Notification channels',
    summary: 'Lists the channels that reach a person, and the kinds of channel that can be added.',
    input: z.strictObject({ person }),
    output: z.object({
      channels: z.array(viewSchema),
      available: z.array(
        z.object({
          channel: z.string(),
          title: z.string(),
          proof: z.boolean().describe('Whether a code is sent to an address before anything else is.'),
          client_settings: z
            .record(z.string(), z.string())
            .describe('What a client needs to make an address: application_server_key for push subscriptions.'),
        }),
      ),
    }),
    scope: 'notifications:read',
    effect: 'read',
    http: { method: 'get', path: '/notifications/channels' },
    render: ({ channels, available }, style) =>
      [
        ...(channels.length === 0
          ? ['No channel: notices reach nobody.']
          : channels.map((each) => channelLine(each, style))),
        style.dim(`Can be added: ${available.map(({ channel }) => channel).join(', ') || 'none'}`),
      ].join('\n'),
    run: async (input, { principal }) =>
      (await import('../channels/view.ts')).listChannels(parts, principal, input.person),
  });

  const add = defineCapability({
    name: 'notifications.channels.add',
    title: 'Add a channel',
    summary: 'Adds an address to send notices to; an e-mail address first gets a code, which verify takes.',
    description: 'Until the code comes back nothing else is sent to the address. Adding what is there changes nothing.',
    input: z.strictObject({
      channel: z.string().min(1).max(32).describe('Kind of channel, as notifications channels lists them: email.'),
      address: z
        .union([z.string().min(1).max(5_000), z.record(z.string(), z.unknown())])
        .describe('As the channel needs it: an e-mail address, a URL, a push subscription as JSON.'),
      person,
    }),
    output: one,
    scope: 'notifications:write',
    effect: 'write',
    idempotent: true,
    http: { method: 'post', path: '/notifications/channels', status: 201 },
    cli: { positionals: ['channel', 'address'], examples: ['notifications channels add email you@example.com'] },
    render: (changed, style) => changedText(changed, style),
    run: async (input, { principal, signal }) => {
      const { addChannel } = await changes();
      return view(await addChannel(parts, principal, { ...input, person: input.person }, signal));
    },
  });

  const verify = defineCapability({
    name: 'notifications.channels.verify',
    title: 'Verify a channel',
    summary: 'Takes the code that was sent to an address; from then on notices go there.',
    input: z.strictObject({
      channel_id: channelId,
      code: z.string().trim().min(1).max(40).describe('The code: eight letters and digits.'),
    }),
    output: one,
    scope: 'notifications:write',
    effect: 'write',
    http: { method: 'post', path: '/notifications/channels/{channel_id}/verify' },
    cli: { positionals: ['channel_id', 'code'], examples: ['notifications channels verify ID ABCD-EFGH'] },
    render: (changed, style) => changedText(changed, style),
    run: async (input, { principal }) => {
      const { verifyChannel } = await changes();
      return view(await verifyChannel(parts, principal, input.channel_id, input.code));
    },
  });

  const on = defineCapability({
    name: 'notifications.channels.on',
    title: 'Switch a channel on',
    summary: 'Switches a channel on again, or has a new code sent to it.',
    description:
      'Where its reader unsubscribed, or the address was found dead, an e-mail address has to be proved anew: a code is sent.',
    input: z.strictObject({ channel_id: channelId }),
    output: one,
    scope: 'notifications:write',
    effect: 'write',
    idempotent: true,
    http: { method: 'post', path: '/notifications/channels/{channel_id}/on' },
    cli: { positionals: ['channel_id'] },
    render: (changed, style) => changedText(changed, style),
    run: async (input, { principal, signal }) => {
      const { switchOn } = await changes();
      return view(await switchOn(parts, principal, input.channel_id, signal));
    },
  });

  const off = defineCapability({
    name: 'notifications.channels.off',
    title: 'Switch a channel off',
    summary: 'Switches a channel off; nothing goes there until it is switched on.',
    input: z.strictObject({ channel_id: channelId }),
    output: one,
    scope: 'notifications:write',
    effect: 'write',
    idempotent: true,
    http: { method: 'post', path: '/notifications/channels/{channel_id}/off' },
    cli: { positionals: ['channel_id'] },
    render: (changed, style) => changedText(changed, style),
    run: async (input, { principal }) => {
      const { switchOff } = await changes();
      return view(await switchOff(parts, principal, input.channel_id));
    },
  });

  const remove = defineCapability({
    name: 'notifications.channels.remove',
    title: 'Remove a channel',
    summary: 'Forgets an address; what waits to go there does not go out.',
    input: z.strictObject({ channel_id: channelId }),
    output: z.object({ removed: viewSchema }),
    scope: 'notifications:write',
    effect: 'destructive',
    http: { method: 'delete', path: '/notifications/channels/{channel_id}' },
    cli: { positionals: ['channel_id'] },
    render: ({ removed }) => `Removed: ${removed.title} ${removed.address}`,
    run: async (input, { principal }) => {
      const { removeChannel } = await changes();
      return { removed: (await view(await removeChannel(parts, principal, input.channel_id))).channel };
    },
  });

  const test = defineCapability({
    name: 'notifications.test',
    title: 'Test the channels',
    summary: 'Sends a test message by each channel that is on, now, and says how that came out.',
    input: z.strictObject({ channel_id: channelId.optional().describe('Only this one.'), person }),
    output: z.object({
      results: z.array(
        z.object({
          channel_id: z.string(),
          channel: z.string(),
          title: z.string(),
          address: z.string(),
          outcome,
          reason: z.string().nullable(),
        }),
      ),
    }),
    scope: 'notifications:write',
    effect: 'write',
    http: { method: 'post', path: '/notifications/test' },
    cli: {
      positionals: ['channel_id'],
      exit: ({ results }) => (results.length > 0 && results.every((each) => each.outcome === 'sent') ? 0 : 1),
    },
    render: ({ results }, style) =>
      results.length === 0
        ? 'No channel is on. Add one: dossier notifications channels add email you@example.com'
        : results
            .map(({ title, address, outcome: came, reason }) =>
              came === 'sent'
                ? `${style.good('sent')}    ${title} ${address}`
                : `${style.bad('failed')}  ${title} ${address} (${reason ?? came})`,
            )
            .join('\n'),
    run: async (input, { principal, signal }) => {
      const { testChannels } = await import('../channels/test.ts');
      const asked = { person: input.person, channel: input.channel_id };
      const tested = await testChannels(parts, principal, asked, signal);
      return {
        results: tested.map(({ route, outcome: came }) => ({
          channel_id: route.id,
          channel: route.channel,
          title: parts.notifiers().of(route.channel)?.title ?? route.channel,
          address: route.masked,
          outcome: came.outcome,
          reason: came.outcome === 'sent' ? null : came.reason,
        })),
      };
    },
  });

  return [list, add, verify, on, off, remove, test];
};

const channelLine = (
  { channel_id: id, title, address, state, off, unsubscribed }: ChannelView,
  style: TextStyle,
): string => {
  const mark = { on: style.good('on      '), off: style.bad('off     '), unproved: style.dim('unproved') }[state];
  const why = off === null ? '' : ` (${off.by === 'person' ? 'switched off' : off.reason})`;
  const left = unsubscribed.length === 0 ? '' : ' (unsubscribed by the link in a message)';
  return `${mark}  ${style.bold(`${title} ${address}`)}${why}${left}\n          ${style.dim(id)}`;
};

const changedText = ({ channel, code }: z.infer<typeof one>, style: TextStyle): string => {
  if (code === null) return channelLine(channel, style);
  const next =
    code.outcome === 'sent'
      ? `A code was sent; it holds for ${code.minutes} minutes. Then: dossier notifications channels verify ${channel.channel_id} CODE`
      : `No code could be sent (${code.reason ?? code.outcome}). Try again: dossier notifications channels on ${channel.channel_id}`;
  return `${channelLine(channel, style)}\n${next}`;
};
