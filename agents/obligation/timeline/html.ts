import { html, type Markup, nothing } from '../../../core/text/markup.ts';
import { closedPage } from '../../../core/text/page.ts';
import {
  dayText,
  distanceText,
  type Month,
  type Row,
  type Shown,
  summaryText,
  type Timeline,
  timesText,
  titleText,
} from './model.ts';
import { style } from './style.ts';

/** Parties that have a colour of their own; the others share the last. */
const COLOURS = 6;

/** The next twelve months as one HTML page that needs nothing else and loads nothing. */
export const htmlTimeline = (timeline: Timeline): string => {
  const colours = new Map(timeline.parties.map(({ name }, index) => [name, Math.min(index, COLOURS)]));
  const colourOf = (party: string): number => colours.get(party) ?? COLOURS;
  // What comes back is quoted where it comes first.
  const quoted = new Set<string>();
  const body = html`<header><p class="eyebrow">Deadlines</p><h1>The next twelve months</h1>
<p class="lead">As of ${timeline.today}: ${summaryText(timeline)}</p></header>
<main>
${legend(timeline, colourOf)}
${timeline.rows.length === 0 ? html`<p class="lead">Nothing falls due.</p>` : grid(timeline, colourOf)}
${timeline.overdue.length === 0 ? nothing : html`<section class="overdue"><h2>Overdue</h2>${list(timeline.overdue, timeline.today, colourOf, quoted)}</section>`}
${timeline.months.map((month) => monthSection(month, timeline.today, colourOf, quoted))}
</main>`;
  return closedPage({ title: 'Deadlines of the next twelve months', style, body });
};

type ColourOf = (party: string) => number;

const legend = ({ parties, proposed }: Timeline, colourOf: ColourOf): Markup =>
  html`<ul class="legend">${parties.map(
    ({ name, count }) =>
      html`<li><span class="dot c${colourOf(name)}"></span><span class="said">${name}</span> <span class="soft">${count}</span></li>`,
  )}${proposed === 0 ? nothing : html`<li><span class="dot open"></span>not confirmed yet</li>`}</ul>`;

const grid = ({ months, rows }: Timeline, colourOf: ColourOf): Markup =>
  html`<div class="scroll"><table class="grid"><thead><tr><th>Document</th>${months.map(
    ({ label, key, entries }) =>
      html`<th class="month">${entries.length === 0 ? label : html`<a href="#m${key}">${label}</a>`}</th>`,
  )}</tr></thead>
<tbody>${rows.map((row) => gridRow(row, months, colourOf))}</tbody></table></div>`;

/** Most dots in a cell; more are a number. */
const MOST_DOTS = 6;

const gridRow = ({ document, cells }: Row, months: readonly Month[], colourOf: ColourOf): Markup =>
  html`<tr><th class="said" scope="row">${document.name}</th>${cells.map(
    (cell, index) =>
      html`<td title="${months[index]?.name ?? ''}: ${cell.length}">${cell
        .slice(0, MOST_DOTS)
        .map((entry) =>
          dot(entry, colourOf),
        )}${cell.length > MOST_DOTS ? html`<span class="soft">+${cell.length - MOST_DOTS}</span>` : nothing}</td>`,
  )}</tr>`;

const dot = ({ party, standing, title }: Shown, colourOf: ColourOf): Markup =>
  html`<span class="dot c${colourOf(party)} ${standing === 'proposed' ? 'open' : ''}" title="${title}"></span>`;

const monthSection = ({ key, name, entries }: Month, today: string, colourOf: ColourOf, quoted: Set<string>): Markup =>
  entries.length === 0
    ? nothing
    : html`<section id="m${key}"><h2>${name}</h2>${list(entries, today, colourOf, quoted)}</section>`;

const list = (entries: readonly Shown[], today: string, colourOf: ColourOf, quoted: Set<string>): Markup =>
  html`<ol>${entries.map((entry) => {
    const { title, party, quotedIn, page, quote, standing, obligationId } = entry;
    const isNew = quote !== '' && !quoted.has(obligationId);
    quoted.add(obligationId);
    return html`<li>
<div class="day">${dayText(entry)}<span class="soft">${[distanceText(entry.date, today), timesText(entry)].filter(Boolean).join(', ')}</span></div>
<div><p class="title">${dot(entry, colourOf)}<span class="said">${titleText(title)}</span>${standing === 'proposed' ? html` <span class="tag">not confirmed</span>` : nothing}</p>
<p class="soft"><span class="said">${party}</span> · <span class="said">${quotedIn.name}</span>, page ${page}</p>
${isNew ? html`<blockquote class="said">${quote}</blockquote>` : nothing}</div></li>`;
  })}</ol>`;
