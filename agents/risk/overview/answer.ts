import type { CallContext } from '../../../core/capability/capability.ts';
import { explained } from '../explain/explain.ts';
import type { RiskOptions } from '../options.ts';
import { policyView } from '../policy/view.ts';
import type { RiskPorts } from '../ports.ts';
import { makeReport } from '../report/write.ts';
import type { RisksInput, RisksOutput } from './capability.ts';
import { type Overview, risksOf } from './documents.ts';
import { worstFirst } from './order.ts';
import { summaryOf } from './summary.ts';
import type { DocumentRisks } from './view.ts';

/** What the capability `risks` does. */
export const answerRisks = async (
  ports: RiskPorts,
  options: RiskOptions,
  input: RisksInput,
  context: CallContext,
): Promise<RisksOutput> => {
  const { format } = input;
  if (format !== undefined) {
    const { report, text } = await makeReport(ports, options, { ...input, format }, context);
    return { report: text, summary: report.summary, policy: report.policy };
  }
  const { document_ids: documentIds, party, min_severity: minSeverity, status, limit, after } = input;
  const request = { documentIds, party, minSeverity, statuses: status };
  const { log, signal } = context;
  const progress = (done: number, total: number) => context.progress({ done, total });
  const overview = await risksOf(ports, context.principal, request, { log, signal, progress });
  const policy = policyView(overview.policy);
  const { detectors } = overview.policy;
  const tell = (views: readonly DocumentRisks[]): Promise<readonly DocumentRisks[]> | readonly DocumentRisks[] =>
    (input.explain ?? options.explain)
      ? explained(ports, context.principal, views, { detectors, party, log, signal })
      : views;
  const [first] = overview.documents;
  if (documentIds.length === 1 && first !== undefined) {
    const [view = first.view] = await tell([first.view]);
    return { ...view, policy };
  }
  const { documents, next } = pageOf(overview, limit, after);
  const summary = summaryOf(overview.documents.map(({ counted }) => counted));
  return { documents: [...(await tell(documents))], next, summary, policy };
};

/** The worst first; documents that are alike stay in the order of their names. */
const pageOf = ({ documents }: Overview, limit: number, after: string | undefined) => {
  const ordered = worstFirst(documents.map(({ view }) => view));
  // What was shown before may be gone by now: then the pages begin anew.
  const from = after === undefined ? 0 : ordered.findIndex(({ document_id: id }) => id === after) + 1;
  const page = ordered.slice(from, from + limit);
  return { documents: page, next: from + limit < ordered.length ? (page.at(-1)?.document_id ?? null) : null };
};
