import { z } from 'zod';
import { defineNotifier, definePlugin } from '../../core/plugin/define.ts';
import { type Clock, toInstant } from '../../core/ports/clock.ts';
import { interrupted, sent } from './shared/outcome.ts';

export const plugin = definePlugin({
  name: 'console',
  version: '1.0.0',
  summary: 'A line of JSON on standard error of the process that sends, without text of documents.',
  needs: ['clock'],
  provides: ['notifier'],
  setup: ({ ports }) => ({ notifier: createConsole(ports.clock, (line) => process.stderr.write(line)) }),
});

/** Logs are copied to places that a person's preferences say nothing of: title and text stay out of them. */
export const createConsole = (clock: Clock, write: (line: string) => void) =>
  defineNotifier({
    channel: 'console',
    title: 'Console',
    address: z.literal('stderr').describe('The only one: standard error.'),
    proof: false,
    mask: (address) => address,
    send: async ({ key, url, data }, _address, signal) => {
      if (signal.aborted) return interrupted(signal.reason, signal);
      write(`${JSON.stringify({ notice: key, time: toInstant(clock.now()), url: url ?? null, details: data })}\n`);
      return sent();
    },
  });
