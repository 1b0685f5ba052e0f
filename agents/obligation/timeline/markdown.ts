import { plainMarkdown as plain } from '../../../core/text/markdown.ts';
import { dayText, distanceText, type Shown, summaryText, type Timeline, timesText, titleText } from './model.ts';

/** Markdown (CommonMark with GitHub's tables). Text of documents is text in it and nothing else. */
export const markdownTimeline = (timeline: Timeline): string => {
  const { overdue, months, rows, today } = timeline;
  // What comes back is quoted where it comes first.
  const quoted = new Set<string>();
  const parts = [
    '# The next twelve months',
    plain(`As of ${today}: ${summaryText(timeline)}`),
    ...(rows.length === 0 ? [] : [grid(timeline)]),
    ...(overdue.length === 0 ? [] : ['## Overdue', list(overdue, today, quoted)]),
    ...months.flatMap(({ name, entries }) =>
      entries.length === 0 ? [] : [`## ${name}`, list(entries, today, quoted)],
    ),
  ];
  return `${parts.join('\n\n')}\n`;
};

const grid = ({ months, rows }: Timeline): string =>
  [
    `| Document | ${months.map(({ label }) => label).join(' | ')} |`,
    `| --- |${months.map(() => ' --: |').join('')}`,
    ...rows.map(
      ({ document, cells }) =>
        `| ${plain(document.name)} | ${cells.map((cell) => (cell.length === 0 ? '' : String(cell.length))).join(' | ')} |`,
    ),
  ].join('\n');

const list = (entries: readonly Shown[], today: string, quoted: Set<string>): string =>
  entries
    .map((entry) => {
      const { title, party, quotedIn, page, quote, standing, date } = entry;
      const notes = [
        distanceText(date, today),
        timesText(entry),
        ...(standing === 'proposed' ? ['not confirmed'] : []),
      ].filter(Boolean);
      const said = quote === '' || quoted.has(entry.obligationId) ? '' : `\n  “${plain(quote)}”`;
      quoted.add(entry.obligationId);
      return `- **${plain(dayText(entry))}** (${notes.join(', ')}): ${plain(titleText(title))}. ${plain(party)}; ${plain(quotedIn.name)}, page ${page}${said}`;
    })
    .join('\n');
