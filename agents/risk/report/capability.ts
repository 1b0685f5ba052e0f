import { z } from 'zod';
import { defineCapability } from '../../../core/capability/capability.ts';
import type { RiskOptions } from '../options.ts';
import { reportFormats, risksFields } from '../overview/capability.ts';
import { summarySchema } from '../overview/summary.ts';
import type { RiskPorts } from '../ports.ts';

const inputSchema = z.strictObject({
  ...risksFields,
  format: z.enum(reportFormats).default('md').describe('md or html.'),
});
export type ReportInput = z.output<typeof inputSchema>;

const outputSchema = z.object({
  format: z.enum(reportFormats),
  media_type: z.string(),
  report: z.string(),
  summary: summarySchema,
});
export type ReportOutput = z.output<typeof outputSchema>;

export const reportCapability = (ports: RiskPorts, options: RiskOptions) =>
  defineCapability({
    name: 'risks.report',
    title: 'Risk report',
    summary:
      'Writes a report of the risks that can be sent on: an overview, each quote in its place, what to ask for, what was decided.',
    description:
      'As Markdown, or as one HTML page that needs nothing else and loads nothing. The shell writes it to a file with --out.',
    input: inputSchema,
    output: outputSchema,
    scope: 'risks:read',
    effect: 'read',
    http: { method: 'get', path: '/risks/report' },
    cli: {
      positionals: ['document_ids'],
      saves: 'report',
      examples: [
        'risks report DOCUMENT-ID --format html --out risks.html',
        'risks report --min-severity high --party customer',
      ],
    },
    timeoutSeconds: 600,
    render: ({ report }) => report,
    run: async (input, context) => (await import('./write.ts')).writeReport(ports, options, input, context),
  });
