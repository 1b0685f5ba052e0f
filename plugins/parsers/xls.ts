import { DossierError } from '../../core/errors/error.ts';
import { definePlugin } from '../../core/plugin/define.ts';
import type { Parser } from '../../core/ports/parser.ts';
import { XLS } from '../../core/sniff/media-types.ts';

/** Spreadsheets before 2007 (BIFF5 and BIFF8 in a compound file): what the cells show, a page per sheet. */
const parser: Parser = {
  score: ({ mediaType }) => (mediaType === XLS ? 0.9 : 0),
  parse: async (bytes, context) => {
    const [
      { workbookStream },
      { surveyRecords },
      { readByLibrary },
      { composeWorkbook },
      { cellCounter },
      { looksOf },
    ] = await Promise.all([
      import('./xls/stream.ts'),
      import('./xls/records.ts'),
      import('./shared/sheets/sheetjs.ts'),
      import('./shared/sheets/compose.ts'),
      import('./shared/sheets/cell-counter.ts'),
      import('./xls/looks.ts'),
    ]);
    const stream = await workbookStream(bytes);
    if (stream === undefined) throw new DossierError('damaged');
    const facts = surveyRecords(stream, cellCounter(context.limits.maxCells));
    // The stream alone: what else is in the compound file (properties, macros) is not to be read.
    return composeWorkbook(await readByLibrary(stream, (sheet) => looksOf(facts.get(sheet))), context);
  },
};

export const plugin = definePlugin({
  name: 'xls',
  version: '1.0.0',
  summary: 'Reads spreadsheets before 2007 (.xls): sheets, tables, dates and amounts as they are shown, comments.',
  provides: ['parser'],
  setup: () => ({ parser }),
});
