import test from 'ava';
import { z } from 'zod';
import { createConsole, plugin } from '../../../plugins/notifiers/console.ts';
import { testNotifier } from '../../contracts/notifier.ts';
import { createTestClock } from '../../support/clock.ts';
import { deliver, message, startNotifier } from '../../support/notifiers/start.ts';

const lineSchema = z.strictObject({
  notice: z.string(),
  time: z.iso.datetime(),
  url: z.url().nullable(),
  details: z.unknown(),
});

const start = () => {
  let written = '';
  const notifier = createConsole(createTestClock(), (line) => {
    written += line;
  });
  return { notifier, written: () => written };
};

testNotifier(test, async () => {
  const { notifier, written } = start();
  return {
    notifier,
    address: 'stderr',
    otherAddress: 'stderr',
    invalid: ['stdout', '/dev/tty'],
    secrets: [],
    arrived: async () =>
      written()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => ({ id: lineSchema.parse(JSON.parse(line)).notice, title: '', text: '' })),
    faults: [],
    fail: () => {},
  };
});

test('a line says what and where, and nothing that stands in a document', async (t) => {
  const { notifier, written } = start();
  await deliver(notifier, message(), 'stderr');
  t.deepEqual(JSON.parse(written()), {
    notice: message().key,
    time: '2026-01-01T00:00:00.000Z',
    url: message().url,
    details: message().data,
  });
});

test('it needs no options', async (t) => {
  t.is((await startNotifier(plugin)).channel, 'console');
});
