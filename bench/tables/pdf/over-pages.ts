import type { Grid } from '../table-file.ts';
import { draw, LEFT, put, type Style, table } from './draw.ts';

/** Lines of an inventory that run over three pages. */
export const INVENTORY: Grid = [
  ['No', 'Item', 'Room', 'Value'],
  ...Array.from({ length: 60 }, (_, index) => [
    `${index + 1}`,
    ['Oak table', 'Lamp', 'Chair with arms', 'Curtain', 'Bookcase'][index % 5] ?? '',
    ['Hall', 'Study', 'Kitchen'][index % 3] ?? '',
    `${(index * 37) % 400}.50`,
  ]),
];

const [header = [], ...body] = INVENTORY;

/** Twenty lines to a page. */
export const overPages = (style: Pick<Style, 'lines' | 'boldHeader'>, repeats: boolean) => () =>
  draw((document) => {
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

/** The inventory with its header on each page, as its rows follow each other. */
export const inventoryWithHeaders: Grid = [
  header,
  ...body.slice(0, 20),
  header,
  ...body.slice(20, 40),
  header,
  ...body.slice(40),
];
