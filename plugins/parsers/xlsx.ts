import { DossierError } from '../../core/errors/error.ts';
import { definePlugin } from '../../core/plugin/define.ts';
import type { Parser } from '../../core/ports/parser.ts';
import { XLSX } from '../../core/sniff/media-types.ts';

/** Spreadsheets since 2007 (.xlsx, .xlsm, .xlsb): what the cells show, a page per sheet. */
const parser: Parser = {
  score: ({ mediaType }) => (mediaType === XLSX ? 0.9 : 0),
  parse: async (bytes, context) => {
    const [{ openPackage }, { composeWorkbook }, { SSF }] = await Promise.all([
      import('./xlsx/package.ts'),
      import('./shared/sheets/compose.ts'),
      import('xlsx'),
    ]);
    const file = openPackage(bytes, context.limits.maxUnpackedBytes);
    const main = file.relationships('').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
    if (!file.has(main)) throw new DossierError('damaged');
    if (main.toLowerCase().endsWith('.bin')) {
      const [{ countBinaryCells }, { cellCounter }, { readByLibrary }] = await Promise.all([
        import('./xlsx/binary.ts'),
        import('./shared/sheets/cell-counter.ts'),
        import('./shared/sheets/sheetjs.ts'),
      ]);
      countBinaryCells(file, main, cellCounter(context.limits.maxCells));
      return composeWorkbook(await readByLibrary(bytes), context);
    }
    const { readXmlWorkbook } = await import('./xlsx/read.ts');
    return composeWorkbook(readXmlWorkbook(file, main, SSF, context.limits), context);
  },
};

export const plugin = definePlugin({
  name: 'xlsx',
  version: '1.0.0',
  summary: 'Reads spreadsheets (.xlsx, .xlsm, .xlsb): sheets, tables, dates and amounts as they are shown, comments.',
  provides: ['parser'],
  setup: () => ({ parser }),
});
