import type { Scenario } from './scenario.ts';

type Preferences = { preferences: { changed: string[]; lead_days: number[] } };
type Log = {
  notices: { kind: string; why: string; deliveries: { channel: string; state: string; address: string }[] }[];
};

/** How people are told things, on every surface. The channel is the file that needs no account. */
export const notificationScenarios: readonly Scenario[] = [
  {
    name: 'whoever has set nothing has preferences and a channel that work',
    proves: ['notify-defaults', 'notify-log'],
    steps: [
      {
        capability: 'notifications.preferences',
        input: {},
        like: {
          preferences: {
            person: 'local',
            quiet_hours: { from: '22:00', to: '07:00' },
            lead_days: [30, 7, 1, 0],
            quotes: true,
            changed: [],
          },
        },
      },
      {
        capability: 'notifications.channels',
        input: {},
        like: { channels: [{ channel_id: 'default', channel: 'file', state: 'on', address: 'notices.txt' }] },
      },
      {
        capability: 'notifications.test',
        input: {},
        like: { results: [{ channel: 'file', outcome: 'sent', reason: null }] },
      },
      {
        capability: 'notifications.log',
        input: {},
        apart: ['key'],
        holds: (output) => {
          const [entry, ...others] = (output as Log).notices;
          return others.length === 0 && entry?.kind === 'test' && entry.deliveries[0]?.state === 'sent';
        },
      },
    ],
  },
  {
    name: 'preferences are checked strictly, and all problems are named',
    proves: ['notify-preferences'],
    steps: [
      {
        capability: 'notifications.preferences.set',
        input: { timezone: 'Pacific/Auckland', quiet_hours: '21:30-06:30', lead_days: [1, 60, 14], quotes: 'off' },
        like: {
          preferences: {
            timezone: 'Pacific/Auckland',
            quiet_hours: { from: '21:30', to: '06:30' },
            lead_days: [60, 14, 1],
            quotes: false,
          },
        },
      },
      { capability: 'notifications.preferences.set', input: { timezone: 'Europe/Atlantis' }, error: 'invalid_input' },
      { capability: 'notifications.preferences.set', input: { quiet_hours: '25:00-06:00' }, error: 'invalid_input' },
      { capability: 'notifications.preferences.set', input: { lead_days: [7, 7] }, error: 'invalid_input' },
      { capability: 'notifications.preferences.set', input: { paused_until: '2020-01-01' }, error: 'invalid_input' },
      { capability: 'notifications.preferences.set', input: { escalate_to: 'local' }, error: 'invalid_input' },
      { capability: 'notifications.preferences.set', input: { escalate_to: 'anna' }, error: 'invalid_input' },
      {
        capability: 'notifications.preferences.set',
        input: { channels: ['reminder=none', 'nonsense'] },
        error: 'invalid_input',
      },
      {
        capability: 'notifications.preferences.set',
        input: { person: 'anna', name: 'Anna Berg' },
        like: { preferences: { person: 'anna', name: 'Anna Berg' } },
      },
      {
        capability: 'notifications.preferences.set',
        input: { escalate_to: 'anna', escalate_after: 2 },
        like: { preferences: { escalation: { person: 'anna', after_days: 2 } } },
      },
      {
        capability: 'notifications.preferences.set',
        input: { reset: true },
        holds: (output) => (output as Preferences).preferences.changed.length === 0,
      },
    ],
  },
  {
    name: 'a channel is added, switched off and on, and removed',
    proves: ['notify-channels'],
    steps: [
      {
        capability: 'notifications.channels.add',
        input: { channel: 'file', address: 'mine.jsonl' },
        like: { channel: { channel: 'file', state: 'on', address: 'mine.jsonl' }, code: null },
        keep: { channel: 'channel.channel_id' },
      },
      {
        capability: 'notifications.channels.add',
        input: { channel: 'file', address: '../etc/passwd' },
        error: 'invalid_input',
      },
      {
        capability: 'notifications.channels.add',
        input: { channel: 'pigeon', address: 'roof' },
        error: 'invalid_input',
      },
      {
        capability: 'notifications.channels.verify',
        input: { channel_id: 'chn_none', code: 'ABCD-EFGH' },
        error: 'not_found',
      },
      {
        capability: 'notifications.channels.off',
        input: { channel_id: '{channel}' },
        like: { channel: { state: 'off' } },
      },
      { capability: 'notifications.test', input: { channel_id: '{channel}' }, error: 'channel_not_on' },
      // Whoever switched their only channel off wants nothing, also not in the file that needs no set-up.
      {
        capability: 'notifications.channels',
        input: {},
        like: { channels: [{ state: 'off', address: 'mine.jsonl' }] },
      },
      {
        capability: 'notifications.channels.on',
        input: { channel_id: '{channel}' },
        like: { channel: { state: 'on' } },
      },
      {
        capability: 'notifications.channels.remove',
        input: { channel_id: '{channel}' },
        like: { removed: { address: 'mine.jsonl' } },
      },
      { capability: 'notifications.channels', input: {}, like: { channels: [{ channel_id: 'default' }] } },
    ],
  },
];
