import { z } from 'zod';
import { type AnyCapability, defineCapability, type TextStyle } from '../../capability/capability.ts';
import { noticeKinds } from '../../ports/notifications.ts';
import type { NotificationParts } from '../parts.ts';
import { FOREVER, leadDays, personId, quietHours, timeOfDay, timezone } from '../people/records.ts';
import { person } from './fields.ts';

const viewSchema = z.object({
  person: z.string(),
  name: z.string().nullable(),
  timezone: z.string().describe('IANA time zone.'),
  quiet_hours: z.object({ from: z.string(), to: z.string() }).nullable(),
  remind_at: z.string().describe('Local time of day at which reminders go out.'),
  lead_days: z.array(z.int()).describe('Days before the due day; 0 is the day itself.'),
  digest: z.enum(['single', 'daily']),
  paused_until: z.string().nullable().describe('Nothing is sent before this day, ever where it is forever.'),
  quotes: z.boolean().describe('Whether words of documents may stand in messages.'),
  escalation: z.object({ person: z.string(), after_days: z.int() }).nullable(),
  channels: z
    .record(z.string(), z.union([z.literal('all'), z.array(z.string())]))
    .describe('By kind of notice: ids of channels, or all that are on.'),
  changed: z.array(z.string()).describe('What is not as the defaults have it.'),
});
export type PreferencesView = z.infer<typeof viewSchema>;

const output = z.object({ preferences: viewSchema });

const description =
  'Whatever is not set has a default that works. Reminders, digests, overdue notices and escalations go by all channels ' +
  'that are on, unless channels says otherwise.';

export const preferenceCapabilities = (parts: NotificationParts): readonly AnyCapability[] => [
  defineCapability({
    name: 'notifications.preferences',
    title: 'Notification preferences',
    summary: 'Shows when, how far ahead and by which channels a person is reminded.',
    description,
    input: z.strictObject({ person }),
    output,
    scope: 'notifications:read',
    effect: 'read',
    http: { method: 'get', path: '/notifications/preferences' },
    cli: { examples: ['notifications preferences', 'notifications preferences --person anna'] },
    render: ({ preferences }, style) => preferencesText(preferences, style),
    run: async (input, { principal }) => {
      const { personFor } = await import('../people/access.ts');
      const { viewPreferences } = await import('../people/view.ts');
      return { preferences: await viewPreferences(parts, principal, personFor(principal, input.person)) };
    },
  }),
  defineCapability({
    name: 'notifications.preferences.set',
    title: 'Set notification preferences',
    summary: 'Sets when, how far ahead and by which channels a person is reminded; what is not named stays as it is.',
    description: `${description} All of it is set, or nothing where anything is wrong. "default" goes back to the default. An owner adds another person, somebody to escalate to, by an id and a name of their choice.`,
    input: z.strictObject({
      person,
      name: z.string().trim().min(1).max(100).optional().describe('How others see the person: "Anna Berg".'),
      timezone: z
        .union([timezone, z.literal('default')])
        .optional()
        .describe('IANA time zone: Europe/Berlin.'),
      quiet_hours: z
        .string()
        .refine(
          (text) => ['none', 'default'].includes(text) || readHours(text) !== undefined,
          'Expected 22:00-07:00 or none',
        )
        .optional()
        .describe('22:00-07:00, local time, within which nothing is sent; none.'),
      remind_at: z
        .union([timeOfDay, z.literal('default')])
        .optional()
        .describe('Local time of reminders: 09:00.'),
      lead_days: leadDays.optional().describe('Days before the due day, 0 to 366; 0 is the day itself.'),
      digest: z.enum(['single', 'daily']).optional().describe('A message for each, or one a day with all that is due.'),
      paused_until: z
        .union([z.iso.date(), z.enum([FOREVER, 'none'])])
        .optional()
        .describe('Send nothing before this day (2027-03-31), or ever (forever); none ends a pause.'),
      quotes: z.enum(['on', 'off']).optional().describe('Whether words of documents may stand in messages.'),
      escalate_to: z
        .union([personId, z.literal('none')])
        .optional()
        .describe('Whom to tell when nobody reacts; none for nobody.'),
      escalate_after: z.int().min(0).max(366).optional().describe('After how many days overdue.'),
      channels: z
        .array(z.string().min(1).max(500))
        .max(20)
        .default([])
        .describe(`KIND=all, KIND=none or KIND=ID,ID; kinds: ${noticeKinds.join(', ')}.`),
      reset: z.boolean().default(false).describe('Go back to all defaults first.'),
    }),
    output,
    scope: 'notifications:write',
    effect: 'write',
    idempotent: true,
    http: { method: 'patch', path: '/notifications/preferences' },
    cli: {
      examples: [
        'notifications preferences set --timezone Europe/Berlin --quiet-hours 21:00-08:00',
        'notifications preferences set --lead-days 60 --lead-days 14 --lead-days 1',
        'notifications preferences set --channels overdue=all --channels reminder=ID',
        'notifications preferences set --person anna --name "Anna Berg"',
        'notifications preferences set --escalate-to anna --escalate-after 3',
      ],
    },
    render: ({ preferences }, style) => preferencesText(preferences, style),
    run: async (input, { principal }) => {
      const { changePreferences } = await import('../people/change.ts');
      const { viewPreferences } = await import('../people/view.ts');
      const changed = await changePreferences(parts, principal, input.person, {
        name: input.name,
        timezone: standard(input.timezone),
        quietHours: input.quiet_hours === 'none' ? 'none' : hoursOf(standard(input.quiet_hours)),
        remindAt: standard(input.remind_at),
        leadDays: input.lead_days,
        digest: input.digest,
        pausedUntil: input.paused_until === 'none' ? null : input.paused_until,
        quotes: input.quotes === undefined ? undefined : input.quotes === 'on',
        escalateTo: input.escalate_to === 'none' ? null : input.escalate_to,
        escalateAfter: input.escalate_after,
        channels: input.channels,
        reset: input.reset,
      });
      return { preferences: await viewPreferences(parts, principal, changed) };
    },
  }),
];

const standard = (text: string | undefined): string | null | undefined => (text === 'default' ? null : text);

const hoursOf = (text: string | null | undefined) => (typeof text === 'string' ? readHours(text) : text);

/** "22:00-07:00". */
const readHours = (text: string): { from: string; to: string } | undefined => {
  const [, from, to] = /^([\d:]+)-([\d:]+)$/.exec(text) ?? [];
  return quietHours.safeParse({ from, to }).data;
};

const preferencesText = (view: PreferencesView, style: TextStyle): string => {
  const { quiet_hours: quiet, escalation, channels } = view;
  const rows: (readonly [string, string, string])[] = [
    ['time zone', 'timezone', view.timezone],
    ['quiet hours', 'quiet_hours', quiet === null ? 'none' : `${quiet.from} to ${quiet.to}`],
    ['remind at', 'remind_at', view.remind_at],
    ['lead days', 'lead_days', view.lead_days.length === 0 ? 'none' : view.lead_days.join(', ')],
    ['digest', 'digest', view.digest === 'daily' ? 'one message a day' : 'a message for each'],
    [
      'paused',
      'paused_until',
      view.paused_until === null
        ? 'no'
        : view.paused_until === FOREVER
          ? 'until you end it'
          : `until ${view.paused_until}`,
    ],
    ['words of documents', 'quotes', view.quotes ? 'may stand in messages' : 'stay inside'],
    [
      'if nobody reacts',
      'escalation',
      escalation === null ? 'nobody is told' : `tell ${escalation.person}, ${escalation.after_days} days overdue`,
    ],
    ...noticeKinds.map((kind) => [kind, 'channels', wanted(channels[kind] ?? 'all')] as const),
  ];
  const lines = rows.map(([label, field, value]) => {
    const text = `  ${label.padEnd(20)}${value}`;
    return view.changed.includes(field) ? text : style.dim(text);
  });
  return [style.bold(view.name === null ? view.person : `${view.name} (${view.person})`), ...lines].join('\n');
};

const wanted = (channels: 'all' | readonly string[]): string =>
  channels === 'all'
    ? 'by all channels that are on'
    : channels.length === 0
      ? 'not at all'
      : `by ${channels.join(', ')}`;
