import type { Grid } from '../table-file.ts';
import { type Document, LEFT, WIDTH } from './draw.ts';

/** Names over names: two columns each under one name, and a group of rows beside one. */
export const QUARTERS: Grid = [
  ['Region', '2023', '', '2022', ''],
  ['', 'Rent', 'Costs', 'Rent', 'Costs'],
  ['North', '410', '98', '395', '90'],
  ['South', '388', '91', '371', '94'],
  ['West', '205', '47', '210', '40'],
];

/** Draws them from `y` down, the outer names centred over the inner ones, and says where the table ends. */
export function quarters(document: Document, y: number): number {
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
