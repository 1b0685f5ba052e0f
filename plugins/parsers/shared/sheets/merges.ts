import type { Range } from './workbook.ts';

/** How far the cells of a sheet reach; 1 for those that are not merged. */
export type Merges = {
  columnSpan(row: number, column: number): number;
  rowSpan(row: number, column: number): number;
};

/** By the cell at the top left, which alone holds the contents. */
export const mergesOf = (ranges: readonly Range[]): Merges => {
  const rows = new Map<number, Map<number, Range>>();
  for (const range of ranges) {
    const row = rows.get(range.top);
    if (row === undefined) rows.set(range.top, new Map([[range.left, range]]));
    else row.set(range.left, range);
  }
  const find = (row: number, column: number): Range | undefined => rows.get(row)?.get(column);
  return {
    columnSpan: (row, column) => {
      const range = find(row, column);
      return range === undefined ? 1 : range.right - range.left + 1;
    },
    rowSpan: (row, column) => {
      const range = find(row, column);
      return range === undefined ? 1 : range.bottom - range.top + 1;
    },
  };
};
