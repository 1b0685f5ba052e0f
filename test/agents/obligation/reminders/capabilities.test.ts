import test from 'ava';
import { reminderCapabilities } from '../../../../agents/obligation/reminders/capabilities.ts';
import { whyText } from '../../../../agents/obligation/reminders/text.ts';
import type { MessageView, ReminderView, Why } from '../../../../agents/obligation/reminders/view.ts';
import { silentLogger } from '../../../../core/ports/logger.ts';
import { callerOf } from '../../../support/call.ts';
import { createRig, dueOn, type Rig } from './rig.ts';

const callerFor = (rig: Rig) => callerOf({ capabilities: reminderCapabilities(rig.ports) }, silentLogger);
const since = '2027-03-20T00:00:00.000Z';

test('what is planned is listed as it would be if a worker looked now, though none has', async (t) => {
  const rig = await createRig(t, '2027-03-20T12:00:00Z');
  rig.dues = [dueOn('2027-03-31', { since })];
  const call = callerFor(rig);
  const { reminders } = await call<{ reminders: ReminderView[] }>('reminders.list');
  t.deepEqual(
    reminders.map(({ at, slot, state, title }) => [at.slice(0, 10), slot, state, title]),
    [
      ['2027-03-24', '7-days-before', 'planned', 'Give notice of non-renewal'],
      ['2027-03-30', '1-day-before', 'planned', 'Give notice of non-renewal'],
      ['2027-03-31', 'on-the-day', 'planned', 'Give notice of non-renewal'],
      ['2027-04-01', 'overdue', 'planned', 'Give notice of non-renewal'],
    ],
  );
  t.deepEqual(await rig.stored(), []);
});

test('a preview shows the messages that then go out', async (t) => {
  const rig = await createRig(t, '2027-03-20T12:00:00Z');
  rig.told.people.set('anna', { digest: 'daily' });
  rig.dues = [
    dueOn('2027-03-31', { since, leadDays: [1] }),
    dueOn('2027-04-06', { obligationId: 'obl_rent', title: 'Pay the rent', since, leadDays: [7] }),
  ];
  const { messages } = await callerFor(rig)<{ messages: MessageView[] }>('reminders.preview', { days: 15 });
  await rig.runUntil('2027-04-04T00:00:00Z');
  t.deepEqual(
    messages.map(({ at, items }) => [at, items.map(({ title }) => title).toSorted()]),
    rig.told.sent.map(({ at, notice }) => [at, notice.items.map(({ title }) => title).toSorted()]),
  );
  t.is(messages.length, 2);
  t.is(messages[0]?.items.length, 2);
});

test('why says what went out and how, what comes next, and why nothing does', async (t) => {
  const rig = await createRig(t, '2027-03-20T12:00:00Z');
  rig.dues = [dueOn('2027-03-31', { since })];
  const ports = {
    ...rig.ports,
    notifications: {
      ...rig.ports.notifications,
      deliveries: async (_principal: unknown, keys: readonly string[]) =>
        keys.map((noticeKey) => ({
          id: 'del',
          noticeKey,
          kind: 'reminder',
          person: 'anna',
          channel: 'email',
          address: 'a…@example.com',
          state: 'failed' as const,
          attempts: 3,
          reason: 'mailbox full',
          createdAt: rig.now(),
          sentAt: undefined,
        })),
    },
  };
  const call = callerOf({ capabilities: reminderCapabilities(ports) }, silentLogger);
  await rig.runUntil('2027-03-25T00:00:00Z');
  const why = await call<Why>('reminders.why', { obligation: 'obl_notice' });
  t.is(
    why.explanation,
    '1 of its reminders went out. The next goes to anna at 2027-03-30T07:00:00.000Z (1-day-before).',
  );
  t.deepEqual(
    why.reminders.flatMap(({ deliveries }) => deliveries.map(({ channel, state, reason }) => [channel, state, reason])),
    [['email', 'failed', 'mailbox full']],
  );
  const other = await call<Why>('reminders.why', { obligation: 'obl_other' });
  t.regex(other.explanation, /not confirmed, has no day yet/);
});

test('why names the next few reminders of what recurs and says how many more are planned', async (t) => {
  const rig = await createRig(t, '2027-03-20T12:00:00Z');
  rig.dues = ['2027-04-05', '2027-05-05', '2027-06-05', '2027-07-05'].map((date) =>
    dueOn(date, { obligationId: 'obl_rent', title: 'Pay the rent', since, leadDays: [7, 1] }),
  );
  const call = callerFor(rig);
  await rig.runUntil('2027-03-30T00:00:00Z');
  const why = await call<Why>('reminders.why', { obligation: 'obl_rent' });
  t.is(why.reminders.length, 12);
  const same = (text: string): string => text;
  const lines = whyText(why, { bold: same, dim: same, good: same, bad: same, width: 200 }).split('\n');
  t.deepEqual(
    lines.flatMap((line) => /^(\S+ \S+)Z\s+(sent|planned)/.exec(line)?.slice(1).join(' ') ?? []),
    [
      '2027-03-29 07:00 sent',
      '2027-04-04 07:00 planned',
      '2027-04-06 07:00 planned',
      '2027-04-28 07:00 planned',
      '2027-05-04 07:00 planned',
      '2027-05-06 07:00 planned',
    ],
  );
  t.is(lines.at(-1), 'Planned beyond these: 6, the last on 2027-07-06.');
});
