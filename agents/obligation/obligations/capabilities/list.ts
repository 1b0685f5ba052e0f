import { z } from 'zod';
import { defineCapability } from '../../../../core/capability/capability.ts';
import { modalities } from '../../model/reading.ts';
import { classes, statuses } from '../../model/standing.ts';
import type { ObligationPorts } from '../../ports.ts';
import { renderObligations } from '../render.ts';
import { obligationViewSchema } from '../view.ts';

const listInputSchema = z.strictObject({
  document_ids: z.array(z.string().min(1)).max(1000).default([]).describe('Ids of documents; all of them without any.'),
  party: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('Whom it binds: a name, or a word of the documents ("tenant"). What binds every party is among it.'),
  due_before: z.iso.date().optional().describe('Only what is due by this day, the day itself included: 2027-03-31.'),
  due_after: z.iso.date().optional().describe('Only what is due from this day on.'),
  status: z
    .array(z.enum(statuses))
    .default(['proposed', 'confirmed', 'snoozed', 'overdue'])
    .describe('Those that have this status; all but done and dismissed ones without any.'),
  modality: z
    .array(z.enum(modalities))
    .default([...modalities])
    .describe('Duties, prohibitions, claims, permissions.'),
  deadline: z
    .array(z.enum(classes))
    .optional()
    .describe(
      'dated: with a day; open: with a deadline that waits for something to be known; past: over before anybody confirmed it; none: without. ' +
        'Without any: dated, open, and what somebody decided on.',
    ),
  limit: z.int().min(1).max(500).default(50),
  after: z.string().min(1).optional().describe('next of the page before.'),
});
export type ListInput = z.output<typeof listInputSchema>;

const listOutputSchema = z.object({
  obligations: z.array(obligationViewSchema).describe('What is due first stands first, what has no day last.'),
  next: z.string().nullable().describe('Give it as after for more; null on the last page.'),
  total: z.int().nonnegative(),
  unread: z
    .array(z.object({ document_id: z.string(), document_name: z.string() }))
    .describe('Documents that took too long to read and were stopped: what they say now is not among it.'),
  summary: z.object({
    by_status: z.object({
      proposed: z.int(),
      confirmed: z.int(),
      snoozed: z.int(),
      overdue: z.int(),
      done: z.int(),
      dismissed: z.int(),
    }),
    past: z.int().describe('Left out: over before anybody confirmed them (deadline past).'),
    without_deadline: z.int().describe('Left out: what these documents say without any deadline (deadline none).'),
  }),
});
export type ListOutput = z.output<typeof listOutputSchema>;

export const listCapability = (ports: ObligationPorts, timezone: string) =>
  defineCapability({
    name: 'obligations',
    title: 'Obligations',
    summary: 'Lists who must do what by when, with the sentence that says so: what is due first stands first.',
    description:
      'Each has its deadline with the arithmetic, verbatim quotes that are checked against the stored text, and where it stands: proposed until ' +
      'somebody confirms it, and only confirmed ones are reminded of. A deadline that waits for something (deadline.needs) gets its day by obligations.edit. ' +
      'Say with party who the user is, where you know it. It is no legal advice.',
    input: listInputSchema,
    output: listOutputSchema,
    scope: 'obligations:read',
    effect: 'read',
    http: { method: 'get', path: '/obligations' },
    cli: {
      positionals: ['document_ids'],
      examples: ['obligations DOCUMENT-ID --party tenant --due-before 2027-03-31', 'obligations --status overdue'],
    },
    timeoutSeconds: 600,
    render: renderObligations,
    run: async (input, context) =>
      (await import('../list/answer.ts')).answerObligations(ports, timezone, input, context),
  });
