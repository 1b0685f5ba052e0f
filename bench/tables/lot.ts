/**
 * Tables whose sizes, contents and looks are drawn by lot, the same in each run: what nobody had before the eyes who
 * wrote a parser. Each set has the same grids in another format.
 */
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalMergeType } from 'docx';
import { utils, type WorkSheet, write } from 'xlsx';
import { createRandom, type Random } from '../material/random.ts';
import { draw, prose, put, SENTENCES, table } from './pdf/draw.ts';
import type { Grid, TableFile } from './table-file.ts';

type Kind = 'name' | 'count' | 'amount' | 'date' | 'share' | 'text' | 'code';

/** A table before it is written: `groups` says how many rows each cell of the first column reaches down. */
type Drawn = {
  readonly rows: Grid;
  readonly kinds: readonly Kind[];
  readonly groups: readonly number[];
};

const NAMES = [
  'Heating',
  'Lift',
  'Garden',
  'Cleaning of the stairs',
  'Insurance',
  'Water',
  'Caretaker',
  'Parking',
  'Waste',
  'Chimney',
  'Cable',
  'Repairs',
];
const HEADERS: Readonly<Record<Kind, readonly string[]>> = {
  name: ['Service', 'Item', 'Position', 'Description'],
  count: ['Quantity', 'Units', 'Hours', 'No.'],
  amount: ['Price', 'Amount', 'Net', 'Total (EUR)'],
  date: ['Due', 'Date', 'From', 'Valid until'],
  share: ['Share', 'VAT', 'Discount'],
  text: ['Remarks', 'Terms', 'Basis of the charge'],
  code: ['Code', 'Ref.', 'Account'],
};
const TEXTS = [
  'paid in advance',
  'by meter',
  'once a year, in spring',
  'see annex B',
  'shared by all tenants',
  'not in January',
  'upon request only',
];

const textOf = (kind: Kind, random: Random): string => {
  const amount = (): string => (random.below(900_000) / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
  switch (kind) {
    case 'name':
      return random.pick(NAMES);
    case 'count':
      return String(1 + random.below(400));
    case 'amount':
      return amount();
    case 'date':
      return `2026-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`;
    case 'share':
      return `${random.below(100)}%`;
    case 'text':
      return random.pick(TEXTS);
    case 'code':
      return `${random.pick(['A', 'B', 'K', 'ZX'])}-${1000 + random.below(9000)}`;
  }
};

const drawTable = (random: Random, grouped: boolean): Drawn => {
  const others: readonly Kind[] = ['count', 'amount', 'date', 'share', 'text', 'code', 'amount'];
  const kinds: Kind[] = ['name', ...Array.from({ length: 1 + random.below(5) }, () => random.pick(others))];
  const names = new Set<string>();
  const header = kinds.map((kind) => {
    const free = HEADERS[kind].filter((name) => !names.has(name));
    const name = free.length > 0 ? random.pick(free) : `${HEADERS[kind][0]} ${names.size + 1}`;
    names.add(name);
    return name;
  });
  const length = 2 + random.below(12);
  const groups: number[] = [];
  while (groups.reduce((sum, group) => sum + group, 0) < length) groups.push(grouped ? 1 + random.below(3) : 1);
  const body = groups.flatMap((group) =>
    Array.from({ length: group }, (_, index) =>
      kinds.map((kind, column) => {
        if (column === 0) return index === 0 ? textOf(kind, random) : '';
        return random.below(12) === 0 ? '' : textOf(kind, random);
      }),
    ),
  );
  return { rows: [header, ...body], kinds, groups };
};

const isNumber = (kind: Kind): boolean => kind === 'count' || kind === 'amount' || kind === 'share';

const inPdf = ({ rows, kinds }: Drawn, random: Random): Promise<Uint8Array> =>
  draw((document) => {
    document.fontSize(random.pick([8, 9, 10]));
    prose(document, 60);
    const lines = random.pick(['all', 'columns', 'book', 'rows', 'none'] as const);
    const weights = kinds.map((kind) => (kind === 'text' || kind === 'name' ? 3 : 2));
    const total = random.pick([360, 430, 468]);
    const sum = weights.reduce((all, weight) => all + weight, 0);
    const end = table(document, rows, 120, {
      widths: weights.map((weight) => (weight / sum) * total),
      align: kinds.map((kind) => (isNumber(kind) ? 'right' : 'left')),
      padding: random.pick([3, 4, 6]),
      boldHeader: random.below(2) === 0,
      lines,
      ...(random.below(3) === 0 ? { shaded: random.pick(['alternate', 'header'] as const) } : {}),
    });
    put(document, SENTENCES[0] ?? '', 72, end + 24);
    put(document, SENTENCES[1] ?? '', 72, end + 38);
  });

const inDocx = async ({ rows, groups }: Drawn, random: Random): Promise<Uint8Array> => {
  const starts = startsOf(groups);
  const marked = random.below(2) === 0;
  const cell = (text: string, row: number, column: number): TableCell => {
    const children = [new Paragraph({ children: [new TextRun({ text, bold: row === 0 })] })];
    const group = column === 0 && row > 0 ? starts.get(row) : undefined;
    if (column !== 0 || row === 0 || group === 1) return new TableCell({ children });
    return new TableCell({
      children,
      verticalMerge: group === undefined ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART,
    });
  };
  const grid = new Table({
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: marked && index === 0,
          children: row.map((text, column) => cell(text, index, column)),
        }),
    ),
  });
  const children = [new Paragraph(SENTENCES[0] ?? ''), grid, new Paragraph(SENTENCES[1] ?? '')];
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
};

/** By row, counted with the header: how far down the group reaches that begins there. */
const startsOf = (groups: readonly number[]): ReadonlyMap<number, number> => {
  const starts = new Map<number, number>();
  let row = 1;
  for (const group of groups) {
    starts.set(row, group);
    row += group;
  }
  return starts;
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const inHtml = async ({ rows, groups }: Drawn, random: Random): Promise<Uint8Array> => {
  const starts = startsOf(groups);
  const names = random.below(2) === 0 ? 'th' : 'td';
  const body = rows.map((row, index) => {
    const cells = row.map((text, column) => {
      if (index === 0) return names === 'th' ? `<th>${text}</th>` : `<td><b>${text}</b></td>`;
      if (column > 0) return `<td>${text}</td>`;
      const reach = starts.get(index);
      return reach === undefined ? '' : `<td rowspan=${reach}>${text}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const open = random.pick(['<table>', '<table border=1>', '<div><table class="grid">']);
  return utf8(
    `<!doctype html><html><body><p>${SENTENCES[0]}</p>${open}${body.join('\n')}</table><p>${SENTENCES[1]}</p></body></html>`,
  );
};

const inMarkdown = async ({ rows: [header = [], ...body], kinds }: Drawn, random: Random): Promise<Uint8Array> => {
  const [left, right] = random.pick([
    ['| ', ' |'],
    ['|', '|'],
    ['| ', ' |'],
  ] as const);
  const line = (row: readonly string[]): string => `${left}${row.join(' | ')}${right}`;
  const rule = kinds.map((kind) => (isNumber(kind) ? '---:' : random.pick([':---', '---'])));
  return utf8(`# Fees\n\n${SENTENCES[0]}\n\n${[header, rule, ...body].map(line).join('\n')}\n\n${SENTENCES[1]}\n`);
};

const inSheet = ({ rows, groups }: Drawn, random: Random): WorkSheet => {
  const titled = random.below(2) === 0;
  const sheet = utils.aoa_to_sheet([
    ...(titled ? [['Fees for 2026'], []] : []),
    ...rows.map((row) => row.map((text) => (text === '' ? null : text))),
  ]);
  const first = titled ? 2 : 0;
  sheet['!merges'] = [...startsOf(groups)]
    .filter(([, reach]) => reach > 1)
    .map(([row, reach]) => ({ s: { r: first + row, c: 0 }, e: { r: first + row + reach - 1, c: 0 } }));
  return sheet;
};

const inWorkbook =
  (bookType: 'xlsx' | 'biff8') =>
  async (drawn: Drawn, random: Random): Promise<Uint8Array> => {
    const book = utils.book_new();
    utils.book_append_sheet(book, inSheet(drawn, random), 'Fees');
    return new Uint8Array(write(book, { type: 'buffer', bookType }) as Buffer);
  };

const inCsv = async ({ rows }: Drawn, random: Random): Promise<Uint8Array> => {
  const delimiter = random.pick([',', ';', '\t', '|']);
  const quoteAll = random.below(4) === 0;
  const quoted = (text: string): string =>
    quoteAll || text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
  const end = random.pick(['\n', '\r\n']);
  return utf8(rows.map((row) => row.map(quoted).join(delimiter)).join(end) + end);
};

type Writer = (drawn: Drawn, random: Random) => Promise<Uint8Array>;

/** Formats whose cells can reach down; elsewhere a group would be empty cells, which say nothing of reaching. */
const writers: Readonly<Record<string, { readonly write: Writer; readonly merges: boolean }>> = {
  csv: { write: inCsv, merges: false },
  docx: { write: inDocx, merges: true },
  html: { write: inHtml, merges: true },
  markdown: { write: inMarkdown, merges: false },
  pdf: { write: inPdf, merges: false },
  xls: { write: inWorkbook('biff8'), merges: true },
  xlsx: { write: inWorkbook('xlsx'), merges: true },
};

const FILES = 60;

/** The files of a format. */
export const byLot = (format: string): readonly TableFile[] => {
  const writer = writers[format];
  if (writer === undefined) return [];
  return Array.from({ length: FILES }, (_, number) => {
    const random = createRandom(1000 + number);
    const drawn = drawTable(random, writer.merges && number % 3 === 0);
    return { name: `by lot ${number + 1}`, tables: [drawn.rows], bytes: () => writer.write(drawn, random) };
  });
};
