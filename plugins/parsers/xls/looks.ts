import { pageMargin } from '../shared/sheets/page-margin.ts';
import type { SheetLooks } from '../shared/sheets/sheetjs.ts';
import { PLACE_ROW, type SheetFacts } from './records.ts';

export const looksOf = (facts: SheetFacts | undefined): SheetLooks | undefined =>
  facts === undefined
    ? undefined
    : {
        header: pageMargin(facts.header),
        footer: pageMargin(facts.footer),
        isHidden: (row, column) =>
          facts.hiddenRows.has(row) || facts.hiddenColumns.some(([first, last]) => column >= first && column <= last),
        isBold: (row, column) => facts.bold.has(row * PLACE_ROW + column),
      };
