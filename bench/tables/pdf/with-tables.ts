import type { TableFile } from '../table-file.ts';
import { ACCOUNTS, CHARGES, DUTIES, ROOMS, SERVICES } from './contents.ts';
import { type Align, type Document, draw, LEFT, prose, SENTENCES, table } from './draw.ts';
import { QUARTERS, quarters } from './names-over-names.ts';
import { INVENTORY, inventoryWithHeaders, overPages } from './over-pages.ts';

/** A table with prose before and after it. */
const around = (render: (document: Document, y: number) => number) => () =>
  draw((document) => {
    prose(document, 90);
    const end = render(document, 160);
    prose(document, end + 30);
  });

const FOUR = [200, 80, 80, 108];
const NUMBERS: readonly Align[] = ['left', 'left', 'right', 'right'];

export const withTables: readonly TableFile[] = [
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
    tables: [inventoryWithHeaders],
    bytes: overPages({ lines: 'all', boldHeader: true }, true),
  },
  { name: 'over pages, header once', tables: [INVENTORY], bytes: overPages({ lines: 'all', boldHeader: true }, false) },
  { name: 'over pages, not ruled', tables: [inventoryWithHeaders], bytes: overPages({ boldHeader: true }, true) },
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
    tables: [CHARGES],
    bytes: () =>
      draw((document) => {
        const words = SENTENCES.join(' ');
        document.fontSize(9);
        document.text(`${words} ${words}`, LEFT, 90, { width: 216 });
        const end = table(document, CHARGES, document.y + 12, {
          widths: [140, 76],
          align: ['left', 'right'],
          lines: 'book',
        });
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
