/** Sheets with tables whose cells are known, for both generations of Excel's formats. All text and figures are made up. */
import { utils, type WorkBook, write } from 'xlsx';
import type { Grid, TableFile } from './table-file.ts';

type Value = string | number | null;
type Rows = readonly (readonly Value[])[];

type SheetTables = {
  readonly name: string;
  readonly sheets: readonly SheetContents[];
  /** Every table of every sheet, top to bottom and left to right, as its cells are shown. */
  readonly tables: readonly Grid[];
};

type SheetContents = {
  readonly name: string;
  readonly rows: Rows;
  /** Corners as [top, left, bottom, right], from 0. */
  readonly merges?: readonly (readonly [number, number, number, number])[];
  /** Number formats by column, from the second row of figures on. */
  readonly formats?: Readonly<Record<number, string>>;
};

const FEES: Rows = [
  ['Service', 'Unit', 'Quantity', 'Price'],
  ['Cleaning of the stairs', 'month', 12, 120],
  ['Heating', 'kWh', 8400, 0.31],
  ['Maintenance of the lift', 'month', 12, 45.5],
];
const ROOMS: Rows = [
  ['Room', 'State at handover', 'Remarks'],
  ['Kitchen', 'newly painted', null],
  ['Bath', null, 'two tiles cracked'],
  ['Hall', 'as before', null],
];
const shown = (rows: Rows): string[][] => rows.map((row) => row.map((value) => (value === null ? '' : String(value))));
const under = (rows: Rows, lines: Rows): Rows => [...lines, ...rows];
const right = (rows: Rows, columns: number): Rows => rows.map((row) => [...Array<null>(columns).fill(null), ...row]);

const sheetTables: readonly SheetTables[] = [
  { name: 'one table from A1', sheets: [{ name: 'Fees', rows: FEES }], tables: [shown(FEES)] },
  {
    name: 'under titles, away from A1, with a note',
    sheets: [
      {
        name: 'Fees',
        rows: [
          ...right(under(FEES, [['Fees of the house'], ['All amounts are in euros.'], []]), 2),
          [],
          [null, null, 'The fees are reviewed on 1 January of each year, for the first time in 2026.'],
        ],
      },
    ],
    tables: [shown(FEES)],
  },
  {
    name: 'two below each other, with empty cells',
    sheets: [{ name: 'Flat', rows: [...FEES, [], ['Handover'], ...ROOMS] }],
    tables: [shown(FEES), shown(ROOMS)],
  },
  {
    name: 'two beside each other',
    sheets: [
      {
        name: 'Both',
        rows: FEES.map((row, index) => [
          ...row,
          null,
          ...([
            ['Meter', 'Reading'],
            ['Water', 1204],
            ['Gas', 883],
            ['Power', 22017],
          ][index] ?? []),
        ]),
      },
    ],
    tables: [
      shown(FEES),
      [
        ['Meter', 'Reading'],
        ['Water', '1204'],
        ['Gas', '883'],
        ['Power', '22017'],
      ],
    ],
  },
  {
    name: 'merged names over columns and a total',
    sheets: [
      {
        name: 'Rent',
        rows: [
          ['Year', 'Rent', null, 'Costs', null],
          [null, 'Office', 'Cellar', 'Office', 'Cellar'],
          ['First', 100, 20, 15, 5],
          ['Second', 110, 22, 16, 6],
          ['Total', 210, 42, 31, 11],
        ],
        merges: [
          [0, 0, 1, 0],
          [0, 1, 0, 2],
          [0, 3, 0, 4],
        ],
      },
    ],
    tables: [
      [
        ['Year', 'Rent', '', 'Costs', ''],
        ['', 'Office', 'Cellar', 'Office', 'Cellar'],
        ['First', '100', '20', '15', '5'],
        ['Second', '110', '22', '16', '6'],
        ['Total', '210', '42', '31', '11'],
      ],
    ],
  },
  {
    name: 'dates and amounts with formats, a group set apart by an empty row',
    sheets: [
      {
        name: 'Payments',
        rows: [['Due', 'For', 'Amount'], [45383, 'April', 1250], [45413, 'May', 1250], [], [45444, 'June', 1300.5]],
        formats: { 0: 'dd/mm/yyyy', 2: '#,##0.00' },
      },
    ],
    tables: [
      [
        ['Due', 'For', 'Amount'],
        ['2024-04-01', 'April', '1,250.00'],
        ['2024-05-01', 'May', '1,250.00'],
        ['2024-06-01', 'June', '1,300.50'],
      ],
    ],
  },
  {
    name: 'no names of columns',
    sheets: [
      {
        name: 'Keys',
        rows: [
          ['front door', 'Ann', 'brass'],
          ['cellar', 'Bob', 'steel'],
          ['attic', 'Cy', 'iron'],
        ],
      },
    ],
    tables: [
      [
        ['front door', 'Ann', 'brass'],
        ['cellar', 'Bob', 'steel'],
        ['attic', 'Cy', 'iron'],
      ],
    ],
  },
  {
    name: 'several sheets',
    sheets: [
      { name: 'Fees', rows: FEES },
      { name: 'Rooms', rows: ROOMS },
    ],
    tables: [shown(FEES), shown(ROOMS)],
  },
];

const workbookOf = ({ sheets }: SheetTables): WorkBook => {
  const book = utils.book_new();
  for (const { name, rows, merges = [], formats = {} } of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
    sheet['!merges'] = merges.map(([top, left, bottom, right]) => ({
      s: { r: top, c: left },
      e: { r: bottom, c: right },
    }));
    for (const [row, values] of rows.entries()) {
      for (const [column, value] of values.entries()) {
        const format = formats[column];
        const cell = sheet[utils.encode_cell({ r: row, c: column })];
        if (typeof value === 'number' && format !== undefined) Object.assign(cell, { z: format });
      }
    }
    utils.book_append_sheet(book, sheet, name);
  }
  return book;
};

/** The same sheets in one of Excel's formats, written by SheetJS. */
export const sheetFiles = (bookType: 'xlsx' | 'biff8'): readonly TableFile[] =>
  sheetTables.map((known) => ({
    name: known.name,
    tables: known.tables,
    bytes: async () => new Uint8Array(write(workbookOf(known), { type: 'buffer', bookType }) as Buffer),
  }));
