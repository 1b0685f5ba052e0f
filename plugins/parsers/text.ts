import { definePlugin } from '../../core/plugin/define.ts';
import type { Parser } from '../../core/ports/parser.ts';

const parser: Parser = {
  score: ({ mediaType }) => (mediaType === 'text/plain' ? 0.8 : 0),
  parse: async (bytes, context) => (await import('./text/read.ts')).readText(bytes, context),
};

export const plugin = definePlugin({
  name: 'text',
  version: '1.0.0',
  summary: 'Reads plain text files, with headings, lists and page breaks.',
  provides: ['parser'],
  setup: () => ({ parser }),
});
