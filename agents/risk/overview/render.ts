import type { TextStyle } from '../../../core/capability/capability.ts';
import { type Severity, severities } from '../../../core/ports/detector.ts';
import { partyText } from '../../../core/reading/find-party.ts';
import { wrap } from '../../../core/text/wrap.ts';
import { decisionVerbs } from '../decisions/words.ts';
import type { Candidate } from '../explain/candidate.ts';
import type { FindingView } from '../findings/view.ts';
import { policyText } from '../policy/text.ts';
import type { RisksOutput } from './capability.ts';
import { sharedNotes } from './shared-notes.ts';
import type { Summary } from './summary.ts';
import type { DocumentRisks } from './view.ts';

/** As a person reads it: the overview first, then each document with its findings, the worst first. */
export const renderRisks = (output: RisksOutput, style: TextStyle): string => {
  if (output.report !== undefined) return output.report;
  const single = singleOf(output);
  const body = single === undefined ? severalText(output, style) : documentText(single, style);
  return [body, ...policyText(output.policy).map((line) => `\n${style.dim(wrap(line, style.width))}`)].join('\n');
};

const severalText = ({ documents = [], summary, next }: RisksOutput, style: TextStyle): string => {
  const [first] = documents;
  if (first === undefined) return 'No documents. Read some: dossier ingest FOLDER';
  const shared = sharedNotes(documents);
  const rest = documents.map((each) => ({ ...each, notes: each.notes.filter((note) => !shared.includes(note)) }));
  const isQuiet = ({ findings, missing, candidates, notes }: DocumentRisks): boolean =>
    findings.length + missing.length + candidates.length + notes.length === 0;
  const quiet = rest.filter(isQuiet).map(({ name }) => name);
  const parts = [
    [
      style.bold(`${summary.documents} documents`),
      severityLine(summary, style),
      wrap(summary.text, style.width),
      ...shared.map((note) => style.dim(wrap(`Note: ${note}`, style.width))),
    ].join('\n'),
    ...rest.filter((document) => !isQuiet(document)).map((document) => documentText(document, style)),
    ...(quiet.length === 0 ? [] : [wrap(`Nothing found in ${quiet.join(', ')}.`, style.width)]),
    ...(next ? [style.dim(`More with --after ${next}`)] : []),
  ];
  return parts.join('\n\n\n');
};

/** The document whose fields stand in the output itself. */
const singleOf = (output: RisksOutput): DocumentRisks | undefined =>
  output.documents === undefined ? (output as DocumentRisks & RisksOutput) : undefined;

const documentText = (document: DocumentRisks, style: TextStyle): string => {
  const {
    name,
    document_id: id,
    kind,
    kind_probability: probability,
    parties,
    reader,
    related,
    summary,
    notes,
  } = document;
  const facts = [
    `${kind} (${percent(probability)} sure)`,
    ...(parties.length > 0 ? [`between ${parties.map(partyText).join(' and ')}`] : []),
    ...(reader === null ? [] : [`read for ${partyText(reader)}`]),
    ...(related.length > 0 ? [`read with ${related.map((each) => each.document_name).join(', ')}`] : []),
  ];
  const head = [
    `${style.bold(name)}  ${style.dim(id)}`,
    style.dim(wrap(facts.join('; '), style.width)),
    severityLine(summary, style),
    wrap(summary.text, style.width),
    ...notes.map((note) => style.dim(wrap(`Note: ${note}`, style.width))),
  ].join('\n');
  const { findings, missing, candidates } = document;
  return [
    head,
    ...findings.map((finding) => findingText(finding, style)),
    ...(missing.length > 0 ? [style.bold('Missing protections')] : []),
    ...missing.map((finding) => findingText(finding, style)),
    ...(candidates.length > 0 ? [style.bold('Proposed by the chat model, for you to judge')] : []),
    ...candidates.map((candidate) => candidateText(candidate, style)),
  ].join('\n\n');
};

const paintOf = (severity: Severity, style: TextStyle): ((text: string) => string) =>
  ({ critical: style.bad, high: style.bad, medium: style.bold, low: style.dim })[severity];

/** Longest bar. */
const BAR = 10;

/** All severities in one line, each with a bar: "critical ■■ 2". */
const severityLine = ({ by_severity: count }: Summary, style: TextStyle): string =>
  severities
    .toReversed()
    .map((severity) => {
      const bar = '■'.repeat(Math.min(count[severity], BAR));
      return `${severity} ${bar === '' ? '' : `${paintOf(severity, style)(bar)} `}${count[severity]}`;
    })
    .join('   ');

const INDENT = '  ';

export const findingText = (finding: FindingView, style: TextStyle): string => {
  const {
    severity,
    title,
    status,
    confidence,
    reasons,
    rationale,
    recommendation,
    hurts,
    evidence,
    amended,
    history,
    explanation,
  } = finding;
  const said = (label: string, text: string): string => wrap(`${label}: ${text}`, style.width, INDENT);
  const decided = history.at(-1);
  return [
    `${paintOf(severity, style)(severity.toUpperCase())}  ${style.bold(title)}  ${style.dim(`${percent(confidence)} sure, ${status}, ${finding.id}`)}`,
    ...evidence.flatMap(({ quote, page, document_name: name }) => [
      wrap(`“${quote}”`, style.width, INDENT),
      style.dim(`${INDENT}${INDENT}${name === undefined ? '' : `${name}, `}page ${page}`),
    ]),
    ...amended.map(({ quote, page, document_name: name = 'an amendment' }) =>
      said(`Amended, ${name}, page ${page}`, `“${quote}”`),
    ),
    said('Why', rationale),
    ...(explanation === undefined ? [] : [said(`In plain words (${explanation.by})`, explanation.text)]),
    ...(reasons.length > 0 ? [said('Severity', reasons.join(' '))] : []),
    ...(hurts.length > 0 ? [said('Hurts', hurts.join(', '))] : []),
    said('Ask for', recommendation),
    ...(decided === undefined ? [] : [said('Decided', decisionText(decided))]),
  ].join('\n');
};

const candidateText = (candidate: Candidate, style: TextStyle): string => {
  const { severity, title, rationale, proposed_by: by, evidence } = candidate;
  return [
    `${severity}  ${style.bold(title)}  ${style.dim(`proposed by ${by}`)}`,
    ...evidence.map(({ quote, page }) => `${wrap(`“${quote}”`, style.width, INDENT)} ${style.dim(`page ${page}`)}`),
    wrap(`Why: ${rationale}`, style.width, INDENT),
  ].join('\n');
};

const decisionText = ({ status, reason, by, decided_at: at }: FindingView['history'][number]): string =>
  `${decisionVerbs[status]} by ${by} on ${at.slice(0, 10)}${reason === null ? '' : `: ${reason}`}`;

export const percent = (probability: number): string => `${Math.round(probability * 100)} %`;
