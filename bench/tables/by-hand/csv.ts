/** Separated values whose cells are known: delimiters, quotes, decimal commas, titles, encodings. All of it is made up. */
import { encodeAs } from '../../encodings/encode.ts';
import type { Grid, TableFile } from '../table-file.ts';

const FEES: Grid = [
  ['Service', 'Unit', 'Quantity', 'Price'],
  ['Cleaning of the stairs', 'month', '12', '120.00'],
  ['Heating', 'kWh', '8400', '0.31'],
  ['Maintenance of the lift', 'month', '12', '45.50'],
];
const PEOPLE: Grid = [
  ['Name', 'Address', 'Since'],
  ['Lee, Ann', '12 Main St, Salem', '2024-01-05'],
  ['Fox; Bob', '7 Hill Rd', '2023-07-01'],
  ['Orr, Cy', '', '2022-11-30'],
];
const GERMAN: Grid = [
  ['Posten', 'Betrag', 'Fällig'],
  ['Müllabfuhr', '1.250,00', '03.04.2024'],
  ['Straßenreinigung', '75,50', '01.05.2024'],
  ['Wärme', '310,25', '01.06.2024'],
];
const RUSSIAN: Grid = [
  ['Услуга', 'Сумма', 'Срок'],
  ['Хостинг', '1200', '2024-04-01'],
  ['Поддержка', '95', '2024-05-01'],
  ['Резервное копирование', '7', '2024-06-01'],
];

const joined = (grid: Grid, delimiter: string, end = '\n'): string =>
  grid.map((row) => row.join(delimiter) + end).join('');
const quoted = (grid: Grid, delimiter: string): string =>
  grid.map((row) => `${row.map((value) => `"${value}"`).join(delimiter)}\r\n`).join('');
const file = (name: string, content: string | Uint8Array, ...tables: readonly Grid[]): TableFile => ({
  name,
  bytes: async () => (typeof content === 'string' ? new Uint8Array(Buffer.from(content)) : content),
  tables,
});

export const tables: readonly TableFile[] = [
  file('commas', joined(FEES, ','), FEES),
  file('semicolons, carriage returns', joined(FEES, ';', '\r\n'), FEES),
  file('tabs', joined(FEES, '\t'), FEES),
  file('bars', joined(FEES, '|'), FEES),
  file('quotes around delimiters', quoted(PEOPLE, ','), PEOPLE),
  file('quotes, semicolons', quoted(PEOPLE, ';'), PEOPLE),
  file('decimal commas, Windows-1252', encodeAs('windows-1252', joined(GERMAN, ';')), GERMAN),
  file('Russian, KOI8-U', encodeAs('koi8-u', joined(RUSSIAN, ',')), RUSSIAN),
  file(
    'UTF-16 with tabs, as Excel writes Unicode text',
    new Uint8Array(Buffer.from(`\uFEFF${joined(RUSSIAN, '\t')}`, 'utf16le')),
    RUSSIAN,
  ),
  file('titles above, a count below', `Fees of the house\n\n# as of 2024-05-01\n${joined(FEES, ',')}3 rows\n`, FEES),
  file('a stated delimiter', `sep=;\r\n${joined(FEES, ';', '\r\n')}`, FEES),
  file('no names of columns', 'front door,Ann,brass\ncellar,Bob,steel\nattic,Cy,iron\n', [
    ['front door', 'Ann', 'brass'],
    ['cellar', 'Bob', 'steel'],
    ['attic', 'Cy', 'iron'],
  ]),
];
