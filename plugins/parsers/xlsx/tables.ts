import { parseRange } from '../shared/sheets/address.ts';
import type { DeclaredTable } from '../shared/sheets/workbook.ts';
import { scanXml, xmlAttribute } from './scan.ts';

/** A table part ([ECMA-376] Part 1, 18.5.1.2): where it lies and how many rows name its columns. */
export const readTablePart = (xml: string): DeclaredTable | undefined => {
  let found: DeclaredTable | undefined;
  scanXml(xml, {
    open: (name, attributes) => {
      if (name !== 'table' || found !== undefined) return;
      const range = parseRange(xmlAttribute(attributes, 'ref') ?? '');
      const headerRows = Number(xmlAttribute(attributes, 'headerRowCount') ?? 1);
      if (range !== undefined) found = { range, headerRows: headerRows === 0 ? 0 : 1 };
    },
  });
  return found;
};
