import test from 'ava';
import { localPrincipal } from '../../../core/identity/principal.ts';
import { quietUntil } from '../../../core/notifications/people/quiet.ts';
import type { SendOutcome } from '../../../core/ports/notifier.ts';
import { fakeNotifier, notice, openNotifications } from '../../support/notifications.ts';

const HOUR = 3_600_000;
const end = (timezone: string, now: string, from = '22:00', to = '07:00'): string | undefined => {
  const until = quietUntil({ timezone, quietHours: { from, to } }, Date.parse(now));
  return until === undefined ? undefined : new Date(until).toISOString();
};

test('quiet hours go by the clock on the person’s wall, over midnight and through nights in which the clocks change', (t) => {
  t.is(end('UTC', '2026-01-01T21:59:59Z'), undefined);
  t.is(end('UTC', '2026-01-01T22:00:00Z'), '2026-01-02T07:00:00.000Z');
  t.is(end('UTC', '2026-01-02T06:59:59Z'), '2026-01-02T07:00:00.000Z');
  t.is(end('UTC', '2026-01-02T07:00:00Z'), undefined);
  t.is(end('UTC', '2026-01-02T12:30:00Z', '12:00', '14:00'), '2026-01-02T14:00:00.000Z');
  t.is(end('UTC', '2026-01-02T22:30:00Z', '12:00', '14:00'), undefined);
  // Berlin springs forward on 29 March 2026 and falls back on 25 October.
  t.is(end('Europe/Berlin', '2026-03-28T22:00:00Z'), '2026-03-29T05:00:00.000Z');
  t.is(end('Europe/Berlin', '2026-10-24T21:00:00Z'), '2026-10-25T06:00:00.000Z');
  t.is(end('Europe/Berlin', '2026-03-29T00:30:00Z', '01:00', '02:30'), '2026-03-29T01:30:00.000Z');
  t.is(quietUntil({ timezone: 'UTC', quietHours: undefined }, 0), undefined);
});

test('what an outage holds up into the night goes out in the morning, and not before', async (t) => {
  let up = false;
  const mail = fakeNotifier('email', {
    answer: (): SendOutcome => (up ? { outcome: 'sent' } : { outcome: 'retry', reason: 'status-503' }),
  });
  const { port, work, addChannel, clock, log } = await openNotifications(t, [mail]);
  await addChannel('c1', 'email', 'anna@example.com');
  clock.advance(9.5 * HOUR);
  await port.send(localPrincipal, notice());
  await work();
  t.is(mail.sent.length, 1);
  up = true;
  for (let quarter = 0; quarter < 36; quarter++) {
    clock.advance(HOUR / 4);
    if (new Date(clock.now()).getUTCHours() >= 22 || new Date(clock.now()).getUTCHours() < 7) await work();
  }
  t.is(mail.sent.length, 1);
  t.is((await log([notice().key]))[0]?.reason, 'quiet-hours');
  clock.advance(HOUR);
  await work();
  t.is(mail.sent.length, 2);
  t.is((await log([notice().key]))[0]?.state, 'sent');
});
