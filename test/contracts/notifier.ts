import type { ExecutionContext, TestFn } from 'ava';
import type { SendOutcome } from '../../core/ports/notifier.ts';
import type { Fault, NotifierSide } from '../support/notifiers/side.ts';
import { deliver, message } from '../support/notifiers/start.ts';

/** A fresh notifier and its other side, which is gone when the test ends. */
export type NotifierFactory = (t: ExecutionContext) => Promise<NotifierSide>;

/** What people are told, as a document might have it to do harm in what carries it. */
const hostile =
  'Pay\r\nBcc: thief@example.com\r\n\r\nnow\u0000 <!channel> <@U123> @everyone &amp; "quoted" \\ $(x) %s\u2028{"a":1}\u202e';
const scripts = 'Kündigung bis 31. März – 契約を更新しない通知 – إشعار بعدم التجديد – הודעה – 👩‍🚀';
/** Words that only the message holds. */
const secretWords = 'zephyrine-obligation-4711';

/** What every notifier promises. Run against each implementation, with the other side that it really talks to. */
export const testNotifier = (test: TestFn, create: NotifierFactory): void => {
  const promise = (title: string, check: (t: ExecutionContext, side: NotifierSide) => Promise<void>): void => {
    test(`contract: ${title}`, async (t) => {
      t.timeout(20_000);
      await check(t, await create(t));
    });
  };
  /** Where the other side cannot fail like this, there is nothing to promise. */
  const onFault = (
    fault: Fault,
    title: string,
    check: (t: ExecutionContext, side: NotifierSide, outcome: SendOutcome) => Promise<void> | void,
  ): void => {
    promise(title, async (t, side) => {
      if (!side.faults.includes(fault)) return void t.pass();
      side.fail(fault);
      const words = message({ title: secretWords, text: secretWords, html: secretWords, brief: secretWords });
      const outcome = await deliver(side.notifier, words, side.address);
      await check(t, side, outcome);
    });
  };
  const isSilent = (t: ExecutionContext, { secrets }: NotifierSide, outcome: SendOutcome): void => {
    const words = JSON.stringify(outcome);
    for (const word of [...secrets, secretWords]) t.false(words.includes(word), words);
    t.true(words.length < 300);
    if (outcome.outcome !== 'sent') t.regex(outcome.reason, /^[\x20-\x7e]+$/);
  };

  promise('it says what it is', async (t, { notifier }) => {
    t.regex(notifier.channel, /^[a-z][a-z0-9-]{0,31}$/);
    t.regex(notifier.title, /^\p{Lu}/u);
    t.is(typeof notifier.proof, 'boolean');
  });

  promise('addresses of its kind are taken, and no others', async (t, { notifier, address, otherAddress, invalid }) => {
    for (const good of [address, otherAddress]) {
      const parsed = notifier.address.safeParse(good);
      t.true(parsed.success);
      t.deepEqual(notifier.address.parse(parsed.data), parsed.data, 'what is stored can be parsed again');
      t.deepEqual(JSON.parse(JSON.stringify(parsed.data)), parsed.data, 'what is parsed can be stored');
    }
    for (const bad of [undefined, null, 7, '', [], ...invalid]) {
      t.false(notifier.address.safeParse(bad).success, JSON.stringify(bad));
    }
  });

  promise('a mask tells addresses apart, on one line, and is not one', async (t, side) => {
    const { notifier, address, otherAddress, secrets } = side;
    const mask = (each: unknown) => notifier.mask(notifier.address.parse(each) as never);
    t.regex(mask(address), /^\P{Cc}{1,200}$/u);
    t.is(mask(address), mask(address));
    if (JSON.stringify(address) !== JSON.stringify(otherAddress)) t.not(mask(address), mask(otherAddress));
    for (const secret of secrets) t.false(mask(address).includes(secret));
  });

  promise('a message arrives, with its title and text', async (t, side) => {
    const outcome = await deliver(side.notifier, message(), side.address);
    t.is(outcome.outcome, 'sent', JSON.stringify(outcome));
    isSilent(t, side, outcome);
    const arrived = await side.arrived();
    t.is(arrived.length, 1);
    const { title, text } = message();
    if (arrived[0]?.title !== '') t.is(arrived[0]?.title, title);
    if (arrived[0]?.text !== '') t.regex(arrived[0]?.text ?? '', /Give notice of non-renewal/);
    t.true(text.length > 0);
  });

  promise('one key is one message to the other side, another key another', async (t, side) => {
    await deliver(side.notifier, message({ key: 'one' }), side.address);
    await deliver(side.notifier, message({ key: 'one', text: 'Worded anew.' }), side.address);
    await deliver(side.notifier, message({ key: 'two' }), side.address);
    const ids = (await side.arrived()).map(({ id }) => id);
    t.is(new Set(ids).size, 2);
    t.not(ids.at(-1), ids[0]);
    t.true(ids.every((id) => id.length > 0));
  });

  promise('messages at once arrive once each', async (t, side) => {
    const keys = Array.from({ length: 5 }, (_, index) => `key-${index}`);
    const outcomes = await Promise.all(keys.map((key) => deliver(side.notifier, message({ key }), side.address)));
    t.true(outcomes.every(({ outcome }) => outcome === 'sent'));
    const ids = (await side.arrived()).map(({ id }) => id);
    t.is(ids.length, keys.length);
    t.is(new Set(ids).size, keys.length);
  });

  promise('text that was made to do harm arrives as text', async (t, side) => {
    const words = message({ key: `key ${hostile}`, title: hostile, text: hostile, brief: hostile });
    const outcome = await deliver(side.notifier, words, side.address);
    t.is(outcome.outcome, 'sent', JSON.stringify(outcome));
    const [arrived, ...others] = await side.arrived();
    t.deepEqual(others, []);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    t.notRegex(arrived?.title ?? '', /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
  });

  promise('every script arrives as it was written', async (t, side) => {
    await deliver(side.notifier, message({ title: scripts, text: scripts, brief: scripts }), side.address);
    const [arrived] = await side.arrived();
    t.true([scripts, ''].includes(arrived?.title ?? 'none'), arrived?.title);
    t.true((arrived?.text ?? 'none') === '' || arrived?.text.includes(scripts), arrived?.text);
  });

  promise('a text of a million characters arrives, or its beginning, cut at no half character', async (t, side) => {
    const long = '👩‍🚀 <b>& notice '.repeat(62_500);
    const outcome = await deliver(side.notifier, message({ title: long, text: long, brief: long }), side.address);
    t.is(outcome.outcome, 'sent', JSON.stringify(outcome));
    const [arrived] = await side.arrived();
    for (const words of [arrived?.title ?? '', arrived?.text ?? '']) {
      t.true(words.isWellFormed());
      t.notRegex(words, /\ufffd/);
    }
  });

  promise('half characters do no harm', async (t, side) => {
    const half = 'notice \ud83d of';
    t.is(
      (await deliver(side.notifier, message({ title: half, text: half, brief: half }), side.address)).outcome,
      'sent',
    );
  });

  promise('a message without a link, a way to unsubscribe or text arrives', async (t, side) => {
    const { url: _url, unsubscribeUrl: _unsubscribe, ...bare } = message({ text: ' ', brief: '', data: {} });
    t.is((await deliver(side.notifier, bare, side.address)).outcome, 'sent');
  });

  promise('an aborted call sends nothing', async (t, side) => {
    const outcome = await deliver(side.notifier, message(), side.address, AbortSignal.abort());
    t.is(outcome.outcome, 'retry');
    t.deepEqual(await side.arrived(), []);
  });

  promise('closing twice is fine', async (t, { notifier, address }) => {
    await deliver(notifier, message(), address);
    await notifier.close?.();
    await t.notThrowsAsync(async () => notifier.close?.());
  });

  promise('it can tell what was sent, where it says that it can', async (t, { notifier, address }) => {
    if (notifier.wasSent === undefined) return void t.pass();
    const to = notifier.address.parse(address) as never;
    const { signal } = new AbortController();
    t.false(await notifier.wasSent('here', to, signal));
    await deliver(notifier, message({ key: 'here' }), address);
    t.true(await notifier.wasSent('here', to, signal));
    t.false(await notifier.wasSent('elsewhere', to, signal));
  });

  promise('what is no report of a dead address is none, where it reads reports', async (t, { notifier }) => {
    if (notifier.readBounce === undefined) return void t.pass();
    for (const report of [undefined, null, 7, 'bounced', [], {}, { address: 'anna@example.org' }, [{}]]) {
      t.is(await notifier.readBounce(report), undefined, JSON.stringify(report));
    }
  });

  onFault('busy', 'an other side that is busy is tried again, when it says', (t, side, outcome) => {
    t.is(outcome.outcome, 'retry');
    if (outcome.outcome === 'retry' && outcome.after !== undefined) t.is(outcome.after, 7000);
    isSilent(t, side, outcome);
  });

  onFault(
    'broken',
    'an other side that is out of order is tried again, and then the message arrives',
    async (t, side, outcome) => {
      t.is(outcome.outcome, 'retry');
      isSilent(t, side, outcome);
      side.fail(undefined);
      t.is((await deliver(side.notifier, message(), side.address)).outcome, 'sent');
      t.is((await side.arrived()).length, 1);
    },
  );

  onFault('hangs-up', 'a connection that breaks off is tried again', (t, side, outcome) => {
    t.is(outcome.outcome, 'retry');
    isSilent(t, side, outcome);
  });

  onFault('garbles', 'what speaks another protocol is tried again', (t, side, outcome) => {
    t.is(outcome.outcome, 'retry');
    isSilent(t, side, outcome);
  });

  onFault('refuses', 'what is refused for good is not tried again, and the address is not dead', (t, side, outcome) => {
    t.like(outcome, { outcome: 'refused', gone: false });
    isSilent(t, side, outcome);
  });

  onFault('gone', 'a dead address is said to be dead', (t, side, outcome) => {
    t.like(outcome, { outcome: 'refused', gone: true });
    isSilent(t, side, outcome);
  });

  onFault('echoes', 'what the other side repeats of a message or of a secret goes no further', (t, side, outcome) => {
    t.is(outcome.outcome, 'refused');
    isSilent(t, side, outcome);
  });

  promise('an other side that never answers is left when the time is over', async (t, side) => {
    if (!side.faults.includes('stalls')) return void t.pass();
    side.fail('stalls');
    const outcome = await deliver(side.notifier, message(), side.address, AbortSignal.timeout(300));
    t.deepEqual(outcome, { outcome: 'retry', reason: 'timeout' });
  });
};
