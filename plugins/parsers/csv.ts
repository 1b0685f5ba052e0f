import type { Block } from '../../core/document/parsed.ts';
import { DossierError } from '../../core/errors/error.ts';
import { definePlugin } from '../../core/plugin/define.ts';
import type { Parser } from '../../core/ports/parser.ts';
import { findDialect } from '../../core/sniff/csv/dialect.ts';
import { decode } from '../../core/sniff/decode.ts';
import { readCsv } from './csv/blocks.ts';
import { encodingWarnings } from './shared/encoding.ts';
import { textBlocks } from './shared/paragraphs.ts';

const TYPES = new Set(['text/csv', 'text/tab-separated-values']);

/** Separated values as they were written: offsets are those of the file, a row is a line of it. */
const parser: Parser = {
  score: ({ mediaType }) => (TYPES.has(mediaType) ? 0.9 : 0),
  parse: async (bytes, { limits }) => {
    const decoded = decode(bytes);
    const { text } = decoded;
    if (text.length > limits.maxCharacters) throw new DossierError('too_much_text', { limit: limits.maxCharacters });
    const pages = [{ number: 1, charStart: 0, charEnd: text.length, source: 'text' as const }];
    const found = findDialect(text);
    const blocks: Block[] = found === undefined ? textBlocks(text, pages) : readCsv(text, found, limits.maxCells);
    return { text, pages, blocks, warnings: encodingWarnings(decoded) };
  },
};

export const plugin = definePlugin({
  name: 'csv',
  version: '1.0.0',
  summary:
    'Reads separated values (.csv, .tsv): delimiter, quotes, encoding and names of columns are found in the file.',
  provides: ['parser'],
  setup: () => ({ parser }),
});
