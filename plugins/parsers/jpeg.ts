import { definePlugin } from '../../core/plugin/define.ts';
import type { Parser } from '../../core/ports/parser.ts';

const parser: Parser = {
  score: ({ mediaType }) => (mediaType === 'image/jpeg' ? 1 : 0),
  parse: async (bytes, context) => (await import('./jpeg/read.ts')).readJpeg(bytes, context),
};

export const plugin = definePlugin({
  name: 'jpeg',
  version: '1.0.0',
  summary: 'Recognizes the text in JPEG pictures with Tesseract: scans and photos, turned or skewed, with word boxes.',
  provides: ['parser'],
  setup: () => ({ parser }),
});
