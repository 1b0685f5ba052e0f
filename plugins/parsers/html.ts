import { definePlugin } from '../../core/plugin/define.ts';
import type { Parser } from '../../core/ports/parser.ts';

const parser: Parser = {
  score: ({ mediaType }) => (mediaType === 'text/html' ? 0.9 : 0),
  parse: async (bytes, context) => (await import('./html/read.ts')).readPage(bytes, context),
};

export const plugin = definePlugin({
  name: 'html',
  version: '1.1.0',
  summary: 'Reads web pages: headings, lists, tables, links and forms, without scripts, styles and hidden text.',
  provides: ['parser'],
  setup: () => ({ parser }),
});
