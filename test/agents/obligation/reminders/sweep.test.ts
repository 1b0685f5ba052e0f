import test from 'ava';
import { createRig, dueOn, linesOf } from './rig.ts';

test('a confirmed obligation is reminded of at each lead time, and once more when it is overdue', async (t) => {
  const rig = await createRig(t, '2027-02-01T12:00:00Z');
  rig.dues = [dueOn('2027-03-31')];
  await rig.runUntil('2027-05-01T00:00:00Z');
  t.deepEqual(linesOf(rig), [
    '2027-03-01T08:00Z anna reminder',
    '2027-03-24T08:00Z anna reminder',
    '2027-03-30T07:00Z anna reminder',
    '2027-03-31T07:00Z anna reminder',
    '2027-04-01T07:00Z anna overdue',
  ]);
  t.is(new Set(rig.told.sent.map(({ notice }) => notice.key)).size, 5);
  const [item] = rig.told.sent[0]?.notice.items ?? [];
  t.is(item?.due?.words, 'Wednesday 31 March 2027 (Europe/Berlin)');
  t.is(item?.label, 'Last day to give notice');
});

test('after a fortnight of standstill each occurrence is told of once, as late, and nothing of what has passed', async (t) => {
  const rig = await createRig(t, '2027-02-01T12:00:00Z');
  rig.dues = [
    dueOn('2027-03-11', { obligationId: 'obl_soon' }),
    dueOn('2027-03-04', { obligationId: 'obl_passed' }),
    dueOn('2027-06-30', { obligationId: 'obl_far' }),
  ];
  await rig.runUntil('2027-02-24T00:00:00Z');
  rig.told.sent.length = 0;
  rig.jump('2027-03-10T12:00:00Z');
  await rig.sweep();
  await rig.sweep();
  t.deepEqual(
    rig.told.sent.map(({ notice }) => [notice.items[0]?.obligationId, notice.kind, notice.lateSince]),
    [
      ['obl_soon', 'reminder', '2027-03-10T08:00:00.000Z'],
      ['obl_passed', 'overdue', '2027-03-05T08:00:00.000Z'],
    ],
  );
  const skipped = (await rig.stored()).filter(({ state }) => state === 'skipped');
  t.deepEqual(skipped.map(({ obligation, slot, reason }) => [obligation, slot, reason]).toSorted(), [
    ['obl_passed', '1-day-before', 'a later one took its place'],
    ['obl_passed', '7-days-before', 'a later one took its place'],
    ['obl_passed', 'on-the-day', 'a later one took its place'],
    ['obl_soon', '7-days-before', 'a later one took its place'],
  ]);
});

test('nothing is made up for that would have gone out before the obligation was confirmed', async (t) => {
  const rig = await createRig(t, '2027-03-29T10:00:00Z');
  rig.dues = [dueOn('2027-03-31', { since: '2027-03-29T10:00:00.000Z' })];
  await rig.sweep();
  t.deepEqual(linesOf(rig), []);
  await rig.runUntil('2027-03-31T12:00:00Z');
  t.deepEqual(linesOf(rig), ['2027-03-30T07:00Z anna reminder', '2027-03-31T07:00Z anna reminder']);
});

test('what is done is not reminded of, and what is under way is called back', async (t) => {
  const rig = await createRig(t, '2027-03-20T12:00:00Z');
  rig.dues = [dueOn('2027-03-31', { since: '2027-03-20T00:00:00.000Z' })];
  await rig.runUntil('2027-03-24T08:00:00Z');
  await rig.sweep();
  t.is(rig.told.sent.length, 1);
  rig.dues = [];
  await rig.runUntil('2027-05-01T00:00:00Z');
  t.is(rig.told.sent.length, 1);
  t.deepEqual([...new Set(rig.told.withdrawn)], [rig.told.sent[0]?.notice.key ?? '']);
  const states = (await rig.stored()).map(({ slot, state }) => `${slot} ${state}`).toSorted();
  t.deepEqual(states, ['1-day-before cancelled', '7-days-before sent', 'on-the-day cancelled', 'overdue cancelled']);
});

test('another day moves what was planned', async (t) => {
  const rig = await createRig(t, '2027-03-01T12:00:00Z');
  rig.dues = [dueOn('2027-03-31', { since: '2027-03-01T00:00:00.000Z', leadDays: [1] })];
  await rig.sweep();
  rig.dues = [dueOn('2027-04-30', { occurrence: '2027-03-31', since: '2027-03-02T00:00:00.000Z', leadDays: [1] })];
  await rig.runUntil('2027-04-30T00:00:00Z');
  t.deepEqual(linesOf(rig), ['2027-04-29T07:00Z anna reminder']);
});

test('a snoozed obligation is silent until then, and is heard of at that time', async (t) => {
  const rig = await createRig(t, '2027-03-20T12:00:00Z');
  rig.dues = [dueOn('2027-03-31', { snoozedUntil: '2027-03-30T10:00:00.000Z' })];
  await rig.runUntil('2027-04-01T00:00:00Z');
  t.deepEqual(linesOf(rig), ['2027-03-30T10:00Z anna reminder', '2027-03-31T07:00Z anna reminder']);
});

test('nobody reacts: somebody else is told, at their own hour', async (t) => {
  const rig = await createRig(t, '2027-03-31T12:00:00Z');
  rig.told.people.set('anna', { escalation: { person: 'bo', afterDays: 3 } });
  rig.told.people.set('bo', { timezone: 'America/New_York', remindAt: '08:00' });
  rig.dues = [dueOn('2027-03-31', { since: '2027-03-31T11:00:00.000Z' })];
  await rig.runUntil('2027-04-10T00:00:00Z');
  t.deepEqual(linesOf(rig), ['2027-04-01T07:00Z anna overdue', '2027-04-03T12:00Z bo escalation']);
});

test('one message a day holds all of the day; a crash while it is handed over neither loses nor repeats any', async (t) => {
  const rig = await createRig(t, '2027-03-29T12:00:00Z');
  rig.told.people.set('anna', { digest: 'daily' });
  const since = '2027-03-29T00:00:00.000Z';
  rig.dues = [
    dueOn('2027-03-31', { since }),
    dueOn('2027-03-31', { obligationId: 'obl_rent', title: 'Pay the rent', since }),
  ];
  await rig.sweep();
  rig.jump('2027-03-30T07:00:00Z');
  rig.told.answer = () => Promise.reject(new Error('killed'));
  await t.throwsAsync(rig.sweep(), { message: 'killed' });
  // A third one falls due before the process is back: it does not change the notice that was begun.
  rig.dues = [...rig.dues, dueOn('2027-03-31', { obligationId: 'obl_late', since, leadDays: [1] })];
  rig.told.answer = undefined;
  await rig.sweep();
  await rig.sweep();
  t.deepEqual(
    rig.told.sent.map(({ notice }) => [notice.kind, notice.items.map(({ obligationId }) => obligationId).toSorted()]),
    [
      ['digest', ['obl_notice', 'obl_rent']],
      ['reminder', ['obl_late']],
    ],
  );
});

test('killed after the notice was accepted and before that was written down: it is not sent again', async (t) => {
  const rig = await createRig(t, '2027-03-30T06:00:00Z');
  rig.dues = [dueOn('2027-03-31', { since: '2027-03-30T00:00:00.000Z' })];
  await rig.sweep();
  rig.jump('2027-03-30T07:00:00Z');
  const { commit } = rig.ports.records;
  let commits = 0;
  const broken = {
    ...rig,
    ports: {
      ...rig.ports,
      records: {
        ...rig.ports.records,
        commit: (...given: Parameters<typeof commit>) =>
          ++commits === 2 ? Promise.reject(new Error('killed')) : commit.apply(rig.ports.records, given),
      },
    },
  };
  const { sweepReminders } = await import('../../../../agents/obligation/reminders/sweep.ts');
  const { localPrincipal } = await import('../../../../core/identity/principal.ts');
  await t.throwsAsync(sweepReminders(broken.ports, localPrincipal, new AbortController().signal), {
    message: 'killed',
  });
  t.is(rig.told.sent.length, 1);
  await rig.sweep();
  t.is(rig.told.sent.length, 1);
  t.is((await rig.stored()).filter(({ state }) => state === 'sent').length, 1);
});

test('who paused is told after the pause, once and as late, if there is still something to say', async (t) => {
  const rig = await createRig(t, '2027-03-23T12:00:00Z');
  rig.dues = [dueOn('2027-03-31', { since: '2027-03-23T00:00:00.000Z' })];
  rig.told.answer = () => 'paused';
  await rig.runUntil('2027-03-26T12:00:00Z');
  t.deepEqual(linesOf(rig), []);
  t.is(
    (await rig.stored()).find(({ slot }) => slot === '7-days-before')?.reason,
    'the person paused notices of this kind',
  );
  rig.told.answer = undefined;
  await rig.runUntil('2027-03-27T12:00:00Z');
  t.is(rig.told.sent.length, 1);
  t.is(rig.told.sent[0]?.notice.lateSince, '2027-03-24T08:00:00.000Z');
});

test('a worker that comes back at night waits for the morning, unless the deadline does not', async (t) => {
  const rig = await createRig(t, '2027-03-20T12:00:00Z');
  const since = '2027-03-20T00:00:00.000Z';
  rig.dues = [
    dueOn('2027-03-31', { since }),
    dueOn('2027-03-25', {
      obligationId: 'obl_early',
      time: '06:00',
      leadDays: [7, 1, 0],
      since: '2027-03-10T00:00:00.000Z',
    }),
  ];
  await rig.sweep();
  rig.told.sent.length = 0;
  rig.jump('2027-03-25T02:00:00Z');
  const next = await rig.sweep();
  t.deepEqual(
    rig.told.sent.map(({ notice }) => notice.items[0]?.obligationId),
    ['obl_early'],
  );
  t.is(next, '2027-03-25T06:00:00.000Z');
});

test('what comes back every month is not announced a month ahead, unless somebody wants it so', async (t) => {
  const rig = await createRig(t, '2027-01-10T12:00:00Z');
  const since = '2027-01-10T00:00:00.000Z';
  const months = ['2027-03-03', '2027-04-03', '2027-05-03'];
  rig.dues = [
    ...months.map((date) => dueOn(date, { obligationId: 'obl_rent', since })),
    ...months.map((date) => dueOn(date, { obligationId: 'obl_own', since, leadDays: [30] })),
  ];
  await rig.runUntil('2027-03-03T12:00:00Z');
  t.deepEqual(
    rig.told.sent.map(({ at, notice }) => `${at.slice(0, 10)} ${notice.items[0]?.obligationId}`),
    ['2027-02-01 obl_own', '2027-02-24 obl_rent', '2027-03-02 obl_rent', '2027-03-03 obl_rent'],
  );
});

test('months of standing orders are planned ahead, so that a standstill loses none', async (t) => {
  const rig = await createRig(t, '2027-01-10T12:00:00Z');
  const months = ['2027-02-03', '2027-03-03', '2027-04-03'];
  rig.dues = months.map((date) =>
    dueOn(date, { obligationId: 'obl_rent', leadDays: [1], since: '2027-01-10T00:00:00.000Z' }),
  );
  await rig.runUntil('2027-04-10T00:00:00Z');
  t.deepEqual(linesOf(rig), [
    '2027-02-02T08:00Z anna reminder',
    '2027-02-04T08:00Z anna overdue',
    '2027-03-02T08:00Z anna reminder',
    '2027-03-04T08:00Z anna overdue',
    '2027-04-02T07:00Z anna reminder',
    '2027-04-04T07:00Z anna overdue',
  ]);
});
