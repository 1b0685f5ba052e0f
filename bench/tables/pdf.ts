/**
 * PDFs with tables whose cells are known, in the layouts that contracts, invoices and accounts use, and pages without
 * a table that look as if they had one. Everything is drawn here; text and figures are made up.
 */
import {
  type Align,
  type Document,
  draw,
  LEFT,
  prose,
  put,
  type Rows,
  SENTENCES,
  type Style,
  table,
  WIDTH,
} from './draw.ts';

export type TableFile = {
  readonly name: string;
  /** The cells of each table, row by row; '' where a cell is empty or covered by one that spans it. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  bytes(): Promise<Uint8Array>;
};

const SERVICES: Rows = [
  ['Service', 'Unit', 'Quantity', 'Price'],
  ['Cleaning of the stairs', 'month', '12', '120.00'],
  ['Heating', 'kWh', '8,400', '0.31'],
  ['Maintenance of the lift', 'month', '12', '45.50'],
  ['Water', 'm3', '96', '4.20'],
  ['Insurance', 'year', '1', '610.00'],
];
const ROOMS: Rows = [
  ['Room', 'Floor', 'State at handover'],
  ['Kitchen', 'ground', 'newly painted, two tiles cracked beside the window'],
  ['Hall', 'ground', 'good'],
  ['Bedroom', 'first', 'carpet worn near the door, to be replaced by the landlord before July'],
  ['Study', 'first', 'good'],
];
const DUTIES: Rows = [
  ['Party', 'Duty', 'Due'],
  ['Landlord', 'Hand over the premises in good order, with all keys and the meter readings', 'First day of the term'],
  [
    'Tenant',
    'Pay the rent in advance to the account that the landlord names in writing',
    'Third working day of each month',
  ],
  ['Tenant', 'Give notice of damage', 'Without delay'],
  ['Both', 'Meet to read the meters', 'Last day of the term'],
];
const ACCOUNTS: Rows = [
  ['', '2023', '2022'],
  ['Revenue', '1,204,300', '1,118,040'],
  ['Cost of sales', '(803,110)', '(799,025)'],
  ['Gross profit', '401,190', '319,015'],
  ['Administrative expenses', '(120,400)', '(118,700)'],
  ['Finance costs', '(14,020)', '(16,300)'],
  ['Profit before tax', '266,770', '184,015'],
];
const around = (render: (document: Document, y: number) => number) => () =>
  draw((document) => {
    prose(document, 90);
    const end = render(document, 160);
    prose(document, end + 30);
  });

const FOUR = [200, 80, 80, 108];
const NUMBERS: readonly Align[] = ['left', 'left', 'right', 'right'];

/** Names over names: two columns each under one name, and a group of rows beside one. */
const QUARTERS: Rows = [
  ['Region', '2023', '', '2022', ''],
  ['', 'Rent', 'Costs', 'Rent', 'Costs'],
  ['North', '410', '98', '395', '90'],
  ['South', '388', '91', '371', '94'],
  ['West', '205', '47', '210', '40'],
];

function quarters(document: Document, y: number): number {
  const widths = [108, 90, 90, 90, 90];
  const left = (column: number) => LEFT + widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const height = 20;
  const bottom = y + QUARTERS.length * height;
  QUARTERS.forEach((row, index) => {
    row.forEach((cell, column) => {
      const spans = index === 0 && column > 0 ? 2 : 1;
      const width = (widths[column] ?? 0) * spans - 8;
      const at = y + index * height + (index === 0 && column === 0 ? height / 2 : 0) + 5;
      if (cell !== '') document.text(cell, left(column) + 4, at, { width, align: index < 2 ? 'center' : 'right' });
    });
  });
  document.lineWidth(0.7);
  QUARTERS.concat([[]]).forEach((_, index) => {
    document
      .moveTo(index === 1 ? left(1) : LEFT, y + index * height)
      .lineTo(LEFT + WIDTH, y + index * height)
      .stroke();
  });
  for (const column of [0, 1, 2, 3, 4, 5]) {
    const from = column === 2 || column === 4 ? y + height : y;
    document.moveTo(left(column), from).lineTo(left(column), bottom).stroke();
  }
  return bottom;
}

/** Lines of an inventory that run over three pages. */
const INVENTORY: Rows = [
  ['No', 'Item', 'Room', 'Value'],
  ...Array.from({ length: 60 }, (_, index) => [
    `${index + 1}`,
    ['Oak table', 'Lamp', 'Chair with arms', 'Curtain', 'Bookcase'][index % 5] ?? '',
    ['Hall', 'Study', 'Kitchen'][index % 3] ?? '',
    `${(index * 37) % 400}.50`,
  ]),
];

const overPages = (style: Pick<Style, 'lines' | 'boldHeader'>, repeats: boolean) => () =>
  draw((document) => {
    const [header = [], ...body] = INVENTORY;
    for (let page = 0; page < 3; page++) {
      if (page > 0) document.addPage();
      put(document, 'Inventory of the mill', LEFT, 40);
      const rows = body.slice(page * 20, page * 20 + 20);
      table(document, repeats || page === 0 ? [header, ...rows] : rows, 90, {
        widths: [60, 200, 100, 108],
        align: ['left', 'left', 'left', 'right'],
        ...style,
      });
      put(document, `Page ${page + 1} of 3`, 280, 750);
    }
  });

const withHeaders = (repeats: boolean): Rows => {
  const [header = [], ...body] = INVENTORY;
  return repeats ? [header, ...body.slice(0, 20), header, ...body.slice(20, 40), header, ...body.slice(40)] : INVENTORY;
};

const withTables: readonly TableFile[] = [
  {
    name: 'ruled',
    tables: [SERVICES],
    bytes: around((d, y) => table(d, SERVICES, y, { widths: FOUR, align: NUMBERS, lines: 'all', boldHeader: true })),
  },
  {
    name: 'ruled, words only, wrapped',
    tables: [DUTIES],
    bytes: around((d, y) => table(d, DUTIES, y, { widths: [90, 228, 150], lines: 'all' })),
  },
  {
    name: 'ruled between rows',
    tables: [DUTIES],
    bytes: around((d, y) => table(d, DUTIES, y, { widths: [90, 228, 150], lines: 'rows', boldHeader: true })),
  },
  {
    name: 'ruled between columns',
    tables: [SERVICES],
    bytes: around((d, y) => table(d, SERVICES, y, { widths: FOUR, align: NUMBERS, lines: 'columns', padding: 2 })),
  },
  {
    name: 'three rules, wrapped',
    tables: [ROOMS],
    bytes: around((d, y) => table(d, ROOMS, y, { widths: [100, 80, 200], lines: 'book' })),
  },
  {
    name: 'not ruled',
    tables: [SERVICES],
    bytes: around((d, y) => table(d, SERVICES, y, { widths: FOUR, align: NUMBERS, padding: 2 })),
  },
  {
    name: 'not ruled, wrapped',
    tables: [ROOMS],
    bytes: around((d, y) => table(d, ROOMS, y, { widths: [100, 80, 200], padding: 5, boldHeader: true })),
  },
  {
    name: 'shaded rows',
    tables: [SERVICES],
    bytes: around((d, y) =>
      table(d, SERVICES, y, { widths: FOUR, align: NUMBERS, shaded: 'alternate', boldHeader: true }),
    ),
  },
  {
    name: 'accounts',
    tables: [ACCOUNTS],
    bytes: around((d, y) =>
      table(d, ACCOUNTS, y, { widths: [268, 100, 100], align: ['left', 'right', 'right'], padding: 2 }),
    ),
  },
  { name: 'names over names', tables: [QUARTERS], bytes: around(quarters) },
  {
    name: 'over pages, header repeated',
    tables: [withHeaders(true)],
    bytes: overPages({ lines: 'all', boldHeader: true }, true),
  },
  { name: 'over pages, header once', tables: [INVENTORY], bytes: overPages({ lines: 'all', boldHeader: true }, false) },
  { name: 'over pages, not ruled', tables: [withHeaders(true)], bytes: overPages({ boldHeader: true }, true) },
  {
    name: 'two on a page',
    tables: [SERVICES, ACCOUNTS],
    bytes: () =>
      draw((document) => {
        const end = table(document, SERVICES, 90, { widths: FOUR, align: NUMBERS, lines: 'all' });
        prose(document, end + 20);
        table(document, ACCOUNTS, end + 90, {
          widths: [268, 100, 100],
          align: ['left', 'right', 'right'],
          lines: 'book',
        });
      }),
  },
  {
    name: 'in a column of prose',
    tables: [
      [
        ['Item', 'Fee'],
        ['Notice', '25.00'],
        ['Reminder', '7.50'],
        ['Copy of the lease', '12.00'],
      ],
    ],
    bytes: () =>
      draw((document) => {
        const words = SENTENCES.join(' ');
        document.fontSize(9);
        document.text(`${words} ${words}`, LEFT, 90, { width: 216 });
        const end = table(
          document,
          [
            ['Item', 'Fee'],
            ['Notice', '25.00'],
            ['Reminder', '7.50'],
            ['Copy of the lease', '12.00'],
          ],
          document.y + 12,
          { widths: [140, 76], align: ['left', 'right'], lines: 'book' },
        );
        document.text(words, LEFT, end + 12, { width: 216 });
        document.text(`${words} ${words} ${words}`, LEFT + 252, 90, { width: 216 });
      }),
  },
  {
    name: 'on a turned page',
    tables: [SERVICES],
    bytes: () =>
      draw((document) => {
        Object.assign(document.page.dictionary.data, { Rotate: 90 });
        document.rotate(-90, { origin: [0, 0] }).translate(-792, 0);
        prose(document, 60);
        table(document, SERVICES, 130, { widths: FOUR, align: NUMBERS, lines: 'all', boldHeader: true });
      }),
  },
];

const withoutTables: readonly TableFile[] = [
  {
    name: 'no table: two columns',
    tables: [],
    bytes: () =>
      draw((document) => {
        const words = SENTENCES.join(' ');
        document.text(`${words} ${words}`, LEFT, 90, { width: 216 });
        document.text(`${words} ${words}`, LEFT + 252, 90, { width: 216 });
      }),
  },
  {
    name: 'no table: signatures',
    tables: [],
    bytes: () =>
      draw((document) => {
        prose(document, 90);
        const left = [
          'MILL ESTATES LTD',
          'By: ______________________',
          'Name: Jane Doe',
          'Title: Director',
          'Date: 1 May 2024',
        ];
        const right = [
          'NORTH BAKERY LLC',
          'By: ______________________',
          'Name: John Roe',
          'Title: Partner',
          'Date: 2 May 2024',
        ];
        left.forEach((text, index) => {
          put(document, text, LEFT, 180 + index * 22);
          put(document, right[index] ?? '', LEFT + 252, 180 + index * 22);
        });
      }),
  },
  {
    name: 'no table: contents',
    tables: [],
    bytes: () =>
      draw((document) => {
        put(document, 'CONTENTS', 270, 80);
        ['1. Definitions', '2. Term of the lease', '3. Rent and deposit', '4. Repairs', '5. Notice'].forEach(
          (title, index) => {
            put(document, title, LEFT, 110 + index * 16);
            put(document, `${index * 2 + 1}`, 520, 110 + index * 16);
          },
        );
      }),
  },
  {
    name: 'no table: clauses',
    tables: [],
    bytes: () =>
      draw((document) => {
        SENTENCES.concat(SENTENCES).forEach((text, index) => {
          put(document, `${Math.floor(index / 3) + 1}.${(index % 3) + 1}`, LEFT, 90 + index * 30);
          put(document, text.slice(0, 70), LEFT + 36, 90 + index * 30);
          put(document, text.slice(70), LEFT + 36, 103 + index * 30);
        });
      }),
  },
  {
    name: 'no table: addresses',
    tables: [],
    bytes: () =>
      draw((document) => {
        ['Mill Estates Ltd', 'Mill Road 1', 'York'].forEach((text, index) => {
          put(document, text, LEFT, 80 + index * 13);
        });
        put(document, '1 May 2024', 470, 106);
        prose(document, 170);
        prose(document, 240);
      }),
  },
];

export const tables: readonly TableFile[] = [...withTables, ...withoutTables];
