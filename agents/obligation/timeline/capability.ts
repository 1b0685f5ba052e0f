import { z } from 'zod';
import { defineCapability } from '../../../core/capability/capability.ts';
import type { ObligationPorts } from '../ports.ts';

const formats = ['md', 'html'] as const;

/** How far back something overdue is looked for, days. */
const BACK = 366;

export const timelineCapability = (ports: ObligationPorts, timezone: string) =>
  defineCapability({
    name: 'timeline',
    title: 'Timeline',
    summary: 'Shows the deadlines of the next twelve months at a glance, by document and party.',
    description:
      'As Markdown, or as one HTML page that needs nothing else and loads nothing. What nobody confirmed yet is shown apart; leave it out with confirmed_only.',
    input: z.strictObject({
      documents: z.array(z.string().min(1).max(200)).max(1000).default([]).describe('Ids; all where none is named.'),
      party: z.string().min(1).max(200).optional().describe('Only what this party has to do.'),
      confirmed_only: z.boolean().default(false).describe('Leave out what nobody confirmed.'),
      format: z.enum(formats).default('md').describe('md or html.'),
    }),
    output: z.object({
      format: z.enum(formats),
      media_type: z.string(),
      timeline: z.string(),
      confirmed: z.int(),
      proposed: z.int(),
      overdue: z.int(),
    }),
    scope: 'obligations:read',
    effect: 'read',
    http: { method: 'get', path: '/timeline' },
    cli: {
      positionals: ['documents'],
      saves: 'timeline',
      examples: ['timeline', 'timeline --format html --out timeline.html'],
    },
    render: ({ timeline }) => timeline,
    timeoutSeconds: 600,
    run: async ({ documents, party, confirmed_only: confirmedOnly, format }, context) => {
      const { timelineOf, MONTHS } = await import('./model.ts');
      const { timelineEntries } = await import('./entries.ts');
      const { timezone: zone } = await ports.notifications.preferences(context.principal, context.principal.user);
      const now = Temporal.Instant.fromEpochMilliseconds(ports.clock.now());
      const today = now.toZonedDateTimeISO(zone).toPlainDate();
      const from = today.subtract({ days: BACK }).toString();
      const to = today.with({ day: 1 }).add({ months: MONTHS }).subtract({ days: 1 }).toString();
      const { entries, unread } = await timelineEntries(ports, { documents, party, timezone, from, to }, context);
      const timeline = timelineOf(
        entries.filter(({ standing }) => !confirmedOnly || standing === 'confirmed'),
        today.toString(),
        unread,
      );
      const written =
        format === 'html'
          ? { media_type: 'text/html', timeline: (await import('./html.ts')).htmlTimeline(timeline) }
          : { media_type: 'text/markdown', timeline: (await import('./markdown.ts')).markdownTimeline(timeline) };
      const { confirmed, proposed, overdue } = timeline;
      return { format, ...written, confirmed, proposed, overdue: overdue.length };
    },
  });
