import { html, type Markup, nothing } from '../../../../core/text/markup.ts';
import type { Status } from '../../decisions/records.ts';
import { decisionVerbs } from '../../decisions/words.ts';
import type { FindingView } from '../../findings/view.ts';
import type { ReportedCandidate, ReportedFinding, ReportedQuote } from '../model.ts';
import { categoryText, dayText, placeText, whereText } from '../words.ts';
import { severityName, sureness } from './charts.ts';

const severityChip = (severity: FindingView['severity']): Markup =>
  html`<span class="chip ${severity}">${severityName(severity)}</span>`;

/** One finding with all that is known of it. */
export const findingCard = (finding: ReportedFinding): Markup => {
  const { number, title, severity, category, confidence, status, evidence, rationale, reasons, recommendation, hurts } =
    finding;
  const { detector, detector_version: version, id, explanation, amended } = finding;
  return html`<article class="finding ${severity}${status === 'open' ? '' : ' settled'}" id="f${number}">
<div class="head"><h3><span class="number">${number}.</span> ${title}</h3>${severityChip(severity)}<span class="status">${categoryText(category)}</span>${sureness(confidence)}</div>
${evidence.map(quoteInPlace)}
${amended.length === 0 ? nothing : html`<p class="amended">An amendment speaks of this clause: read it before you act on this.</p>`}
${amended.map(quoteInPlace)}
<dl class="points">
<dt>Why it matters</dt><dd>${rationale}</dd>
${explanation === undefined ? nothing : html`<dt>In plain words</dt><dd class="said">${explanation.text} <span class="status">(${explanation.by})</span></dd>`}
${reasons.length === 0 ? nothing : html`<dt>Why ${severity}</dt><dd>${reasons.join(' ')}</dd>`}
${hurts.length === 0 ? nothing : html`<dt>Whom it hurts</dt><dd class="said">${hurts.join(', ')}</dd>`}
<dt>What to ask for</dt><dd class="ask">${recommendation}</dd>
</dl>
${finding.history.map(decisionLine)}
<p class="small">${detector} ${version} · ${id}</p>
</article>`;
};

/** What a chat model proposes: it looks like what it is, and not like a finding. */
export const candidateCard = ({ title, severity, rationale, proposed_by: by, evidence }: ReportedCandidate): Markup =>
  html`<article class="finding candidate">
<div class="head"><h3>${title}</h3><span class="status">${severity}, as ${by} sees it</span></div>
${evidence.map(quoteInPlace)}
<dl class="points"><dt>Why it matters</dt><dd class="said">${rationale}</dd></dl>
</article>`;

const quoteInPlace = (quote: ReportedQuote): Markup =>
  html`<figure class="quote"><figcaption class="said">${[...quote.headings, placeText(quote)].join(' › ')}</figcaption>
<blockquote dir="auto"><span class="around">${quote.before}</span><mark>${quote.quote}</mark><span class="around">${quote.after}</span></blockquote></figure>`;

const decided = (status: Status): string => categoryText(decisionVerbs[status]);

const decisionLine = ({ status, reason, by, decided_at: at }: FindingView['history'][number]): Markup =>
  html`<p class="decision"><b>${decided(status)}</b> by ${by} on ${dayText(at)}${reason === null ? '' : `: ${reason}`}</p>`;

/** All findings in a table, each leading to its card. */
export const findingTable = (findings: readonly ReportedFinding[]): Markup =>
  findings.length === 0
    ? nothing
    : html`<div class="scroll"><table><thead><tr><th class="count">No.</th><th>Severity</th><th>Risk</th><th class="wide">Where</th><th class="wide">Sure</th><th>Status</th></tr></thead>
<tbody>${findings.map(tableRow)}</tbody></table></div>`;

const tableRow = (finding: ReportedFinding): Markup => {
  const { number, severity, title, confidence, status } = finding;
  return html`<tr><td class="count">${number}</td><td>${severityChip(severity)}</td><td><a href="#f${number}">${title}</a></td><td class="wide said">${whereText(finding)}</td><td class="wide count">${Math.round(confidence * 100)} %</td><td class="status">${status}</td></tr>`;
};

/** What was decided, with what is no longer shown among the findings. */
export const decisionTable = (settled: readonly FindingView[]): Markup =>
  html`<div class="scroll"><table><thead><tr><th>Decision</th><th>Risk</th><th>Why</th><th>By</th><th>On</th></tr></thead>
<tbody>${settled.map(({ title, severity, evidence, history }) => {
    const last = history.at(-1);
    if (last === undefined) return nothing;
    const words = evidence[0]?.quote.replace(/\s+/g, ' ') ?? 'missing';
    return html`<tr><td>${decided(last.status)}</td><td>${severityChip(severity)} ${title}<br><span class="status said">${words.length > 60 ? `${words.slice(0, 60).replace(/[\uD800-\uDBFF]$/, '')} …` : words}</span></td><td>${last.reason ?? ''}</td><td>${last.by}</td><td class="count">${dayText(last.decided_at)}</td></tr>`;
  })}</tbody></table></div>`;
