import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import type { ReadDocument, ReadUnit } from '../../../core/ports/detector.ts';
import { type Contradiction, conflictDetector } from '../shared/conflict.ts';

const policy = z.object({
  tolerance: z
    .number()
    .min(0)
    .default(0.05)
    .describe('What a total may differ by from its items because each is rounded.'),
});

/** Finds tables whose total is not the sum of their items, and items that are not their quantity times their price. */
export const plugin = definePlugin({
  name: 'totals-do-not-add-up',
  version: '1.0.0',
  summary: 'Finds tables whose total is not the sum of their items, and items that are not quantity times price.',
  provides: ['detector'],
  setup: () => ({
    detector: conflictDetector({
      title: 'Total does not add up',
      category: 'payment',
      what: 'A table states a total that its items do not add up to, or an amount that is not its quantity times its price.',
      why: 'You may be charged more than was agreed.',
      ask: 'Ask for a corrected table, and pay only what is not in dispute.',
      policy,
      find: ({ document, policy: { tolerance } }) =>
        tablesOf(document).flatMap((rows) => [
          ...itemsOf(rows, document, tolerance),
          ...totalsOf(rows, document, tolerance),
        ]),
    }),
  }),
});

type Row = {
  readonly unit: ReadUnit;
  readonly label: string;
  readonly amounts: readonly number[];
  readonly amount: number;
};

/** Rows that follow one another and end with an amount of money. */
const tablesOf = (document: ReadDocument): readonly (readonly Row[])[] => {
  const tables: Row[][] = [];
  let open: Row[] = [];
  for (const unit of document.units) {
    const row = unit.row === undefined || unit.part !== undefined ? undefined : rowOf(unit);
    if (row) open.push(row);
    else if (open.length > 0) {
      tables.push(open);
      open = [];
    }
  }
  return [...tables, open].filter((rows) => rows.length > 0);
};

const rowOf = (unit: ReadUnit): Row | undefined => {
  const cells = cellsOf(unit.text);
  const last = cells.at(-1);
  const amount = last === undefined ? undefined : amountOf(last);
  if (cells.length < 2 || amount === undefined || !isMoney(last ?? '')) return undefined;
  const amounts = cells.map(amountOf).filter((value) => value !== undefined);
  return { unit, label: cells[0] ?? '', amounts, amount };
};

/** Cells of a row as the parsers write them: between tabs, bars, or as in a CSV file, where commas within cells are quoted. */
const cellsOf = (row: string): readonly string[] => {
  const parts = row.includes('\t') ? row.split('\t') : row.includes('|') ? row.split('|') : (row.match(csvCell) ?? []);
  return parts.map((cell) => cell.replace(/^[\s,;"]+|[\s,;"]+$/g, '')).filter((cell) => cell !== '');
};

const csvCell = /"[^"]*"|[^,;]+/g;

const isMoney = (cell: string): boolean => /[$€£]|\b[A-Z]{3}\b|[.,]\d\d\)?$/.test(cell);

/** "$1,250.00", "(80.00)", "-£12", "1.250,00 EUR". */
const amountOf = (cell: string): number | undefined => {
  const bare = cell.replace(/[$€£\s]|\b[A-Z]{3}\b/g, '');
  if (!/^[-–(]?\d{1,3}(?:[.,]?\d{3})*(?:[.,]\d{1,2})?\)?$/.test(bare)) return undefined;
  const decimals = /[.,](\d{1,2})\)?$/.exec(bare)?.[1] ?? '';
  const whole = bare.replace(/[.,]\d{1,2}\)?$/, '').replace(/\D/g, '');
  return Number(`${whole}.${decimals || '0'}`) * (/^[-–(]/.test(bare) ? -1 : 1);
};

const total = /^(?:\W*)(?:(?:sub-?|grand |net |invoice )?total\b|amount due|balance due|sum\b|net amount)/i;

/** Each total is held against the items above it; a subtotal among them stands for its own items. */
const totalsOf = (rows: readonly Row[], document: ReadDocument, tolerance: number): readonly Contradiction[] => {
  const found: Contradiction[] = [];
  let items: Row[] = [];
  let sum = 0;
  for (const row of rows) {
    if (!total.test(row.label)) {
      items.push(row);
      sum += row.amount;
      continue;
    }
    const known = items.length >= 2 || (items.length === 1 && sum !== items[0]?.amount);
    if (known && Math.abs(sum - row.amount) > tolerance) {
      found.push({
        places: [row, ...items].slice(0, 6).map(({ unit: { start, end } }) => ({ start, end, document })),
        reason: `The items add up to ${written(sum)}, and the total says ${written(row.amount)}.`,
        severity: 'high',
        sure: 0.8,
      });
    }
    items = [];
    sum = row.amount;
  }
  return found;
};

/** Rows that end with a quantity, a price and an amount, in a table where another row shows that these are meant. */
const itemsOf = (rows: readonly Row[], document: ReadDocument, tolerance: number): readonly Contradiction[] => {
  const priced = rows.flatMap((row) => {
    const cells = cellsOf(row.unit.text).slice(-3);
    const [quantity, price] = cells.map(amountOf);
    const shaped = cells.length === 3 && isMoney(cells[1] ?? '') && !isMoney(cells[0] ?? '') && row.amounts.length >= 3;
    if (total.test(row.label) || !shaped || quantity === undefined || price === undefined) return [];
    return [{ ...row, quantity, price, right: Math.abs(quantity * price - row.amount) <= tolerance }];
  });
  if (!priced.some(({ right }) => right)) return [];
  return priced
    .filter(({ right }) => !right)
    .map(({ unit: { start, end }, quantity, price, amount }) => ({
      places: [{ start, end, document }],
      reason: `${quantity} times ${written(price)} is ${written(quantity * price)}, and the row says ${written(amount)}.`,
      severity: 'medium' as const,
      sure: 0.8,
    }));
};

const written = (value: number): string => value.toFixed(2);
