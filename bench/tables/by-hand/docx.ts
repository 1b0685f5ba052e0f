/**
 * Word files with tables whose cells are known: merged, empty, of several paragraphs, numbered, nested, and pages laid
 * out by tables that are none. The files are made by the library docx; text and figures are made up.
 */
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  type ITableCellOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import type { Grid, TableFile } from '../table-file.ts';

type Content = Paragraph | Table;

const FEES: Grid = [
  ['Service', 'Unit', 'Quantity', 'Price'],
  ['Cleaning of the stairs', 'month', '12', '120.00'],
  ['Heating', 'kWh', '8,400', '0.31'],
  ['Maintenance of the lift', 'month', '12', '45.50'],
];
const GAPS: Grid = [
  ['Room', 'State at handover', 'Remarks'],
  ['Kitchen', 'newly painted', ''],
  ['', '', 'two tiles cracked'],
  ['Hall', '', ''],
];

const file = (children: readonly Content[]) => async (): Promise<Uint8Array> => {
  const levels = [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT }];
  const document = new Document({
    numbering: { config: [{ reference: 'rows', levels }] },
    sections: [{ children: [...children] }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};

const cell = (content: string | readonly Content[], options: Partial<ITableCellOptions> = {}): TableCell =>
  new TableCell({ ...options, children: typeof content === 'string' ? [new Paragraph(content)] : content });

const bold = (text: string): TableCell => cell([new Paragraph({ children: [new TextRun({ text, bold: true })] })]);

const row = (children: TableCell[], tableHeader = false): TableRow => new TableRow({ children, tableHeader });

const plain = (rows: Grid, head: 'repeated' | 'bold' | 'plain'): Table =>
  new Table({
    rows: rows.map((cells, index) =>
      row(
        cells.map((text) => (index === 0 && head === 'bold' ? bold(text) : cell(text))),
        index === 0 && head === 'repeated',
      ),
    ),
  });

const before = new Paragraph('The fees are those of the following table.');
const after = new Paragraph('They are due on the first working day of each month.');

/** Names over names, a name beside several rows, a sum over two columns. */
const merged = new Table({
  rows: [
    row([bold('Building'), cell('Costs', { columnSpan: 2 }), bold('Due')], true),
    row([cell('Harbour Street 4', { rowSpan: 2 }), cell('Heating'), cell('1,200'), cell('May')]),
    row([cell('Water'), cell('310'), cell('June', { rowSpan: 2 })]),
    row([cell('Sum', { columnSpan: 2 }), cell('1,510')]),
  ],
});

const paragraphs = new Table({
  rows: [
    row([cell('Party'), cell('Duties')], true),
    row([cell('Landlord'), cell([new Paragraph('Hands over the keys.'), new Paragraph('Reads the meters.')])]),
    row([
      cell('Tenant'),
      cell([
        new Paragraph({
          children: [new TextRun('Pays in advance,'), new TextRun({ text: 'without deduction.', break: 1 })],
        }),
        new Paragraph({
          children: [new ExternalHyperlink({ link: 'https://a.example/', children: [new TextRun('Account')] })],
        }),
      ]),
    ]),
  ],
});

const numbered = new Table({
  rows: ['Keys', 'Meters', 'Deposit'].map((text) =>
    row([cell([new Paragraph({ numbering: { reference: 'rows', level: 0 } })]), cell(text)]),
  ),
});

const nested = new Table({
  rows: [
    row([cell('Floor'), cell('Rooms'), cell('Use')], true),
    row([
      cell('Ground'),
      cell([
        plain(
          [
            ['Hall', '12'],
            ['Study', '9'],
          ],
          'plain',
        ),
        new Paragraph(''),
      ]),
      cell('Office'),
    ]),
    row([cell('First'), cell('Store'), cell('Archive')]),
  ],
});

const letter = new Table({
  rows: [row([cell([new Paragraph('Dear Ms Lee,'), plain(FEES, 'bold'), new Paragraph('')])]), row([cell('Yours')])],
});

const side = (text: string): TableCell => cell(Array.from({ length: 8 }, () => new Paragraph(`${text} `.repeat(40))));

export const tables: readonly TableFile[] = [
  { name: 'names repeated on each page', tables: [FEES], bytes: file([before, plain(FEES, 'repeated'), after]) },
  { name: 'names in bold', tables: [FEES], bytes: file([before, plain(FEES, 'bold'), after]) },
  { name: 'no names, empty cells', tables: [GAPS], bytes: file([before, plain(GAPS, 'plain'), after]) },
  {
    name: 'merged cells',
    tables: [
      [
        ['Building', 'Costs', '', 'Due'],
        ['Harbour Street 4', 'Heating', '1,200', 'May'],
        ['', 'Water', '310', 'June'],
        ['Sum', '', '1,510', ''],
      ],
    ],
    bytes: file([before, merged, after]),
  },
  {
    name: 'cells of several paragraphs',
    tables: [
      [
        ['Party', 'Duties'],
        ['Landlord', 'Hands over the keys. Reads the meters.'],
        ['Tenant', 'Pays in advance, without deduction. Account'],
      ],
    ],
    bytes: file([before, paragraphs, after]),
  },
  {
    name: 'numbered rows',
    tables: [
      [
        ['1.', 'Keys'],
        ['2.', 'Meters'],
        ['3.', 'Deposit'],
      ],
    ],
    bytes: file([before, numbered, after]),
  },
  {
    name: 'a table in a cell',
    tables: [
      [
        ['Floor', 'Rooms', 'Use'],
        ['Ground', 'Hall 12 Study 9', 'Office'],
        ['First', 'Store', 'Archive'],
      ],
    ],
    bytes: file([before, nested, after]),
  },
  { name: 'two tables', tables: [FEES, GAPS], bytes: file([plain(FEES, 'repeated'), after, plain(GAPS, 'bold')]) },
  { name: 'a letter laid out by a table', tables: [FEES], bytes: file([letter]) },
  {
    name: 'no table: two languages side by side',
    tables: [],
    bytes: file([new Table({ rows: [row([side('The tenant pays.'), side('Der Mieter zahlt.')])] })]),
  },
  {
    name: 'no table: a framed remark',
    tables: [],
    bytes: file([before, new Table({ rows: [row([cell('Note well.')])] })]),
  },
];
