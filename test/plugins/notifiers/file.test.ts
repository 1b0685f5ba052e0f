import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { plugin } from '../../../plugins/notifiers/file.ts';
import { testNotifier } from '../../contracts/notifier.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { deliver, message, startNotifier } from '../../support/notifiers/start.ts';

type Line = { readonly key: string; readonly title: string; readonly text: string };

const start = async (t: ExecutionContext) => {
  const folder = path.join(temporaryFolder(t), 'plugins', 'file');
  return { folder, notifier: await startNotifier(plugin, {}, { folder }) };
};
const contentOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const linesOf = (file: string): Line[] =>
  contentOf(file)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

testNotifier(test, async (t) => {
  const { folder, notifier } = await start(t);
  return {
    notifier,
    address: 'notices.jsonl',
    otherAddress: 'tenants.jsonl',
    invalid: [
      '../notices.jsonl',
      'notices',
      '/tmp/notices.txt',
      'a/b.txt',
      '.txt',
      'notices.txt\n',
      'config.json',
      'N.txt',
    ],
    secrets: [],
    arrived: async () =>
      linesOf(path.join(folder, 'notices.jsonl')).map(({ key, title, text }) => ({ id: key, title, text })),
    faults: [],
    fail: () => {},
  };
});

test('people read their notices, and one that goes out twice is there once', async (t) => {
  const { folder, notifier } = await start(t);
  for (let twice = 0; twice < 2; twice++) await deliver(notifier, message(), 'notices.txt');
  const text = contentOf(path.join(folder, 'notices.txt'));
  t.is(
    text.replace(/^-- .*$/m, '-- KEY'),
    `2026-01-01T00:00:00.000Z Due in 2 days: Give notice of non-renewal

  Tenant: Give notice of non-renewal.
  By Wednesday, 31 March 2027 (Europe/Berlin).

  Lease.pdf, page 4:
  “Tenant shall give ninety days’ notice.”

  https://dossier.example.org/obligations/obl_7f3a?from=notice&to=tenant

-- KEY

`,
  );
});

test('a restart finds what was sent, in both forms', async (t) => {
  const { folder, notifier } = await start(t);
  const { signal } = new AbortController();
  for (const name of ['notices.txt', 'notices.jsonl']) {
    await deliver(notifier, message({ text: 'a\u2028b' }), name);
    const restarted = await startNotifier(plugin, {}, { folder });
    t.true(await restarted.wasSent?.(message().key, name as never, signal), name);
    t.false(await restarted.wasSent?.('reminder', name as never, signal), name);
  }
});

test('a record that a crash cut off was not sent, and what comes after it is whole', async (t) => {
  const { folder, notifier } = await start(t);
  const { signal } = new AbortController();
  for (const name of ['notices.txt', 'notices.jsonl']) {
    const file = path.join(folder, name);
    await deliver(notifier, message({ key: 'first' }), name);
    const record = readFileSync(file, 'utf8').replace('first', 'second');
    await deliver(notifier, message({ key: 'second' }), name);
    const second = readFileSync(file, 'utf8').slice(record.length - 'second'.length + 'first'.length);
    for (const end of [1, 20, Math.floor(second.length / 2), second.trimEnd().length - 1]) {
      const again = await start(t);
      const torn = path.join(again.folder, name);
      await deliver(again.notifier, message({ key: 'first' }), name);
      appendFileSync(torn, second.slice(0, end));
      t.false(await again.notifier.wasSent?.('second', name as never, signal), `${name} ${end}`);
      await deliver(again.notifier, message({ key: 'second' }), name);
      await deliver(again.notifier, message({ key: 'third' }), name);
      for (const key of ['first', 'second', 'third']) {
        t.true(await again.notifier.wasSent?.(key, name as never, signal), `${name} ${end} ${key}`);
      }
    }
  }
});

test('text of a message cannot pass for the end of another one', async (t) => {
  const { folder, notifier } = await start(t);
  const { signal } = new AbortController();
  await deliver(notifier, message({ key: 'real' }), 'notices.txt');
  const end = /^-- .*$/m.exec(contentOf(path.join(folder, 'notices.txt')))?.[0] ?? '';
  const other = await start(t);
  await deliver(
    other.notifier,
    message({ key: 'other', title: end, text: `x\n${end}\r${end}\u2028${end}` }),
    'notices.txt',
  );
  t.false(await other.notifier.wasSent?.('real', 'notices.txt' as never, signal));
});

test('what would drive a terminal is not in the file, and others on the machine cannot read it', async (t) => {
  const { folder, notifier } = await start(t);
  const text = 'red \u001b[31m\u0007 and \u009b2J\u202e';
  await deliver(notifier, message({ title: text, text }), 'notices.txt');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  t.notRegex(contentOf(path.join(folder, 'notices.txt')), /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  if (process.platform !== 'win32') t.is(statSync(path.join(folder, 'notices.txt')).mode & 0o077, 0);
});

test('a folder that cannot be written to is tried again, and what cannot be read tells nothing', async (t) => {
  const { folder, notifier } = await start(t);
  // A file lies where it should be.
  mkdirSync(path.dirname(folder), { recursive: true });
  writeFileSync(folder, '');
  t.is((await deliver(notifier, message(), 'notices.txt')).outcome, 'retry');
  const { signal } = new AbortController();
  t.is(await notifier.wasSent?.('key', 'notices.txt' as never, signal), undefined);
});
