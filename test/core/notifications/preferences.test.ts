import test from 'ava';
import type { AnyCapability } from '../../../core/capability/capability.ts';
import { createInvoke } from '../../../core/capability/invoke.ts';
import { DossierError } from '../../../core/errors/error.ts';
import { localPrincipal, type Principal } from '../../../core/identity/principal.ts';
import { notificationCapabilities } from '../../../core/notifications/capabilities.ts';
import { silentLogger } from '../../../core/ports/logger.ts';
import { fakeNotifier, openNotifications } from '../../support/notifications.ts';

const open = async (
  t: Parameters<typeof openNotifications>[0],
  setup: Parameters<typeof openNotifications>[2] = {},
) => {
  const rig = await openNotifications(t, [fakeNotifier('email')], setup);
  const capabilities = notificationCapabilities(rig.parts);
  const invoke = createInvoke({ log: silentLogger, clock: rig.clock });
  const call = (name: string, input: object, principal: Principal = localPrincipal) =>
    invoke(capabilities.find((each) => each.name === name) as AnyCapability, input, { principal, requestId: 'test' });
  const set = (input: object, principal?: Principal) => call('notifications.preferences.set', input, principal);
  const problems = async (input: object): Promise<string> => {
    const error = await t.throwsAsync(set(input), { instanceOf: DossierError });
    t.is(error.code, 'invalid_input', JSON.stringify(input));
    return error.message;
  };
  return { ...rig, call, set, problems };
};

test('what cannot be a preference is refused by name, and nothing of the call is set', async (t) => {
  const { port, set, problems } = await open(t);
  await set({ timezone: 'America/New_York' });
  const refused: [object, RegExp][] = [
    [{ colour: 'red' }, /colour/],
    [{ timezone: '+02:00' }, /timezone/],
    [{ timezone: '' }, /timezone/],
    [{ timezone: 'Europe/Berlin; DROP' }, /timezone/],
    [{ quiet_hours: '22:00' }, /quiet_hours/],
    [{ quiet_hours: '22:00-22:00' }, /quiet_hours/],
    [{ quiet_hours: '24:00-07:00' }, /quiet_hours/],
    [{ quiet_hours: '22:00-07:00-08:00' }, /quiet_hours/],
    [{ remind_at: '9:00' }, /remind_at/],
    [{ lead_days: [-1] }, /lead_days/],
    [{ lead_days: [367] }, /lead_days/],
    [{ lead_days: [1.5] }, /lead_days/],
    [{ lead_days: [3, 3] }, /twice/],
    [{ paused_until: '2026-02-30' }, /paused_until/],
    [{ paused_until: '2026-01-01' }, /not in the future/],
    [{ digest: 'weekly' }, /digest/],
    [{ quotes: 'maybe' }, /quotes/],
    [{ escalate_to: 'local' }, /themselves/],
    [{ escalate_to: 'nobody' }, /name them first/],
    [{ escalate_to: '../../x' }, /escalate_to/],
    [{ escalate_after: 3 }, /add escalate_to/],
    [{ person: 'system', name: 'System' }, /person/],
    [{ channels: ['reminder=chn_none'] }, /not there/],
    [{ channels: ['proof=none'] }, /KIND/],
  ];
  for (const [input, said] of refused) t.regex(await problems({ remind_at: '08:00', ...input }), said);
  const { timezone, remindAt } = await port.preferences(localPrincipal, 'local');
  t.deepEqual([timezone, remindAt], ['America/New_York', '09:00']);
});

test('what is not named stays, and each preference goes back to its default', async (t) => {
  const { port, set, addChannel } = await open(t);
  await addChannel('c1', 'email', 'anna@example.com');
  await set({ person: 'anna', name: 'Anna Berg' });
  await set({ quiet_hours: 'none', remind_at: '07:30', lead_days: [], escalate_to: 'anna', paused_until: 'forever' });
  await set({ channels: ['overdue=none', 'reminder=c1'] });
  await set({ escalate_after: 0, channels: ['digest=none'] });
  const changed = await port.preferences(localPrincipal, 'local');
  t.like(changed, {
    quietHours: undefined,
    remindAt: '07:30',
    pausedUntil: 'forever',
    escalation: { person: 'anna', afterDays: 0 },
  });
  t.deepEqual(changed.leadDays, []);
  const { preferences } = await set({
    quiet_hours: 'default',
    remind_at: 'default',
    paused_until: 'none',
    escalate_to: 'none',
  });
  t.like(preferences, {
    quiet_hours: { from: '22:00', to: '07:00' },
    remind_at: '09:00',
    paused_until: null,
    escalation: null,
    channels: { overdue: [], reminder: ['c1'], digest: [], escalation: 'all' },
    changed: ['lead_days', 'channels'],
  });
});

test('whoever plans by preferences is asked to look again before they change', async (t) => {
  const asked: string[] = [];
  const { port, set } = await open(t, {
    replan: async ({ workspace }) => {
      asked.push(`${workspace} ${(await port.preferences(localPrincipal, 'local')).remindAt}`);
    },
  });
  await set({ remind_at: '17:30' });
  t.deepEqual(asked, ['local 09:00']);
  t.is((await port.preferences(localPrincipal, 'local')).remindAt, '17:30');
});

test('two changes at once are both kept', async (t) => {
  const { port, set } = await open(t);
  await Promise.all([set({ remind_at: '06:00' }), set({ digest: 'single' }), set({ quotes: 'off' })]);
  t.like(await port.preferences(localPrincipal, 'local'), { remindAt: '06:00', digest: 'single', quotes: false });
});

test('a member changes what is their own; only an owner names people; nobody asks for somebody unknown', async (t) => {
  const { call, set } = await open(t);
  const bert: Principal = { ...localPrincipal, user: 'bert', role: 'member' };
  await set({ remind_at: '06:00' }, bert);
  const code = async (promise: Promise<unknown>) => (await t.throwsAsync(promise, { instanceOf: DossierError })).code;
  t.is(await code(set({ person: 'local', quotes: 'off' }, bert)), 'owner_only');
  t.is(await code(set({ person: 'anna', name: 'Anna' }, bert)), 'owner_only');
  t.is(await code(call('notifications.preferences', { person: 'local' }, bert)), 'owner_only');
  t.is(await code(call('notifications.preferences', { person: 'anna' })), 'not_found');
  t.is(await code(set({ person: 'anna', quotes: 'off' })), 'not_found');
  const { preferences } = await call('notifications.preferences', { person: 'bert' });
  t.like(preferences, { remind_at: '06:00' });
});
