import { definePlugin } from '../../core/plugin/define.ts';
import type { Parser } from '../../core/ports/parser.ts';

export const pdfParser: Parser = {
  score: ({ mediaType }) => (mediaType === 'application/pdf' ? 1 : 0),
  // Loaded by the process that reads files, not by everyone who asks what there is.
  parse: async (bytes, context) => (await import('./pdf/read.ts')).readPdf(bytes, context),
};

export const plugin = definePlugin({
  name: 'pdf',
  version: '1.0.0',
  summary:
    'Reads PDF files with PDFium: text in reading order, headings, lists, tables, forms, notes, links, attachments, word boxes.',
  provides: ['parser'],
  setup: () => ({ parser: pdfParser }),
});
