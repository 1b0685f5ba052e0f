import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import test from 'ava';
import { z } from 'zod';
import { loadConfig } from '../../../core/config/load.ts';
import type { AnyPlugin } from '../../../core/plugin/define.ts';
import { plugin as file } from '../../../plugins/notifiers/file.ts';
import { plugin as webhook } from '../../../plugins/notifiers/webhook.ts';
import { pluginEntries } from '../../../servers/plugins.ts';
import { createTestClock } from '../../support/clock.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { deliver, message, startNotifier } from '../../support/notifiers/start.ts';
import { newSigningSecret, startWebhookReceiver } from '../../support/notifiers/webhook-receiver.ts';

const page = readFileSync(path.join(import.meta.dirname, '../../../docs/notifications.md'), 'utf8');
const sections = new Map(page.split(/^## /m).map((section) => [section.split('\n', 1)[0] ?? '', section]));
const sectionOf = new Map([
  ['postmark', 'Postmark'],
  ['smtp', 'SMTP'],
  ['web-push', 'Web push'],
  ['webhook', 'Webhook'],
  ['slack', 'Slack'],
  ['file', 'File'],
  ['console', 'Console'],
]);
const blocks = (section: string, language: string): string[] =>
  [...section.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, code = '']) => code);

/** With their code: what is known without it has no options. */
const notifiers = async (): Promise<AnyPlugin[]> => {
  const entries = await pluginEntries(loadConfig({ environment: {}, flags: { data: '/nowhere' } }));
  const modules = entries.filter(({ plugin }) => plugin.provides.includes('notifier')).map(({ module }) => module);
  return await Promise.all(
    modules.map(async (module) => ((await import(module)) as { readonly plugin: AnyPlugin }).plugin),
  );
};

test('every notifier has a section that names each of its options, and no other', async (t) => {
  t.deepEqual((await notifiers()).map(({ name }) => name).sort(), [...sectionOf.keys()].sort());
  for (const { name, options } of await notifiers()) {
    const section = sections.get(sectionOf.get(name) ?? '') ?? '';
    const named = [...section.matchAll(/^\| (`[^|]*`) \|/gm)]
      .flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)`/g)])
      .map(([, option = '']) => option);
    t.deepEqual(named.sort(), Object.keys(options.shape).sort(), name);
  }
});

test('what gives access is a secret option, which is never shown', async (t) => {
  const secrets = (await notifiers()).flatMap(({ name, options }) =>
    Object.entries(z.toJSONSchema(options, { io: 'input', unrepresentable: 'any' }).properties ?? {})
      .filter(([option]) => /token|password|private_key|secret/.test(option))
      .map(([option, schema]) => [`${name}.${option}`, (schema as { secret?: boolean }).secret]),
  );
  t.deepEqual(secrets, [
    ['postmark.server_token', true],
    ['smtp.password', true],
    ['web-push.private_key', true],
  ]);
});

test('the configurations that it shows are taken, where real keys stand in for those left out', async (t) => {
  const known = new Map((await notifiers()).map((plugin) => [plugin.name, plugin]));
  const shown = blocks(page, 'json').map(
    (code) => JSON.parse(code) as { plugins?: { options: Record<string, object> } },
  );
  const { default: webPush } = await import('web-push');
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  const seen = new Set<string>();
  for (const [name, given] of shown.flatMap(({ plugins }) => Object.entries(plugins?.options ?? {}))) {
    const options = name === 'web-push' ? { ...given, public_key: publicKey, private_key: privateKey } : given;
    t.true(known.get(name)?.options.safeParse(options).success, name);
    seen.add(name);
  }
  t.deepEqual([...seen].sort(), ['postmark', 'smtp', 'web-push', 'webhook']);
});

test('the receiver that it shows takes a genuine request once, and nothing else', async (t) => {
  const secret = newSigningSecret();
  const clock = createTestClock(Date.now());
  const receiver = await startWebhookReceiver(t, secret, clock);
  const notifier = await startNotifier(webhook, { allow_private: true, allow_http: true }, { clock });
  await deliver(notifier, message(), { url: receiver.url, secret });
  const [exchange] = receiver.exchanges;
  if (exchange === undefined) return t.fail();

  const module = path.join(temporaryFolder(t), 'receiver.mjs');
  const [code = ''] = blocks(sections.get('Webhook') ?? '', 'js');
  writeFileSync(module, code.replace('process.env.WEBHOOK_SECRET', JSON.stringify(secret)));
  const { isGenuine } = (await import(pathToFileURL(module).href)) as {
    isGenuine(headers: object, body: Buffer, seen: Set<string>): boolean;
  };
  const { headers, body } = exchange;
  t.true(isGenuine(headers, body, new Set()));
  t.false(isGenuine(headers, body, new Set([String(headers['webhook-id'])])));
  t.false(isGenuine(headers, Buffer.concat([body, Buffer.from(' ')]), new Set()));
  t.false(isGenuine({ ...headers, 'webhook-signature': 'v1,AAAA' }, body, new Set()));
  t.false(isGenuine({}, body, new Set()));
  clock.advance(-400_000);
  await deliver(notifier, message(), { url: receiver.url, secret });
  const early = receiver.exchanges[1];
  t.false(isGenuine(early?.headers ?? {}, early?.body ?? body, new Set()));
});

test('the file that it shows looks like one', async (t) => {
  const folder = temporaryFolder(t);
  const clock = createTestClock(Date.UTC(2027, 2, 29, 7));
  const text = 'Tenant: Give notice of non-renewal.\nBy Wednesday, 31 March 2027 (Europe/Berlin).\n';
  const { url: _url, ...shown } = message({ text });
  await deliver(await startNotifier(file, {}, { folder, clock }), shown, 'notices.txt');
  const withoutKey = (record: string) => record.replace(/^-- .*$/m, '--').trim();
  const [example = ''] = blocks(sections.get('File') ?? '', '');
  t.is(withoutKey(readFileSync(path.join(folder, 'notices.txt'), 'utf8')), withoutKey(example));
});
