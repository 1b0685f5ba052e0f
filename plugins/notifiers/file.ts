import { z } from 'zod';
import { defineNotifier, definePlugin } from '../../core/plugin/define.ts';
import { type Clock, toInstant } from '../../core/ports/clock.ts';

export const plugin = definePlugin({
  name: 'file',
  version: '1.0.0',
  summary: 'Notices in a file of the data folder, to be read by people or by programs. Needs no account.',
  needs: ['clock', 'folder'],
  provides: ['notifier'],
  setup: ({ ports }) => ({ notifier: createFile(ports.folder.path, ports.clock) }),
});

const createFile = (folder: string, clock: Clock) => {
  // Two at once would both find that the key is not there yet.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const sending = () => import('./file/send.ts');
  return defineNotifier({
    channel: 'file',
    title: 'File',
    address: z
      .string()
      .regex(/^[a-z0-9][a-z0-9_-]{0,59}\.(?:txt|jsonl)$/, 'Expected a name like "notices.txt" or "notices.jsonl"')
      .describe('Name of the file: .txt to be read by people, .jsonl by programs, one message a line.'),
    proof: false,
    mask: (name) => name,
    defaultAddress: 'notices.txt',
    send: (message, name, signal) =>
      inTurn(async () => (await sending()).send({ folder, name, time: toInstant(clock.now()), message, signal })),
    wasSent: (key, name, signal) => inTurn(async () => (await sending()).wasSent({ folder, name, key, signal })),
  });
};
