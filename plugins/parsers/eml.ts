import { definePlugin } from '../../core/plugin/define.ts';
import type { Parser } from '../../core/ports/parser.ts';

const parser: Parser = {
  score: ({ mediaType }) => (mediaType === 'message/rfc822' ? 0.9 : 0),
  parse: async (bytes, { limits }) => (await import('./eml/read.ts')).readMessage(bytes, limits),
};

export const plugin = definePlugin({
  name: 'eml',
  version: '1.0.0',
  summary: 'Reads e-mail (.eml): header, body, quoted history, and attachments as documents of their own.',
  provides: ['parser'],
  setup: () => ({ parser }),
});
