import test, { type ExecutionContext } from 'ava';
import type { SMTPServerOptions } from 'smtp-server';
import { plugin } from '../../../plugins/notifiers/smtp.ts';
import { testNotifier } from '../../contracts/notifier.ts';
import { createTestClock } from '../../support/clock.ts';
import { faults } from '../../support/notifiers/side.ts';
import { SMTP_PASSWORD, SMTP_USER, startSmtpMailbox } from '../../support/notifiers/smtp-mailbox.ts';
import { deliver, message, startNotifier } from '../../support/notifiers/start.ts';

const start = async (
  t: ExecutionContext,
  options: Readonly<Record<string, unknown>> = {},
  serverOptions?: SMTPServerOptions,
) => {
  const mailbox = await startSmtpMailbox(t, serverOptions);
  const notifier = await startNotifier(
    plugin,
    {
      // A name would be asked of a name server first.
      host: '127.0.0.1',
      port: mailbox.port,
      ca: mailbox.ca,
      user: SMTP_USER,
      password: SMTP_PASSWORD,
      from: 'reminders@example.org',
      ...options,
    },
    { clock: createTestClock(Date.UTC(2027, 2, 29, 7)) },
  );
  return { mailbox, notifier };
};

testNotifier(test, async (t) => {
  const { mailbox, notifier } = await start(t);
  return {
    notifier,
    address: 'anna@example.org',
    otherAddress: 'bert@example.org',
    invalid: ['anna', 'anna@', 'anna@example.org\r\nRCPT TO:<x@example.org>', 'a@b.org,c@d.org', '"x"@[127.0.0.1]'],
    secrets: [SMTP_PASSWORD, 'anna'],
    arrived: async () => mailbox.arrived(),
    faults,
    fail: mailbox.fail,
  };
});

test('a message goes over TLS, signed in, with the headers that mail programs and other machines look at', async (t) => {
  const { mailbox, notifier } = await start(t, { from_name: 'Büro Nord' });
  t.deepEqual(await deliver(notifier, message(), 'anna@example.org'), { outcome: 'sent', reference: '4Xy1Zq' });
  const [mail] = mailbox.mails;
  t.like(mail, { from: 'reminders@example.org', to: ['anna@example.org'], secure: true, user: SMTP_USER });
  t.is(mail?.text.replaceAll('\r\n', '\n').trim(), message().text.trim());
  t.is(mail?.html.trim(), message().html);
  t.is(mail?.headers.get('auto-submitted'), 'auto-generated');
  t.is(mail?.headers.get('list-unsubscribe'), '<https://dossier.example.org/unsubscribe/q2w3e4>');
  t.is(mail?.headers.get('list-unsubscribe-post'), 'List-Unsubscribe=One-Click');
  t.is(mail?.headers.get('date'), 'Mon, 29 Mar 2027 07:00:00 +0000');
  t.regex(mail?.headers.get('message-id') ?? '', /^<[\w-]{43}@example\.org>$/);
  t.regex(mail?.headers.get('content-type') ?? '', /^multipart\/alternative;/);
});

test('the Message-ID of a key is the same after a restart', async (t) => {
  const first = await start(t);
  const second = await start(t);
  await deliver(first.notifier, message(), 'anna@example.org');
  await deliver(second.notifier, message({ title: 'Worded anew' }), 'anna@example.org');
  t.is(first.mailbox.arrived()[0]?.id, second.mailbox.arrived()[0]?.id);
});

test('a title with line breaks adds no header and no recipient', async (t) => {
  const { mailbox, notifier } = await start(t);
  const title = 'Pay\r\nBcc: thief@example.com\nX-Evil: 1\r\n\r\nbody';
  await deliver(notifier, message({ title, unsubscribeUrl: 'https://x.example/\r\nX-Evil: 2' }), 'anna@example.org');
  const [mail] = mailbox.mails;
  t.deepEqual(mail?.to, ['anna@example.org']);
  t.is(mail?.headers.get('subject'), 'Pay Bcc: thief@example.com X-Evil: 1 body');
  t.false(mail?.headers.has('bcc'));
  t.false(mail?.headers.has('x-evil'));
  t.is(mail?.headers.get('list-unsubscribe'), '<https://x.example/X-Evil:%202>');
});

test('an unsubscribe link of five hundred characters stays whole', async (t) => {
  const { mailbox, notifier } = await start(t);
  const unsubscribeUrl = `https://dossier.example.org/unsubscribe/${'q2w3e4r5'.repeat(60)}`;
  await deliver(notifier, message({ unsubscribeUrl }), 'anna@example.org');
  t.is(mailbox.mails[0]?.headers.get('list-unsubscribe')?.replace(/\s/g, ''), `<${unsubscribeUrl}>`);
});

test('a line of a text that is only a full stop does not end the message', async (t) => {
  const { mailbox, notifier } = await start(t);
  await deliver(notifier, message({ text: 'before\n.\nMAIL FROM:<x@example.com>\n.\r\nafter' }), 'anna@example.org');
  t.is(mailbox.mails.length, 1);
  t.regex(mailbox.mails[0]?.text ?? '', /before\s+\.\s+MAIL FROM:<x@example\.com>\s+\.\s+after/);
});

const recipients: readonly (readonly [string, object])[] = [
  ['550 5.1.1 No such user', { outcome: 'refused', gone: true, reason: 'smtp 550 5.1.1' }],
  ['550 5.2.1 Mailbox disabled', { outcome: 'refused', gone: true, reason: 'smtp 550 5.2.1' }],
  ['556 5.1.10 Domain takes no mail', { outcome: 'refused', gone: true, reason: 'smtp 556 5.1.10' }],
  ['550 5.7.1 Policy', { outcome: 'refused', gone: false, reason: 'smtp 550 5.7.1' }],
  ['550 Requested action not taken', { outcome: 'refused', gone: false }],
  ['552 5.2.2 Mailbox full', { outcome: 'refused', gone: false, reason: 'smtp 552 5.2.2' }],
  ['450 4.2.1 Try later', { outcome: 'retry', reason: 'smtp 450 4.2.1' }],
  ['452 4.5.3 Too many', { outcome: 'retry', reason: 'smtp 452 4.5.3' }],
  ['503 5.5.1 Bad sequence', { outcome: 'retry', reason: 'smtp 503 5.5.1' }],
];

for (const [line, expected] of recipients) {
  test(`a recipient answered with "${line}" is understood`, async (t) => {
    const { mailbox, notifier } = await start(t);
    mailbox.answerRecipients(line);
    t.like(await deliver(notifier, message(), 'anna@example.org'), expected);
  });
}

test('a wrong password is a matter of the configuration: no address is dead', async (t) => {
  const { notifier } = await start(t, { password: 'wrong' });
  const outcome = await deliver(notifier, message(), 'anna@example.org');
  t.deepEqual(outcome, { outcome: 'refused', reason: 'smtp 535 5.7.8 at sign-in', gone: false });
});

test('neither password nor message go over a connection that is not encrypted, whatever the server offers', async (t) => {
  const { mailbox, notifier } = await start(t, {}, { disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
  t.deepEqual(await deliver(notifier, message(), 'anna@example.org'), { outcome: 'retry', reason: 'smtp no TLS' });
  t.deepEqual(mailbox.mails, []);
});

test('a server with a certificate that nobody vouches for gets nothing', async (t) => {
  const { mailbox, notifier } = await start(t, { ca: undefined });
  const outcome = await deliver(notifier, message(), 'anna@example.org');
  t.deepEqual(outcome, { outcome: 'retry', reason: 'smtp certificate not trusted' });
  t.deepEqual(mailbox.mails, []);
});

test('TLS from the start of the connection works', async (t) => {
  const { mailbox, notifier } = await start(t, { tls: 'implicit' }, { secure: true });
  t.is((await deliver(notifier, message(), 'anna@example.org')).outcome, 'sent');
  t.true(mailbox.mails[0]?.secure);
});

test('a relay on this machine is used without TLS and without a password', async (t) => {
  const { mailbox, notifier } = await start(
    t,
    { tls: 'none', user: undefined, password: undefined },
    { authOptional: true },
  );
  t.is((await deliver(notifier, message(), 'anna@example.org')).outcome, 'sent');
  t.false(mailbox.mails[0]?.secure);
});

test('a server that wants no password and offers no sign-in does not get a message from somebody who has one', async (t) => {
  const { mailbox, notifier } = await start(t, {}, { disabledCommands: ['AUTH'], authOptional: true });
  t.like(await deliver(notifier, message(), 'anna@example.org'), { outcome: 'refused', gone: false });
  t.deepEqual(mailbox.mails, []);
});

test('options are refused where they could not work or would give a password away', (t) => {
  const good = { host: 'mail.example.org', from: 'a@example.org' };
  t.true(plugin.options.safeParse(good).success);
  t.true(plugin.options.safeParse({ ...good, user: 'u', password: 'p' }).success);
  for (const bad of [
    { ...good, user: 'u' },
    { ...good, password: 'p' },
    { ...good, user: 'u', password: 'p', tls: 'none' },
    { ...good, port: 0 },
    { host: 'mail.example.org' },
  ]) {
    t.false(plugin.options.safeParse(bad).success, JSON.stringify(bad));
  }
});
