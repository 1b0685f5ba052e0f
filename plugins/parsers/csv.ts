import { definePlugin } from '../../core/plugin/define.ts';
import type { Parser } from '../../core/ports/parser.ts';

const TYPES = new Set(['text/csv', 'text/tab-separated-values']);

const parser: Parser = {
  score: ({ mediaType }) => (TYPES.has(mediaType) ? 0.9 : 0),
  parse: async (bytes, context) => (await import('./csv/read.ts')).readSeparated(bytes, context),
};

export const plugin = definePlugin({
  name: 'csv',
  version: '1.0.0',
  summary:
    'Reads separated values (.csv, .tsv): delimiter, quotes, encoding and names of columns are found in the file.',
  provides: ['parser'],
  setup: () => ({ parser }),
});
