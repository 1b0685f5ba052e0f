import { definePlugin } from '../../core/plugin/define.ts';
import type { Parser } from '../../core/ports/parser.ts';

const parser: Parser = {
  score: ({ mediaType }) => (mediaType === 'image/png' ? 1 : 0),
  parse: async (bytes, context) => (await import('./png/read.ts')).readPng(bytes, context),
};

export const plugin = definePlugin({
  name: 'png',
  version: '1.0.0',
  summary:
    'Recognizes the text in PNG pictures with Tesseract: scans and screenshots, turned or skewed, with word boxes.',
  provides: ['parser'],
  setup: () => ({ parser }),
});
