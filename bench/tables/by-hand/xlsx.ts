import { sheetFiles } from '../sheets.ts';

export const tables = sheetFiles('xlsx');
