import test from 'ava';
import { createRandom } from '../../../bench/material/random.ts';
import { chunkSettings } from '../../../core/chunking/chunk.ts';
import { sentenceSpans } from '../../../core/text/sentences.ts';
import { chunk, documentOf } from './documents.ts';

const alphabet = [
  'The rent ',
  'is due. ',
  'Section 4. ',
  '(a) ',
  '; ',
  'e.g. ',
  '👩‍👩‍👧',
  '契約は終了する。',
  'عقد الإيجار ',
  'x'.repeat(90),
  '\n',
  'é',
  '𝒳 ',
  ', ',
  '$1.50 ',
];
const kinds = [
  'paragraph',
  'paragraph',
  'paragraph',
  'heading',
  'list-item',
  'table-row',
  'page-header',
  'page-footer',
  'code',
  'footnote',
];

test('whatever the document, passages are verbatim, ordered, whole, bounded and complete', (t) => {
  for (let seed = 1; seed <= 150; seed++) {
    const { next, below, pick } = createRandom(seed);
    const words = (most: number) => Array.from({ length: 1 + below(most) }, () => pick(alphabet)).join('');
    let page = 1;
    const parsed = documentOf(
      Array.from({ length: 1 + below(25) }, () => {
        if (next() < 0.2) page++;
        const kind = pick(kinds);
        return {
          kind,
          page,
          text: words(next() < 0.1 ? 900 : 40),
          level: 1 + below(4),
          ...(kind === 'table-row' ? { cells: [words(9), words(9)] } : {}),
        };
      }),
    );
    const passages = chunk(parsed);
    const kept = new Uint8Array(parsed.text.length);
    let end = 0;
    for (const [index, passage] of passages.entries()) {
      t.is(passage.index, index);
      t.is(passage.text, parsed.text.slice(passage.charStart, passage.charEnd));
      t.true(passage.charStart >= end && passage.text.trim() === passage.text && passage.text.length > 0);
      t.true(passage.text.length <= chunkSettings.cap);
      t.true(passage.text.isWellFormed());
      const on = parsed.pages.find(({ number }) => number === passage.page);
      t.true(on !== undefined && on.charStart <= passage.charStart && passage.charStart < on.charEnd);
      end = passage.charEnd;
      kept.fill(1, passage.charStart, passage.charEnd);
    }
    for (const block of parsed.blocks) {
      const furniture = block.kind === 'page-header' || block.kind === 'page-footer';
      for (let at = block.charStart; at < block.charEnd && !furniture; at++) {
        if (!kept[at] && parsed.text.charAt(at).trim() !== '') t.fail(`seed ${seed}: character ${at} is in no passage`);
      }
      if (block.kind !== 'paragraph') continue;
      for (const { start, end: stop } of sentenceSpans(parsed.text, block.charStart, block.charEnd)) {
        if (stop - start > chunkSettings.cap) continue;
        const cut = passages.some(
          ({ charEnd }) => charEnd > start && charEnd < stop && !parsed.text.slice(charEnd, stop).match(/^\s*$/),
        );
        if (cut) t.fail(`seed ${seed}: the sentence at ${start} is cut`);
      }
    }
  }
  t.pass();
});
