import { type Severity, severities } from '../../../../core/ports/detector.ts';
import { html, type Markup, nothing } from '../../../../core/text/markup.ts';
import type { Summary } from '../../overview/summary.ts';
import type { ReportedDocument } from '../model.ts';
import { placeText } from '../words.ts';

const worstFirst = severities.toReversed();

export const severityName = (severity: Severity): string => `${severity.charAt(0).toUpperCase()}${severity.slice(1)}`;

/** How many there are of each severity, in figures and as one bar. */
export const severityOverview = ({ by_severity: count }: Summary): Markup => {
  const total = worstFirst.reduce((sum, severity) => sum + count[severity], 0);
  const tiles = worstFirst.map(
    (severity) =>
      html`<div class="tile ${count[severity] > 0 ? severity : 'none'}"><b>${count[severity]}</b><span>${severityName(severity)}</span></div>`,
  );
  return html`<div class="tiles">${tiles}</div>${total === 0 ? nothing : severityBar(count, total)}`;
};

const WIDTH = 1000;

const severityBar = (count: Summary['by_severity'], total: number): Markup => {
  let x = 0;
  const parts = worstFirst.flatMap((severity) => {
    if (count[severity] === 0) return [];
    const width = (count[severity] / total) * WIDTH;
    const part = html`<g class="${severity}"><rect class="fill" x="${round(x)}" y="0" width="${round(width - 2)}" height="10"><title>${count[severity]} ${severity}</title></rect></g>`;
    x += width;
    return [part];
  });
  const words = worstFirst.map((severity) => `${count[severity]} ${severity}`).join(', ');
  return html`<svg class="bar" viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none" height="10" role="img" aria-label="${words}">${parts}</svg>`;
};

const LEFT = 70;
const LANE = 20;
const GAP = 5;
const LANES = worstFirst.length * (LANE + GAP);
/** Room for the name of a page below the lanes. */
const NAME_WIDTH = 36;

/** Where in the document the findings stand: a lane for each severity, from the first page to the last. */
export const documentMap = (document: ReportedDocument): Markup => {
  const { characters, pageStarts, findings, document_id: id } = document;
  if (characters === 0 || findings.length === 0) return nothing;
  const at = (offset: number): number => LEFT + (offset / characters) * (WIDTH - LEFT);
  const lanes = worstFirst.map((severity, index) => {
    const y = index * (LANE + GAP);
    const marks = findings
      .filter((finding) => finding.severity === severity)
      .flatMap(({ number, title, evidence }) =>
        evidence
          .filter((each) => each.document_id === id)
          .map((each) => {
            const width = Math.max(6, at(each.end) - at(each.start));
            const x = Math.min(at(each.start), WIDTH - width);
            return html`<a href="#f${number}"><rect class="fill" x="${round(x)}" y="${y + 2}" width="${round(width)}" height="${LANE - 4}" rx="2"><title>${number}. ${title}, ${placeText(each)}</title></rect></a>`;
          }),
      );
    return html`<text x="0" y="${y + 14}">${severityName(severity)}</text><rect class="lane" x="${LEFT}" y="${y}" width="${WIDTH - LEFT}" height="${LANE}" rx="2"/><g class="${severity}">${marks}</g>`;
  });
  let named = Number.NEGATIVE_INFINITY;
  const pages =
    pageStarts.length < 2
      ? []
      : pageStarts.map((start, index) => {
          const x = round(at(start));
          const fits = x - named >= NAME_WIDTH && x <= WIDTH - NAME_WIDTH;
          if (fits) named = x;
          const name = fits ? html`<text x="${x}" y="${LANES + 12}">p. ${index + 1}</text>` : nothing;
          return html`<line class="tick" x1="${x}" y1="0" x2="${x}" y2="${LANES}"/>${name}`;
        });
  const height = pageStarts.length < 2 ? LANES : LANES + 16;
  return html`<figure class="map"><figcaption>Where the findings stand, from the first page to the last</figcaption>
<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Places of the findings in the document">${pages}${lanes}</svg></figure>`;
};

/** How sure, as a small bar. */
export const sureness = (confidence: number): Markup => {
  const percent = Math.round(confidence * 100);
  return html`<span class="sure"><svg viewBox="0 0 50 6" aria-hidden="true"><rect class="rest" width="50" height="6" rx="2"/><rect class="fill" width="${percent / 2}" height="6" rx="2"/></svg>${percent} % sure</span>`;
};

const round = (value: number): number => Math.round(value * 10) / 10;
