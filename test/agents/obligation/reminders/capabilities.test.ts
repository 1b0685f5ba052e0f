import test from 'ava';
import { reminderCapabilities } from '../../../../agents/obligation/reminders/capabilities.ts';
import type { Standing } from '../../../../agents/obligation/reminders/ports.ts';
import { whyText } from '../../../../agents/obligation/reminders/text.ts';
import type { MessageView, ReminderView, Why } from '../../../../agents/obligation/reminders/view.ts';
import { silentLogger } from '../../../../core/ports/logger.ts';
import { callerOf } from '../../../support/call.ts';
import { createRig, dueOn, type Rig } from './rig.ts';

const callerFor = (rig: Rig) =>
  callerOf({ capabilities: reminderCapabilities(rig.ports, async () => undefined) }, silentLogger);
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
  const call = callerOf({ capabilities: reminderCapabilities(ports, async () => undefined) }, silentLogger);
  await rig.runUntil('2027-03-25T00:00:00Z');
  const why = await call<Why>('reminders.why', { obligation: 'obl_notice' });
  t.is(
    why.explanation,
    'One reminder of it has gone out. The next goes to anna on Tuesday, 30 March 2027, 09:00 (Europe/Berlin), 1-day-before.',
  );
  t.deepEqual(
    why.reminders.flatMap(({ deliveries }) => deliveries.map(({ channel, state, reason }) => [channel, state, reason])),
    [['email', 'failed', 'mailbox full']],
  );
});

test('why says of an obligation that nobody is reminded of which of its facts is the reason', async (t) => {
  const rig = await createRig(t, '2027-03-20T12:00:00Z');
  const standing = { status: 'confirmed', date: null, needs: null } as const;
  const cases: readonly (readonly [Partial<Standing>, RegExp])[] = [
    [{ status: 'proposed', date: '2027-04-01' }, /None is planned: nobody has confirmed it\.$/],
    [{ status: 'done', date: '2027-04-01' }, /it is done\.$/],
    [{ status: 'dismissed', date: '2027-04-01' }, /it was dismissed\.$/],
    [{}, /it has no deadline\.$/],
    [{ needs: 'the Closing' }, /it has no day until this is known: the Closing\.$/],
    [
      { date: '2031-04-01' },
      /it falls due on Tuesday 1 April 2031, which is further ahead than reminders are planned\.$/,
    ],
    [{ status: 'overdue', date: '2026-04-01' }, /it fell due on Wednesday 1 April 2026, too long ago\.$/],
  ];
  for (const [own, said] of cases) {
    const call = callerOf(
      { capabilities: reminderCapabilities(rig.ports, async () => ({ ...standing, ...own })) },
      silentLogger,
    );
    t.regex((await call<Why>('reminders.why', { obligation: 'obl_other' })).explanation, said);
  }
  const error = await t.throwsAsync(callerFor(rig)('reminders.why', { obligation: 'obl_nobody' }));
  t.like(error, { code: 'not_found' });
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
