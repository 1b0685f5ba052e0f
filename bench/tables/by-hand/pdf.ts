/**
 * PDFs with tables whose cells are known, in the layouts that contracts, invoices and accounts use, and pages without
 * a table that look as if they had one. Everything is drawn here; text and figures are made up.
 */
import { withTables } from '../pdf/with-tables.ts';
import { withoutTables } from '../pdf/without-tables.ts';
import type { TableFile } from '../table-file.ts';

export const tables: readonly TableFile[] = [...withTables, ...withoutTables];
