import { z } from 'zod';
import { defineNotifier, definePlugin } from '../../core/plugin/define.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { maskUrl, type Reach, reachOptions, urlWithin } from './shared/reach.ts';

const options = z.strictObject(reachOptions);

export const plugin = definePlugin({
  name: 'slack',
  version: '1.0.0',
  summary: 'Notices in a channel of Slack, or of another service that takes its incoming webhooks.',
  options,
  needs: ['clock'],
  provides: ['notifier'],
  setup: ({ options, ports }) => ({ notifier: createSlack(options, ports.clock) }),
});

const createSlack = (reach: Reach, clock: Clock) =>
  defineNotifier({
    channel: 'slack',
    title: 'Slack',
    address: urlWithin(reach)
      .describe('URL of an incoming webhook. Whoever has it can write to the channel.')
      .meta({ secret: true }),
    // The URL is made by the service for whoever may write there.
    proof: false,
    mask: maskUrl,
    send: async (message, url, signal) =>
      (await import('./slack/send.ts')).send({ reach, now: clock.now(), message, url, signal }),
  });
