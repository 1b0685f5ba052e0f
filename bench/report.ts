/** One measured figure, beside the same work done by the bare library. */
export type Row = {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly bare?: { readonly what: string; readonly value: number };
  /** How much dearer than bare: 1 is the same, 2 takes twice as long or does half as much. */
  readonly ratio?: number;
  /** The ratio, or where there is none the value, that it should not be above. */
  readonly aim?: number;
};

export type Section = {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row[];
  /** What a reader has to know to judge the figures. */
  readonly notes: readonly string[];
  readonly seconds: number;
};

/** A time in milliseconds beside the bare one. */
export const timeRow = (name: string, value: number, bare?: Row['bare'], aim?: number): Row => ({
  name,
  unit: 'ms',
  value: rounded(value),
  ...(bare === undefined ? {} : { bare: { ...bare, value: rounded(bare.value) }, ratio: rounded(value / bare.value) }),
  ...(aim === undefined ? {} : { aim }),
});

/** A rate, more being better, beside the bare one. */
export const rateRow = (name: string, unit: string, value: number, bare?: Row['bare'], aim?: number): Row => ({
  name,
  unit,
  value: rounded(value),
  ...(bare === undefined ? {} : { bare: { ...bare, value: rounded(bare.value) }, ratio: rounded(bare.value / value) }),
  ...(aim === undefined ? {} : { aim }),
});

/** Three significant digits, and no fewer than the whole number has. */
const rounded = (value: number): number => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

export const isMet = ({ aim, ratio, value }: Row): boolean | undefined =>
  aim === undefined ? undefined : (ratio ?? value) <= aim;

/** Markdown, readable as it is. */
export const renderSection = ({ title, rows, notes, seconds }: Section): string => {
  const cells = [
    ['', 'Dossier', 'bare', 'ratio', 'aim'],
    ...rows.map((row) => [
      row.name,
      `${row.value} ${row.unit}`,
      row.bare === undefined ? '' : `${row.bare.value} ${row.unit} (${row.bare.what})`,
      row.ratio === undefined ? '' : row.ratio.toFixed(2),
      row.aim === undefined ? '' : `≤ ${row.aim} ${isMet(row) ? 'met' : 'MISSED'}`,
    ]),
  ];
  const used = [0, 1, 2, 3, 4].filter((column) => cells.some((line) => line[column] !== '' && line !== cells[0]));
  const widths = used.map((column) => Math.max(3, ...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map(
    (line) => `| ${used.map((column, index) => (line[column] ?? '').padEnd(widths[index] ?? 0)).join(' | ')} |`,
  );
  lines.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  return [`## ${title} (${Math.round(seconds)} s)`, '', ...lines, '', ...notes.map((note) => `- ${note}`), ''].join(
    '\n',
  );
};
