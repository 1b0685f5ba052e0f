import type { Bin } from '../score/reliability.ts';

/** What one panel of the diagram shows. */
export type Panel = {
  readonly title: string;
  /** What the dots count: answers. */
  readonly what: string;
  readonly bins: readonly Bin[];
  /** Expected calibration error; null where there is nothing. */
  readonly ece: number | null;
};

/** All in pixels of the drawing. */
const PLOT = 210;
const LEFT = 54;
const TOP = 64;
const HISTOGRAM = 40;
const GAP = 12;
const WIDTH = LEFT + PLOT + 26;
const HEIGHT = TOP + PLOT + GAP + HISTOGRAM + 50;
/** As many beside one another as a page is wide. */
const COLUMNS = 3;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

const STYLE = `
  text { font: 12px system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; fill: #24292f; }
  .title { font-size: 14px; font-weight: 600; }
  .small { font-size: 11px; fill: #57606a; }
  .count { font-size: 10px; fill: #57606a; }
  .ground { fill: #ffffff; }
  .frame { fill: none; stroke: #8c959f; }
  .grid { stroke: #d8dee4; }
  .ideal { stroke: #57606a; stroke-dasharray: 5 4; }
  .range { stroke: #0969da; stroke-width: 1.5; }
  .path { fill: none; stroke: #0969da; stroke-width: 1.5; stroke-opacity: 0.45; }
  .dot { fill: #0969da; }
  .bar { fill: #0969da; fill-opacity: 0.45; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .small, .count { fill: #9198a1; }
  .ground { fill: #0d1117; }
    .frame { stroke: #656c76; }
    .grid { stroke: #2a313c; }
    .ideal { stroke: #9198a1; }
    .range, .path { stroke: #58a6ff; }
    .dot, .bar { fill: #58a6ff; }
  }`;

/** A reliability diagram as SVG: for each panel what was right beside the confidence that was stated, and how often it was. */
export const reliabilityDiagram = (panels: readonly Panel[]): string => {
  const width = Math.min(COLUMNS, Math.max(1, panels.length)) * WIDTH;
  const height = Math.max(1, Math.ceil(panels.length / COLUMNS)) * HEIGHT;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">
<title id="title">What was right beside the confidence that was stated</title>
<style>${STYLE}
</style>
<rect class="ground" width="${width}" height="${height}"/>
${panels.map(placed).join('\n')}
</svg>
`;
};

const placed = (panel: Panel, index: number): string => {
  const [column, row] = [index % COLUMNS, Math.floor(index / COLUMNS)];
  return `<g transform="translate(${column * WIDTH} ${row * HEIGHT})">\n${panelOf(panel)}\n</g>`;
};

const panelOf = ({ title, what, bins, ece }: Panel): string => {
  const said = bins.reduce((sum, { count }) => sum + count, 0);
  const told = ece === null ? `no ${what}` : `${said.toLocaleString('en')} ${what}, ECE ${ece.toFixed(3)}`;
  return [
    text(LEFT, 24, 'title', title),
    text(LEFT, 44, 'small', told),
    ...TICKS.map(gridAt),
    `<rect class="frame" x="${LEFT}" y="${TOP}" width="${PLOT}" height="${PLOT}"/>`,
    `<line class="ideal" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>`,
    text(x(0.04), y(0.93), 'small', 'too modest'),
    text(x(0.96), y(0.04), 'small', 'too sure', 'end'),
    ...(bins.length > 1
      ? [`<polyline class="path" points="${bins.map(({ stated, right }) => `${x(stated)},${y(right)}`).join(' ')}"/>`]
      : []),
    ...bins.map(pointOf),
    ...histogram(bins),
    text(LEFT + PLOT / 2, HEIGHT - 10, 'small', 'stated confidence', 'middle'),
    `<text class="small" text-anchor="middle" transform="translate(14 ${TOP + PLOT / 2}) rotate(-90)">share that was right</text>`,
  ].join('\n');
};

const gridAt = (value: number): string => {
  const inside = value > 0 && value < 1;
  const lines = inside
    ? [
        `<line class="grid" x1="${x(value)}" y1="${y(0)}" x2="${x(value)}" y2="${y(1)}"/>`,
        `<line class="grid" x1="${x(0)}" y1="${y(value)}" x2="${x(1)}" y2="${y(value)}"/>`,
      ]
    : [];
  const below = TOP + PLOT + GAP + HISTOGRAM + 16;
  return [
    ...lines,
    text(x(value), below, 'small', tick(value), 'middle'),
    text(LEFT - 6, y(value) + 4, 'small', tick(value), 'end'),
  ].join('\n');
};

const tick = (value: number): string => (value === 0 || value === 1 ? String(value) : String(value).slice(1));

/** The dot's area says how much it stands for, the line where the true share lies with a probability of .95. */
const pointOf = ({ count, stated, right }: Bin): string => {
  const [low, high] = wilson(right, count);
  const radius = one(Math.min(9, 2 + Math.sqrt(count) / 4));
  return [
    `<line class="range" x1="${x(stated)}" y1="${y(low)}" x2="${x(stated)}" y2="${y(high)}"/>`,
    `<circle class="dot" cx="${x(stated)}" cy="${y(right)}" r="${radius}"><title>${count}, stated ${stated.toFixed(3)}, right ${right.toFixed(3)}</title></circle>`,
  ].join('\n');
};

const histogram = (bins: readonly Bin[]): string[] => {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const floor = TOP + PLOT + GAP + HISTOGRAM;
  return [
    ...bins.map(({ from, count }) => {
      const height = one((count / most) * (HISTOGRAM - 12));
      const middle = one(x(from) + PLOT / 20);
      return [
        `<rect class="bar" x="${one(x(from) + 1)}" y="${one(floor - height)}" width="${one(PLOT / 10 - 2)}" height="${height}"/>`,
        text(middle, one(floor - height - 3), 'count', String(count), 'middle'),
      ].join('\n');
    }),
    `<line class="frame" x1="${x(0)}" y1="${floor}" x2="${x(1)}" y2="${floor}"/>`,
  ];
};

/** Wilson's interval of 95 % for a share of so many. https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval */
const wilson = (share: number, count: number): readonly [number, number] => {
  const z = 1.96;
  const middle = share + z ** 2 / (2 * count);
  const reach = z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  const scale = 1 + z ** 2 / count;
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)];
};

const x = (value: number): number => one(LEFT + value * PLOT);
const y = (value: number): number => one(TOP + (1 - value) * PLOT);
const one = (value: number): number => Number(value.toFixed(1));

const text = (x: number, y: number, style: string, words: string, anchor = 'start'): string =>
  `<text class="${style}" x="${x}" y="${y}" text-anchor="${anchor}">${escaped(words)}</text>`;

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
