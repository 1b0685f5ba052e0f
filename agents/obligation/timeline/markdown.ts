import { plainMarkdown as plain } from '../../../core/text/markdown.ts';
import { dayText, distanceText, summaryText, type Timeline, type TimelineEntry } from './model.ts';

/** Markdown (CommonMark with GitHub's tables). Text of documents is text in it and nothing else. */
export const markdownTimeline = (timeline: Timeline): string => {
  const { overdue, months, rows, today } = timeline;
  const parts = [
    '# The next twelve months',
    plain(`As of ${today}: ${summaryText(timeline)}`),
    ...(rows.length === 0 ? [] : [grid(timeline)]),
    ...(overdue.length === 0 ? [] : ['## Overdue', list(overdue, today)]),
    ...months.flatMap(({ name, entries }) => (entries.length === 0 ? [] : [`## ${name}`, list(entries, today)])),
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

const list = (entries: readonly TimelineEntry[], today: string): string =>
  entries
    .map((entry) => {
      const { title, party, document, page, quote, standing, date } = entry;
      const open = standing === 'proposed' ? ', not confirmed' : '';
      const said = quote === '' ? '' : `\n  “${plain(quote)}”`;
      return `- **${plain(dayText(entry))}** (${distanceText(date, today)}${open}): ${plain(title)}. ${plain(party)}; ${plain(document.name)}, page ${page}${said}`;
    })
    .join('\n');
