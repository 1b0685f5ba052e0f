import type { EvidenceView } from '../../../core/evidence/evidence-view.ts';
import type { Principal } from '../../../core/identity/principal.ts';
import { toInstant } from '../../../core/ports/clock.ts';
import type { Candidate } from '../explain/candidate.ts';
import type { FindingView } from '../findings/view.ts';
import type { Overview, RisksRequest } from '../overview/documents.ts';
import { worstFirst } from '../overview/order.ts';
import { sharedNotes } from '../overview/shared-notes.ts';
import { type Summary, summaryOf } from '../overview/summary.ts';
import { type DocumentText, textsOf } from '../overview/texts.ts';
import type { DocumentRisks } from '../overview/view.ts';
import { type PolicyView, policyView } from '../policy/view.ts';
import type { RiskPorts } from '../ports.ts';
import { type Surroundings, surroundingsOf } from './context.ts';

/** A quote as a report shows it: in its place. */
export type ReportedQuote = FindingView['evidence'][number] & Surroundings & { readonly pageLabel: string | undefined };

export type ReportedFinding = Omit<FindingView, 'evidence' | 'amended'> & {
  /** How people speak of it: "3", or "2.3" where there are several documents. */
  readonly number: string;
  readonly evidence: readonly ReportedQuote[];
  readonly amended: readonly ReportedQuote[];
};

export type ReportedCandidate = Omit<Candidate, 'evidence'> & { readonly evidence: readonly ReportedQuote[] };

export type ReportedDocument = Omit<DocumentRisks, 'findings' | 'missing' | 'candidates'> & {
  readonly title: string | undefined;
  readonly pages: number;
  /** UTF-16 code units. */
  readonly characters: number;
  /** At which character each page begins. */
  readonly pageStarts: readonly number[];
  readonly findings: readonly ReportedFinding[];
  readonly missing: readonly ReportedFinding[];
  readonly candidates: readonly ReportedCandidate[];
  /** All that was decided on, shown or not, without what is open. */
  readonly decided: readonly FindingView[];
};

export type Report = {
  readonly madeAt: string;
  /** Who the reader said to be. */
  readonly party: string | undefined;
  readonly minSeverity: RisksRequest['minSeverity'];
  /** The worst first. */
  readonly documents: readonly ReportedDocument[];
  /** Documents in which there is nothing to show. */
  readonly quiet: readonly ReportedDocument[];
  /** What the reader should know of all the documents. */
  readonly notes: readonly string[];
  readonly summary: Summary;
  readonly policy: PolicyView;
  /** How many kinds of risk were looked for. */
  readonly detectors: number;
};

/** Everything that a report says, whatever it is written in. */
export const reportOf = async (
  ports: Pick<RiskPorts, 'documents' | 'clock'>,
  principal: Principal,
  { documents, policy }: Overview,
  { party, minSeverity }: RisksRequest,
): Promise<Report> => {
  const shared = sharedNotes(documents.map(({ view }) => view));
  const hasNone = ({ view, counted: { shown, found } }: Overview['documents'][number]): boolean =>
    documents.length > 1 &&
    shown.length === 0 &&
    view.candidates.length === 0 &&
    found.every(({ status }) => status === 'open');
  const ordered = worstFirst(documents.map((each) => ({ each, summary: each.view.summary }))).map(({ each }) => each);
  const reported: ReportedDocument[] = [];
  const quiet: ReportedDocument[] = [];
  for (const each of ordered) {
    const { analysed, view, counted } = each;
    const texts = await textsOf(ports, principal, view);
    const number = (at: number): string => (documents.length > 1 ? `${reported.length + 1}.${at + 1}` : `${at + 1}`);
    const all = [...view.findings, ...view.missing].map((finding, at) => reportedFinding(finding, number(at), texts));
    const { live } = analysed;
    const own = texts.get(view.document_id)?.parsed;
    (hasNone(each) ? quiet : reported).push({
      ...view,
      notes: view.notes.filter((note) => !shared.includes(note)),
      title: live.title ?? undefined,
      pages: live.pages,
      characters: own?.text.length ?? live.characters,
      pageStarts: own?.pages.map(({ charStart }) => charStart) ?? [],
      findings: all.slice(0, view.findings.length),
      missing: all.slice(view.findings.length),
      candidates: view.candidates.map((each) => ({ ...each, evidence: reportedQuotes(each.evidence, texts) })),
      decided: counted.found.filter(({ status }) => status !== 'open'),
    });
  }
  return {
    madeAt: toInstant(ports.clock.now()),
    party,
    minSeverity,
    documents: reported,
    quiet,
    notes: shared,
    summary: summaryOf(documents.map(({ counted }) => counted)),
    policy: policyView(policy),
    detectors: policy.detectors.filter(({ enabled }) => enabled).length,
  };
};

type Texts = ReadonlyMap<string, DocumentText>;

const reportedFinding = (
  { evidence, amended, ...finding }: FindingView,
  number: string,
  texts: Texts,
): ReportedFinding => {
  const quotes = reportedQuotes(evidence, texts);
  // What is missing stands nowhere: its quotes say what the document is, and need nothing around them.
  const alone = quotes.map((quote) => ({ ...quote, before: '', after: '' }));
  return {
    ...finding,
    number,
    evidence: finding.kind === 'missing' ? alone : quotes,
    amended: reportedQuotes(amended, texts),
  };
};

const reportedQuotes = (evidence: readonly EvidenceView[], texts: Texts): readonly ReportedQuote[] =>
  evidence.flatMap((each) => {
    const parsed = texts.get(each.document_id)?.parsed;
    // A document that has changed since is not quoted from its other version.
    if (parsed?.text.slice(each.start, each.end) !== each.quote) return [];
    const pageLabel = parsed.pages.find(({ number: page }) => page === each.page)?.label;
    return [{ ...each, ...surroundingsOf(parsed, each), pageLabel }];
  });
