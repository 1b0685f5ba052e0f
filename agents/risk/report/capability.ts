import { z } from 'zod';
import { defineCapability } from '../../../core/capability/capability.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import { type ExplainContext, explained } from '../explain/explain.ts';
import type { RiskOptions } from '../options.ts';
import { risksFields } from '../overview/capability.ts';
import { type Overview, risksOf } from '../overview/documents.ts';
import { worstFirst } from '../overview/order.ts';
import { summarySchema } from '../overview/summary.ts';
import type { RiskPorts } from '../ports.ts';
import { htmlReport } from './html/page.ts';
import { markdownReport } from './markdown.ts';
import { reportOf } from './model.ts';

const formats = ['md', 'html'] as const;

const mediaTypes = { md: 'text/markdown; charset=utf-8', html: 'text/html; charset=utf-8' } as const;

export const reportCapability = (ports: RiskPorts, options: RiskOptions) =>
  defineCapability({
    name: 'risks.report',
    title: 'Risk report',
    summary:
      'Writes a report of the risks that can be sent on: an overview, each quote in its place, what to ask for, what was decided.',
    description:
      'As Markdown, or as one HTML page that needs nothing else and loads nothing. The shell writes it to a file with --out.',
    input: z.strictObject({
      ...risksFields,
      format: z.enum(formats).default('md').describe('md or html.'),
    }),
    output: z.object({
      format: z.enum(formats),
      media_type: z.string(),
      report: z.string(),
      summary: summarySchema,
    }),
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
    run: async (input, context) => {
      const { document_ids: documentIds, party, min_severity: minSeverity, status, format } = input;
      const request = { documentIds, party, minSeverity, statuses: status };
      const { principal, log, signal } = context;
      const progress = (done: number, total: number) => context.progress({ done, total });
      const plain = await risksOf(ports, principal, request, { log, signal, progress });
      const { detectors } = plain.policy;
      const overview =
        (input.explain ?? options.explain)
          ? await explainedOverview(ports, principal, plain, { detectors, party, log, signal })
          : plain;
      const report = await reportOf(ports, principal, overview, request);
      const text = format === 'html' ? htmlReport(report) : markdownReport(report);
      return { format, media_type: mediaTypes[format], report: text, summary: report.summary };
    },
  });

const explainedOverview = async (
  ports: RiskPorts,
  principal: Principal,
  { documents, policy }: Overview,
  context: ExplainContext,
): Promise<Overview> => {
  const ordered = worstFirst(documents.map((each) => ({ ...each, summary: each.view.summary })));
  const views = await explained(
    ports,
    principal,
    ordered.map(({ view }) => view),
    context,
  );
  return { documents: ordered.map((each, index) => ({ ...each, view: views[index] ?? each.view })), policy };
};
