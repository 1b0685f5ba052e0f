import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import test from 'ava';
import { loadConfig } from '../../core/config/load.ts';
import { localPrincipal } from '../../core/identity/principal.ts';
import { startRest } from '../../servers/rest/server.ts';
import { openApplication } from '../../servers/wiring.ts';
import { temporaryFolder } from '../support/folder.ts';
import { SMTP_PASSWORD, SMTP_USER, startSmtpMailbox } from '../support/notifiers/smtp-mailbox.ts';

const KEY = 'a-key-for-tests-that-is-long-enough-0123456789';
const teller = new URL('../support/teller.ts', import.meta.url).pathname;

test('an address is proved, told by a real mail server, unsubscribed by the link in the mail, and proved anew', async (t) => {
  const mailbox = await startSmtpMailbox(t);
  const data = temporaryFolder(t);
  const smtp = {
    host: '127.0.0.1',
    port: mailbox.port,
    ca: mailbox.ca,
    user: SMTP_USER,
    password: SMTP_PASSWORD,
    from: 'reminders@example.org',
  };
  const settings = {
    plugins: { external: [teller], options: { smtp } },
    notifications: { public_url: 'https://dossier.example/' },
    server: { port: 0 },
    log: { level: 'silent' },
  };
  writeFileSync(path.join(data, 'config.json'), JSON.stringify(settings));
  const application = await openApplication(loadConfig({ environment: {}, flags: { data } }));
  t.teardown(application.close);
  application.work();
  const server = await startRest(application, { key: KEY });
  t.teardown(server.close);
  const call = async <O>(name: string, input: object = {}): Promise<O> => {
    const capability = application.capabilities.get(name);
    if (capability === undefined) throw new Error(`there is no ${name}`);
    return (await application.invoke(capability, input, { principal: localPrincipal, requestId: 'test' })) as O;
  };
  type Changed = { channel: { channel_id: string; state: string } };
  const mailCount = async (count: number) => {
    while (mailbox.mails.length < count) await pause(5);
  };
  const codeIn = (text = '') => /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(text)?.[0] ?? '';

  // The test may run in the middle of the night.
  await call('notifications.preferences.set', { quiet_hours: 'none' });
  const { channel } = await call<Changed>('notifications.channels.add', {
    channel: 'email',
    address: 'anna@example.com',
  });
  const { channel_id } = channel;
  t.is(channel.state, 'unproved');
  const proved = await call<Changed>('notifications.channels.verify', {
    channel_id,
    code: codeIn(mailbox.mails[0]?.text),
  });
  t.is(proved.channel.state, 'on');

  t.deepEqual(await call('tell', { key: 'rent' }), { state: 'accepted' });
  t.deepEqual(await call('tell', { key: 'rent' }), { state: 'known' });
  await mailCount(2);
  const mail = mailbox.mails[1];
  t.is(mail?.headers.get('subject'), 'Due Tuesday 31 December 2999: Pay the rent: Office lease');
  t.regex(mail?.text ?? '', /Office lease\.pdf, page 7[\s\S]*“The rent is due at the end of the world\.”/);
  t.regex(mail?.html ?? '', /Office lease\.pdf, page 7/);

  const link = new URL(/<([^>]+)>/.exec(mail?.headers.get('list-unsubscribe') ?? '')?.[1] ?? '');
  t.is(link.origin, 'https://dossier.example');
  t.is((await fetch(`${server.url}${link.pathname}${link.search}`, { method: 'POST' })).status, 200);
  t.deepEqual(await call('tell', { key: 'rent of January' }), { state: 'paused' });

  await call('notifications.channels.on', { channel_id });
  await call('notifications.channels.verify', { channel_id, code: codeIn(mailbox.mails.at(-1)?.text) });
  t.deepEqual(await call('tell', { key: 'rent of January' }), { state: 'accepted' });
  await mailCount(4);

  type Log = { notices: { kind: string; why: string }[] };
  const log = await call<Log>('notifications.log');
  const kinds = log.notices.map(({ kind }) => kind).toSorted();
  t.deepEqual(kinds, ['channel-off', 'proof', 'proof', 'reminder', 'reminder']);
  t.notRegex(JSON.stringify(log), /anna@example\.com/);
});
