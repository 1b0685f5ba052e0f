import { write } from 'xlsx';
import type { TableFile } from './pdf.ts';
import { sheetTables, workbookOf } from './sheets.ts';

/** The sheets of `sheetTables` as .xlsx files, written by SheetJS. */
export const tables: readonly TableFile[] = sheetTables.map((known) => ({
  name: known.name,
  bytes: async () => new Uint8Array(write(workbookOf(known), { type: 'buffer', bookType: 'xlsx' }) as Buffer),
  tables: known.tables,
}));
