import test from 'ava';
import type { ParsedDocumentInput } from '../../../core/document/parsed.ts';
import { validateParsedDocument } from '../../../core/document/validate.ts';
import { parseLimits } from '../../contracts/parser.ts';

const limits = { ...parseLimits, maxBytes: 1000, maxPages: 3, maxCharacters: 100, maxUnpackedBytes: 10 };
const text = 'One two 👍 three';
const page = { number: 1, charStart: 0, charEnd: text.length };
const good: ParsedDocumentInput = {
  text,
  pages: [{ ...page, words: [0, 3, 1, 1, 5, 5, 4, 7, 8, 1, 5, 5] }],
  blocks: [
    { kind: 'heading', level: 1, page: 1, charStart: 0, charEnd: 3 },
    { kind: 'table-row', page: 1, table: 0, row: 0, header: false, charStart: 4, charEnd: 16, cells: [] },
  ],
};
const paragraph = (charStart: number, charEnd: number, on = 1) =>
  ({ kind: 'paragraph', page: on, charStart, charEnd }) as const;
const row = (cells: { charStart: number; charEnd: number }[]) =>
  ({
    kind: 'table-row',
    page: 1,
    table: 0,
    row: 0,
    header: false,
    charStart: 4,
    charEnd: 10,
    cells: cells.map((cell) => ({ ...cell, column: 0 })),
  }) as const;

test('a document that keeps the contract comes back complete', (t) => {
  const validated = validateParsedDocument(good, limits);
  t.true('document' in validated);
  if (!('document' in validated)) return;
  t.deepEqual([validated.document.warnings, validated.document.children], [[], []]);
  t.is(validated.document.pages[0]?.source, 'text');
});

const broken: Readonly<Record<string, unknown>> = {
  'pages has the wrong shape (too_small)': { ...good, pages: [] },
  'pages.0 has the number 2': { ...good, pages: [{ ...page, number: 2 }] },
  'pages.0 lies outside the text': { ...good, pages: [{ ...page, charEnd: 99 }] },
  'pages.1 begins before the page before it ends': {
    ...good,
    pages: [page, { number: 2, charStart: 3, charEnd: 5 }],
  },
  'there are more than 3 pages': {
    ...good,
    pages: [1, 2, 3, 4].map((number) => ({ number, charStart: 0, charEnd: 0 })),
  },
  'blocks.0 splits a character': { ...good, blocks: [paragraph(0, 9)] },
  'blocks.1 overlaps the block before it': { ...good, blocks: [paragraph(0, 3), paragraph(2, 5)] },
  'blocks.0 does not begin on page 2': { ...good, blocks: [paragraph(0, 3, 2)] },
  'blocks.0.cells.1 is not in order in its row': {
    ...good,
    blocks: [
      row([
        { charStart: 7, charEnd: 8 },
        { charStart: 4, charEnd: 5 },
      ]),
    ],
  },
  'blocks.0.cells.0 is not in order in its row': { ...good, blocks: [row([{ charStart: 4, charEnd: 14 }])] },
  'pages.0.words is no multiple of 6': { ...good, pages: [{ ...page, words: [1] }] },
  'pages.0.words.1 is not in order on its page': {
    ...good,
    pages: [{ ...page, words: [4, 7, 0, 0, 1, 1, 0, 3, 0, 0, 1, 1] }],
  },
  'pages.0.words.0 is not in order on its page': { ...good, pages: [{ ...page, words: [0.5, 3, 0, 0, 1, 1] }] },
  'pages.0.words.0 is blank': { ...good, pages: [{ ...page, words: [3, 4, 0, 0, 1, 1] }] },
  'pages.0 has confidences but was not recognized': { ...good, pages: [{ ...page, wordConfidences: [] }] },
  'pages.0 has not one confidence per word': {
    ...good,
    pages: [{ ...page, source: 'ocr', words: [0, 3, 0, 0, 1, 1], wordConfidences: [90, 90] }],
  },
  'text is longer than 100 characters': { ...good, text: 'x'.repeat(101) },
  'title is longer than 2000 characters': { ...good, title: 'x'.repeat(2001) },
  'children hold more than 10 bytes': { ...good, children: [{ name: 'a', bytes: new Uint8Array(11) }] },
};

test('each way to break the contract is named, without a word of the text', (t) => {
  for (const [problem, value] of Object.entries(broken)) {
    const validated = validateParsedDocument(value, limits);
    t.deepEqual(validated, { problem });
  }
});
