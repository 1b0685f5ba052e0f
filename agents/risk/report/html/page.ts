import { severities } from '../../../../core/ports/detector.ts';
import { partyText } from '../../../../core/reading/find-party.ts';
import { html, type Markup, nothing } from '../../../../core/text/markup.ts';
import { closedPage } from '../../../../core/text/page.ts';
import type { Report, ReportedDocument } from '../model.ts';
import {
  candidateNote,
  dayText,
  instantText,
  kindText,
  methodText,
  policyLines,
  readerText,
  singleOf,
  titleOf,
} from '../words.ts';
import { documentMap, severityName, severityOverview } from './charts.ts';
import { candidateCard, decisionTable, findingCard, findingTable } from './finding.ts';
import { style } from './style.ts';

/** The report as one HTML page that needs nothing else and loads nothing. */
export const htmlReport = (report: Report): string => {
  const title = titleOf(report);
  const single = singleOf(report);
  const body = html`<header>
<p class="eyebrow">Risk report</p>
<h1 class="said">${title}</h1>
${single === undefined ? severalFacts(report) : documentFacts(single, report.madeAt)}
</header>
<main>
${severityOverview(report.summary)}
<p class="lead">${report.summary.text}</p>
${single === undefined ? severalBody(report) : documentBody(single)}
</main>
<footer>
<p class="eyebrow">How this came about</p>
${[...methodText(report), ...policyLines(report.policy)].map((line) => html`<p>${line}</p>`)}
</footer>`;
  return closedPage({ title: `Risk report: ${title}`, style, body });
};

const severalFacts = ({ madeAt, party }: Report): Markup =>
  html`<dl class="facts">${party === undefined ? nothing : html`<dt>Read for</dt><dd class="said">${party}</dd>`}
<dt>Made on</dt><dd>${instantText(madeAt)}</dd></dl>`;

const documentFacts = (document: ReportedDocument, madeAt?: string): Markup => {
  const { name, version, pages, parties, reader, related } = document;
  return html`<dl class="facts"><dt>Document</dt><dd class="said">${name}${version > 1 ? `, version ${version}` : ''}, ${pages} ${pages === 1 ? 'page' : 'pages'}</dd>
<dt>Kind</dt><dd>${kindText(document)}</dd>
${parties.length === 0 ? nothing : html`<dt>Parties</dt><dd class="said">${parties.map(partyText).join('; ')}</dd>`}
<dt>Reader</dt><dd class="said">${readerText(reader)}</dd>
${related.length === 0 ? nothing : html`<dt>Read with</dt><dd class="said">${related.map((each) => each.document_name).join('; ')}</dd>`}
${madeAt === undefined ? nothing : html`<dt>Made on</dt><dd>${dayText(madeAt)}</dd>`}</dl>`;
};

const severalBody = ({ documents, quiet }: Report): Markup =>
  html`${documents.length === 0 ? nothing : matrix(documents)}${documents.map(documentSection)}
${quiet.length === 0 ? nothing : html`<h2>Nothing found</h2>${quietTable(quiet)}`}`;

const quietTable = (quiet: readonly ReportedDocument[]): Markup =>
  html`<div class="scroll"><table><thead><tr><th>Document</th><th>Kind</th><th class="wide">Note</th></tr></thead>
<tbody>${quiet.map((document) => html`<tr><td class="said">${document.name}</td><td>${kindText(document)}</td><td class="wide">${document.notes.join(' ')}</td></tr>`)}</tbody></table></div>`;

const worstFirst = severities.toReversed();

/** Documents by severity: where to look first. */
const matrix = (documents: readonly ReportedDocument[]): Markup =>
  html`<h2 class="section">Documents</h2><div class="scroll"><table><thead><tr><th>Document</th>${worstFirst.map((severity) => html`<th class="count">${severityName(severity)}</th>`)}<th class="count">Missing</th></tr></thead>
<tbody>${documents.map(
    (document, index) =>
      html`<tr><td class="said"><a href="#d${index + 1}">${document.name}</a></td>${worstFirst.map((severity) => {
        const count = document.summary.by_severity[severity];
        return html`<td class="count ${severity} ${count > 0 ? 'some' : ''}">${count > 0 ? count : ''}</td>`;
      })}<td class="count">${document.missing.length > 0 ? document.missing.length : ''}</td></tr>`,
  )}</tbody></table></div>`;

const documentSection = (document: ReportedDocument, index: number): Markup =>
  html`<section id="d${index + 1}"><h2 class="said">${index + 1}. ${document.title ?? document.name}</h2>
${documentFacts(document)}<p class="lead">${document.summary.text}</p>${documentBody(document)}</section>`;

const documentBody = (document: ReportedDocument): Markup => {
  const { findings, missing, candidates, decided, notes } = document;
  return html`${notes.map((note) => html`<p class="note">${note}</p>`)}
${documentMap(document)}
${findings.length + missing.length === 0 ? nothing : html`<h2 class="section">At a glance</h2>`}
${findingTable([...findings, ...missing])}
${findings.length === 0 ? nothing : html`<h2 class="section">Findings</h2>`}
${findings.map(findingCard)}
${missing.length === 0 ? nothing : html`<h2 class="section">Protections that are missing</h2>`}
${missing.map(findingCard)}
${candidates.length === 0 ? nothing : html`<h2 class="section">Proposed by a chat model</h2><p class="note">${candidateNote}</p>`}
${candidates.map(candidateCard)}
${decided.length === 0 ? nothing : html`<h2 class="section">Decisions taken</h2>${decisionTable(decided)}`}`;
};
