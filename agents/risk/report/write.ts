import type { CallContext } from '../../../core/capability/capability.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import { type ExplainContext, explained } from '../explain/explain.ts';
import type { RiskOptions } from '../options.ts';
import { type Overview, risksOf } from '../overview/documents.ts';
import { worstFirst } from '../overview/order.ts';
import type { RiskPorts } from '../ports.ts';
import type { ReportInput, ReportOutput } from './capability.ts';
import { htmlReport } from './html/page.ts';
import { markdownReport } from './markdown.ts';
import { type Report, reportOf } from './model.ts';

const mediaTypes = { md: 'text/markdown; charset=utf-8', html: 'text/html; charset=utf-8' } as const;

/** What the capability `risks.report` does. */
export const writeReport = async (
  ports: RiskPorts,
  options: RiskOptions,
  input: ReportInput,
  context: CallContext,
): Promise<ReportOutput> => {
  const { report, text } = await makeReport(ports, options, input, context);
  const { format } = input;
  return { format, media_type: mediaTypes[format], report: text, summary: report.summary };
};

/** The report, and what it reads like in the format that was asked for. */
export const makeReport = async (
  ports: RiskPorts,
  options: RiskOptions,
  input: ReportInput,
  context: CallContext,
): Promise<{ readonly report: Report; readonly text: string }> => {
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
  return { report, text: format === 'html' ? htmlReport(report) : markdownReport(report) };
};

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
