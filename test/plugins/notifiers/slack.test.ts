import test, { type ExecutionContext } from 'ava';
import { plugin } from '../../../plugins/notifiers/slack.ts';
import { testNotifier } from '../../contracts/notifier.ts';
import { faults } from '../../support/notifiers/side.ts';
import { SLACK_PATH, startSlackChannel } from '../../support/notifiers/slack-channel.ts';
import { deliver, message, startNotifier } from '../../support/notifiers/start.ts';

const start = async (t: ExecutionContext) => {
  const channel = await startSlackChannel(t);
  const notifier = await startNotifier(plugin, { allow_private: true, allow_http: true });
  return { channel, notifier };
};

testNotifier(test, async (t) => {
  const { channel, notifier } = await start(t);
  return {
    notifier,
    address: channel.url,
    otherAddress: `${channel.origin}/services/T1/B1/Y`,
    invalid: ['#general', 'hooks.slack.com/services/T', 'file:///etc/passwd', { url: channel.url }],
    secrets: [SLACK_PATH, 'XXXXXXXX'],
    arrived: async () => channel.arrived(),
    faults,
    fail: channel.fail,
  };
});

test('a message is its title, its text and a link, and one line for where blocks are not shown', async (t) => {
  const { channel, notifier } = await start(t);
  await deliver(notifier, message({ title: 'Due *soon*' }), channel.url);
  const [payload] = channel.payloads;
  t.deepEqual(
    payload?.blocks.map(({ text }) => text.text),
    [
      '*Due ∗soon∗*',
      `${message().text.trimEnd()}\n`,
      '<https://dossier.example.org/obligations/obl_7f3a?from=notice&amp;to=tenant|Open in Dossier>',
    ],
  );
  t.is(payload?.text, 'Due *soon*: Give notice of non-renewal by Wednesday, 31 March 2027.');
  t.true(payload?.blocks.every(({ text }) => text.verbatim));
  t.false(payload?.unfurl_links);
});

test('no text of a document calls anybody or is a link that it does not look like', async (t) => {
  const { channel, notifier } = await start(t);
  const text =
    'Ask <!channel>, <!here|here>, <@U024BE7LH>, <!subteam^S1>, <#C024BE7LR> & @channel, @here (@everyone) x@all ' +
    '<https://evil.example|https://bank.example> &lt;!channel&gt; anna@example.org';
  await deliver(notifier, message({ title: text, text, brief: text }), channel.url);
  t.deepEqual(channel.pings(), []);
  t.regex(channel.arrived()[0]?.text ?? '', /anna@example\.org/);
  const [, section] = channel.payloads[0]?.blocks ?? [];
  t.true(section?.text.text.includes('&amp;lt;!channel&amp;gt;'));
});

test('nor where a long line is cut', async (t) => {
  const { channel, notifier } = await start(t);
  for (let length = 570; length < 590; length++) {
    const text = `${'x'.repeat(length)} @channel`;
    await deliver(notifier, message({ key: String(length), text }), channel.url);
  }
  t.is(channel.payloads.length, 20);
  t.deepEqual(channel.pings(), []);
});

test('a link that is none of the web, or that would end its own brackets, is no way out', async (t) => {
  const { channel, notifier } = await start(t);
  await deliver(notifier, message({ key: 'a', url: 'javascript:alert(1)' }), channel.url);
  await deliver(notifier, message({ key: 'b', url: 'https://x.example/|a>|<!here>' }), channel.url);
  t.is(channel.payloads[0]?.blocks.length, 2);
  t.is(channel.payloads[1]?.blocks.at(-1)?.text.text, '<https://x.example/%7Ca%3E%7C%3C!here%3E|Open in Dossier>');
});

test('a long text is cut where Slack would refuse it, and says that it goes on', async (t) => {
  const { channel, notifier } = await start(t);
  const text = `${'<&>'.repeat(3000)}\n${'clause '.repeat(5000)}`;
  t.is((await deliver(notifier, message({ text }), channel.url)).outcome, 'sent');
  t.is(channel.payloads[0]?.blocks.at(-2)?.text.text, '…');
});

test('the code of a failure is told, and nothing else of what was answered', async (t) => {
  const { channel, notifier } = await start(t);
  channel.fail('gone');
  const outcome = await deliver(notifier, message(), channel.url);
  t.deepEqual(outcome, { outcome: 'refused', reason: 'slack status 404 no_service', gone: true });
});
