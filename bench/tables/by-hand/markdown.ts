/** Markdown with tables (GitHub's) whose cells are known, and text that only looks like one. */
import type { TableFile } from '../table-file.ts';

const file = (text: string) => async (): Promise<Uint8Array> =>
  new TextEncoder().encode(`# Fees\n\nThe fees are these.\n\n${text}\n\nThey are due monthly.\n`);

const FEES = [
  ['Service', 'Unit', 'Price'],
  ['Heating', 'kWh', '0.31'],
  ['Lift', 'month', '45.50'],
];

export const tables: readonly TableFile[] = [
  {
    name: 'bars on both sides, aligned',
    tables: [FEES],
    bytes: file(
      '| Service | Unit  | Price |\n|:--------|:-----:|------:|\n| Heating | kWh   | 0.31  |\n| Lift    | month | 45.50 |',
    ),
  },
  {
    name: 'no bars outside, lines of Windows',
    tables: [FEES],
    bytes: file('Service | Unit | Price\r\n--- | --- | ---\r\nHeating | kWh | 0.31\r\nLift | month | 45.50'),
  },
  {
    name: 'empty cells, short rows, bars in cells',
    tables: [
      [
        ['Room', 'State', 'Remarks'],
        ['Kitchen', '', 'two \\| three tiles'],
        ['Hall', 'good', ''],
        ['', '', 'end'],
      ],
    ],
    bytes: file(
      '| Room | State | Remarks |\n|---|---|---|\n| Kitchen | | two \\| three tiles |\n| Hall | good |\n| | | end |',
    ),
  },
  {
    name: 'in a list, two tables',
    tables: [
      FEES,
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    bytes: file(
      '- Item\n\n  | Service | Unit | Price |\n  |---|---|---|\n  | Heating | kWh | 0.31 |\n  | Lift | month | 45.50 |\n\n| a | b |\n|---|---|\n| 1 | 2 |',
    ),
  },
  { name: 'no table: code', tables: [], bytes: file('```\n| a | b |\n|---|---|\n| 1 | 2 |\n```') },
  { name: 'no table: bars without a rule', tables: [], bytes: file('| a | b |\n| 1 | 2 |') },
];
