import { z } from 'zod';
import { defineCapability } from '../../../../core/capability/capability.ts';
import { isTimeZone } from '../../../../core/time/days.ts';
import { editable } from '../../model/standing.ts';
import type { ObligationPorts } from '../../ports.ts';
import type { Renew } from '../../terms/answer.ts';
import { detailText } from '../render.ts';
import { obligationDetailSchema } from '../view.ts';
import { idField, revision } from './verbs.ts';

const words = z.string().trim().min(1).max(500);

const editInputSchema = z.strictObject({
  id: idField,
  action: words.optional().describe('What is to be done, in your own words.'),
  party: words.optional().describe('Whom it binds.'),
  date: z.iso
    .date()
    .optional()
    .describe('The last day on which it is in time: 2027-03-31. Of a recurring one only that of the next occurrence.'),
  rrule: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .optional()
    .describe('How it recurs, as RFC 5545 says it: FREQ=MONTHLY;BYMONTHDAY=5.'),
  starts: z.iso.date().optional().describe('The first day that the rule counts from.'),
  anchor_date: z.iso
    .date()
    .optional()
    .describe('When that happened which the deadline counts from (deadline.needs): "received on 2026-03-01".'),
  timezone: z
    .string()
    .refine(isTimeZone, 'it must be a time zone such as Europe/Berlin')
    .optional()
    .describe('In which its days begin and end: Europe/Berlin.'),
  person: words.optional().describe('Who is reminded.'),
  lead_days: z
    .array(z.int().min(0).max(3650))
    .min(1)
    .max(20)
    .optional()
    .describe(
      "Days before the last day on which it is reminded of; 0 is the day itself. Without them the person's own.",
    ),
  reset: z.array(z.enum(editable)).default([]).describe('Back to what the document says.'),
  reason: z.string().trim().min(1).max(2000).optional().describe('Why, in your own words.'),
  revision,
});

export type EditInput = z.output<typeof editInputSchema>;

export const editCapability = (ports: ObligationPorts, renew: Renew) =>
  defineCapability({
    name: 'obligations.edit',
    title: 'Edit an obligation',
    summary: 'Corrects an obligation: what, who, by when, who is reminded and how long before.',
    description:
      'Its evidence stays, and what was read stays beside what you say. anchor_date gives what the document leaves open: the day of a receipt, a delivery, a closing. ' +
      'What was planned to remind of it moves with it.',
    input: editInputSchema,
    output: obligationDetailSchema,
    scope: 'obligations:write',
    effect: 'write',
    idempotent: true,
    http: { method: 'patch', path: '/obligations/{id}' },
    cli: {
      positionals: ['id'],
      examples: [
        'obligations edit OBLIGATION-ID --anchor-date 2026-03-01',
        'obligations edit OBLIGATION-ID --person ann --lead-days 30 --lead-days 7',
      ],
    },
    render: detailText,
    run: async (input, context) => {
      const { editObligation } = await import('../lifecycle/answer.ts');
      return editObligation(ports, renew, input, context);
    },
  });
