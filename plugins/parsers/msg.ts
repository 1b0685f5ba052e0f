import { definePlugin } from '../../core/plugin/define.ts';
import type { Parser } from '../../core/ports/parser.ts';

const TNEF = 'application/vnd.ms-tnef';

const parser: Parser = {
  score: ({ mediaType }) => (mediaType === 'application/vnd.ms-outlook' || mediaType === TNEF ? 0.9 : 0),
  parse: async (bytes, { limits }) => (await import('./msg/read.ts')).readItem(bytes, limits),
};

export const plugin = definePlugin({
  name: 'msg',
  version: '1.0.0',
  summary: 'Reads items of Outlook (.msg, winmail.dat): header, body, quoted history, and attachments as documents.',
  provides: ['parser'],
  setup: () => ({ parser }),
});
