import { definePlugin } from '../../core/plugin/define.ts';
import type { Parser } from '../../core/ports/parser.ts';

const parser: Parser = {
  score: ({ mediaType }) => (mediaType === 'text/markdown' ? 0.9 : 0),
  parse: async (bytes, context) => (await import('./markdown/read.ts')).readSource(bytes, context),
};

export const plugin = definePlugin({
  name: 'markdown',
  version: '1.1.0',
  summary: 'Reads Markdown (CommonMark and GitHub tables): headings, lists, tables, code, notes and links.',
  provides: ['parser'],
  setup: () => ({ parser }),
});
