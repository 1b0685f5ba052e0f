import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { temporaryFolder } from '../../support/folder.ts';
import { type ProcessOptions, steps } from '../../support/notify-process.ts';

const PROGRAM = new URL('../../support/notify-process.ts', import.meta.url).pathname;

/** The other side: counts what comes by key, and may hold its first answer back. */
const openReceiver = async (t: ExecutionContext, { holds }: { holds: boolean }) => {
  const received: string[] = [];
  const arrived = Promise.withResolvers<void>();
  let held: ServerResponse | undefined;
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://localhost').searchParams.get('key');
    if (asked !== null) {
      response.statusCode = received.includes(asked) ? 200 : 404;
      response.end();
      return;
    }
    request.resume().on('end', () => {
      received.push(String(request.headers['idempotency-key']));
      arrived.resolve();
      if (holds && held === undefined) held = response;
      else response.end('ok');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, received, arrived: arrived.promise };
};

const startProcess = (t: ExecutionContext, options: ProcessOptions): ChildProcess => {
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.teardown(() => child.kill('SIGKILL'));
  return child;
};

/** Resolves when it says so; rejects when it ends without. */
const says = async (child: ChildProcess, word: string): Promise<void> => {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes(word)) return;
  }
  throw new Error(`it ended without saying ${word}`);
};

for (const asks of [true, false]) {
  for (const step of steps) {
    const how = asks ? 'that can be asked after a message' : 'that knows a key again';
    test.serial(`killed ${step}: a channel ${how} has one effect in the end`, async (t) => {
      const receiver = await openReceiver(t, { holds: step === 'during' });
      const common = { folder: temporaryFolder(t), url: receiver.url, asks, notices: ['reminder-1'] };
      const first = startProcess(t, { ...common, step, ahead: 0, accepts: true });
      await (step === 'during' ? receiver.arrived : says(first, step));
      first.kill('SIGKILL');
      await once(first, 'close');
      const second = startProcess(t, { ...common, ahead: 600_000, accepts: false });
      await says(second, 'done');
      t.is(new Set(receiver.received).size, 1);
      // A channel that only knows keys again is told a second time where the first time may have been in vain.
      const again = !asks && (step === 'during' || step === 'after-send') ? 2 : 1;
      t.is(receiver.received.length, again);
    });
  }
}

test.serial('two processes that send at once send each notice once', async (t) => {
  const receiver = await openReceiver(t, { holds: false });
  const notices = Array.from({ length: 30 }, (_, index) => `reminder-${index}`);
  const common = { folder: temporaryFolder(t), url: receiver.url, asks: false, ahead: 0, notices };
  const accepting = startProcess(t, { ...common, step: 'accepted', accepts: true });
  await says(accepting, 'accepted');
  accepting.kill('SIGKILL');
  await once(accepting, 'close');
  const both = [1, 2].map(() => startProcess(t, { ...common, accepts: false }));
  await Promise.all(both.map((child) => says(child, 'done')));
  t.is(receiver.received.length, notices.length);
  t.is(new Set(receiver.received).size, notices.length);
});
