import { DossierError } from '../../core/errors/error.ts';
import { definePlugin } from '../../core/plugin/define.ts';
import type { Parser } from '../../core/ports/parser.ts';
import { DOCX, ENCRYPTED } from '../../core/sniff/media-types.ts';

const parser: Parser = {
  score: ({ mediaType }) => {
    if (mediaType === DOCX) return 0.9;
    // Of the wrapper of protected files, Word, Excel and PowerPoint alike, nothing but that can be told.
    return mediaType === ENCRYPTED ? 0.5 : 0;
  },
  parse: async (bytes, { limits }) => {
    if (bytes[0] === 0xd0) throw new DossierError('encrypted');
    const { readWord } = await import('./docx/read.ts');
    return readWord(bytes, limits);
  },
};

export const plugin = definePlugin({
  name: 'docx',
  version: '2.0.0',
  summary:
    'Reads Word documents (.docx): numbered clauses, headings, lists, tables, notes, comments, headers and footers.',
  provides: ['parser'],
  setup: () => ({ parser }),
});
