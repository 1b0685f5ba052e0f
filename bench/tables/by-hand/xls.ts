import { sheetFiles } from '../sheets.ts';

export const tables = sheetFiles('biff8');
