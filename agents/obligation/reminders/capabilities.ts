import { z } from 'zod';
import { defineCapability } from '../../../core/capability/capability.ts';
import { toInstant } from '../../../core/ports/clock.ts';
import type { ReminderPorts, StandingOf } from './ports.ts';
import { listText, previewText, whyText } from './text.ts';
import { messageSchema, reminderViewSchema, whySchema } from './view.ts';

const person = z.string().min(1).max(200).optional().describe('Only what goes to this person.');
const days = z.int().min(1).max(366);

export const reminderCapabilities = (ports: ReminderPorts, standingOf: StandingOf) =>
  [listReminders(ports), previewReminders(ports), whyReminders(ports, standingOf)] as const;

const listReminders = (ports: ReminderPorts) =>
  defineCapability({
    name: 'reminders.list',
    title: 'Reminders',
    summary:
      'Lists the reminders of confirmed obligations: what went out, what is planned, and what was not sent and why.',
    description:
      'Reminders follow from obligations that somebody confirmed and from what each person prefers; they are sent while ' +
      'dossier worker or dossier serve runs.',
    input: z.strictObject({
      obligation: z.string().min(1).max(200).optional().describe('Only those of this obligation.'),
      person,
      days: days.default(60).describe('How many days ahead.'),
      past: z
        .boolean()
        .default(false)
        .describe('Also what went out, was cancelled or was skipped in the last 62 days.'),
    }),
    output: z.object({ reminders: z.array(reminderViewSchema) }),
    scope: 'obligations:read',
    effect: 'read',
    http: { method: 'get', path: '/reminders' },
    cli: { examples: ['reminders list', 'reminders list --past --person local'] },
    render: ({ reminders }, style) => listText(reminders, style),
    run: async ({ obligation, person: who, days: ahead, past }, { principal }) => {
      const { knownReminders } = await import('./known.ts');
      const until = toInstant(ports.clock.now() + ahead * 86_400_000);
      const { known } = await knownReminders(ports, principal);
      const reminders = known
        .map(({ view }) => view)
        .filter((view) => past || view.state === 'planned' || view.state === 'handing')
        .filter((view) => view.at <= until)
        .filter((view) => obligation === undefined || view.obligation_id === obligation)
        .filter((view) => who === undefined || view.person === who);
      return { reminders };
    },
  });

const previewReminders = (ports: ReminderPorts) =>
  defineCapability({
    name: 'reminders.preview',
    title: 'Preview reminders',
    summary: 'Shows the messages that will go out if nobody does anything: when, to whom, and what is in each.',
    input: z.strictObject({ person, days: days.default(30).describe('How many days ahead.') }),
    output: z.object({ messages: z.array(messageSchema) }),
    scope: 'obligations:read',
    effect: 'read',
    http: { method: 'get', path: '/reminders/preview' },
    cli: { examples: ['reminders preview --days 90'] },
    render: ({ messages }, style) => previewText(messages, style),
    run: async ({ person: who, days: ahead }, { principal }) => {
      const { previewMessages } = await import('./preview.ts');
      return { messages: [...(await previewMessages(ports, principal, { days: ahead, person: who }))] };
    },
  });

const whyReminders = (ports: ReminderPorts, standingOf: StandingOf) =>
  defineCapability({
    name: 'reminders.why',
    title: 'Why a reminder came, or did not',
    summary:
      'Explains what went out about an obligation, by which channel and with which result, and what did not and why.',
    input: z.strictObject({ obligation: z.string().min(1).max(200).describe('The id of the obligation.') }),
    output: whySchema,
    scope: 'obligations:read',
    effect: 'read',
    http: { method: 'get', path: '/reminders/why/{obligation}' },
    cli: { positionals: ['obligation'], examples: ['reminders why OBLIGATION-ID'] },
    render: whyText,
    run: async ({ obligation }, { principal }) => {
      const { whyOf } = await import('./why.ts');
      return await whyOf(ports, standingOf, principal, obligation);
    },
  });
