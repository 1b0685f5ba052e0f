import { severities } from '../../../core/ports/detector.ts';
import { partyText } from '../../../core/reading/find-party.ts';
import { plainMarkdown as plain } from '../../../core/text/markdown.ts';
import { decisionVerbs } from '../decisions/words.ts';
import type { FindingView } from '../findings/view.ts';
import { percent } from '../overview/render.ts';
import type { Report, ReportedCandidate, ReportedDocument, ReportedFinding, ReportedQuote } from './model.ts';
import {
  candidateNote,
  categoryText,
  dayText,
  instantText,
  kindText,
  methodText,
  placeText,
  policyLines,
  readerText,
  singleOf,
  titleOf,
  whereText,
} from './words.ts';

/** The report as Markdown (CommonMark with GitHub's tables). Text of documents is text in it and nothing else. */
export const markdownReport = (report: Report): string => {
  const { documents, quiet, summary, party } = report;
  const single = singleOf(report);
  const parts = [
    `# Risk report: ${plain(titleOf(report))}`,
    single === undefined ? (party === undefined ? '' : list([`Read for ${plain(party)}`])) : documentFacts(single),
    severityTable([...documents, ...quiet]),
    plain(summary.text),
    ...(single === undefined ? documents.flatMap(documentSection) : documentBody(single, 2)),
    '## How this came about',
    list([...methodText(report), ...policyLines(report.policy)].map(plain)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
};

const documentSection = (document: ReportedDocument, index: number): string[] => [
  `## ${index + 1}. ${plain(document.title ?? document.name)}`,
  documentFacts(document),
  plain(document.summary.text),
  ...documentBody(document, 3),
];

const documentFacts = (document: ReportedDocument): string => {
  const { name, version, pages, parties, reader, related } = document;
  return list(
    [
      `Document: ${name}${version > 1 ? `, version ${version}` : ''}, ${pages} ${pages === 1 ? 'page' : 'pages'}`,
      `Kind: ${kindText(document)}`,
      ...(parties.length === 0 ? [] : [`Parties: ${parties.map(partyText).join('; ')}`]),
      `Reader: ${readerText(reader)}`,
      ...(related.length === 0 ? [] : [`Read with: ${related.map((each) => each.document_name).join('; ')}`]),
      ...document.notes.map((note) => `Note: ${note}`),
    ].map(plain),
  );
};

const worstFirst = severities.toReversed();

const severityTable = (documents: readonly ReportedDocument[]): string =>
  table(
    ['Document', ...worstFirst, 'missing'],
    documents.map(({ name, summary, missing }) => [
      name,
      ...worstFirst.map((severity) => String(summary.by_severity[severity])),
      String(missing.length),
    ]),
  );

const documentBody = ({ findings, missing, candidates, decided }: ReportedDocument, level: number): string[] => {
  const heading = '#'.repeat(level);
  return [
    findings.length + missing.length === 0 ? '' : `${heading} At a glance`,
    overview([...findings, ...missing]),
    findings.length === 0 ? '' : `${heading} Findings`,
    ...findings.flatMap((finding) => findingParts(finding, level + 1)),
    missing.length === 0 ? '' : `${heading} Protections that are missing`,
    ...missing.flatMap((finding) => findingParts(finding, level + 1)),
    candidates.length === 0 ? '' : `${heading} Proposed by a chat model`,
    candidates.length === 0 ? '' : plain(candidateNote),
    ...candidates.flatMap((candidate) => candidateParts(candidate, level + 1)),
    decided.length === 0 ? '' : `${heading} Decisions taken`,
    decisionTable(decided),
  ];
};

const overview = (findings: readonly ReportedFinding[]): string =>
  findings.length === 0
    ? ''
    : table(
        ['No.', 'Severity', 'Risk', 'Where', 'Sure', 'Status'],
        findings.map((finding) => [
          finding.number,
          finding.severity,
          finding.title,
          whereText(finding),
          percent(finding.confidence),
          finding.status,
        ]),
      );

const findingParts = (finding: ReportedFinding, level: number): string[] => {
  const { number, title, severity, category, confidence, status, detector, detector_version: version, id } = finding;
  const { rationale, reasons, hurts, recommendation, history, explanation } = finding;
  return [
    `${'#'.repeat(level)} ${number}. ${plain(title)}`,
    `**${severity}** · ${plain(categoryText(category))} · ${percent(confidence)} sure · ${status}`,
    ...finding.evidence.map(quoteInPlace),
    finding.amended.length === 0 ? '' : '**An amendment speaks of this clause: read it before you act on this.**',
    ...finding.amended.map(quoteInPlace),
    list([
      `**Why it matters:** ${plain(rationale)}`,
      ...(explanation === undefined
        ? []
        : [`**In plain words:** ${plain(explanation.text)} (${plain(explanation.by)})`]),
      ...(reasons.length === 0 ? [] : [`**Why ${severity}:** ${plain(reasons.join(' '))}`]),
      ...(hurts.length === 0 ? [] : [`**Whom it hurts:** ${plain(hurts.join(', '))}`]),
      `**What to ask for:** ${plain(recommendation)}`,
      ...history.map((decision) => `**Decided:** ${plain(decisionText(decision))}`),
      `${plain(`${detector} ${version}`)} · ${plain(id)}`,
    ]),
  ];
};

const candidateParts = (candidate: ReportedCandidate, level: number): string[] => [
  `${'#'.repeat(level)} ${plain(candidate.title)}`,
  plain(`${candidate.severity}, as ${candidate.proposed_by} sees it`),
  ...candidate.evidence.map(quoteInPlace),
  list([`**Why it matters:** ${plain(candidate.rationale)}`]),
];

/** What stands around it on one line, the quote itself in bold. */
const quoteInPlace = (quote: ReportedQuote): string => {
  const place = plain([...quote.headings, placeText(quote)].join(' › '));
  const said = [plain(quote.before), `**${plain(quote.quote)}**`, plain(quote.after)].filter((part) => part !== '');
  return `> ${place}\n>\n> ${said.join(' ')}`;
};

const decisionText = ({ status, reason, by, decided_at: at }: FindingView['history'][number]): string =>
  `${decisionVerbs[status]} by ${by} on ${dayText(at)}${reason === null ? '' : `: ${reason}`}`;

const decisionTable = (decided: readonly FindingView[]): string =>
  decided.length === 0
    ? ''
    : table(
        ['Decision', 'Severity', 'Risk', 'Why', 'By', 'On'],
        decided.flatMap(({ title, severity, history }) => {
          const last = history.at(-1);
          if (last === undefined) return [];
          return [
            [decisionVerbs[last.status], severity, title, last.reason ?? '', last.by, instantText(last.decided_at)],
          ];
        }),
      );

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head.map(plain), head.map(() => '---'), ...rows.map((row) => row.map(plain))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
