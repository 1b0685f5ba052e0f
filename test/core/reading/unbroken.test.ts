import test from 'ava';
import { unbroken } from '../../../core/reading/unbroken.ts';
import { readText } from '../../support/read-text.ts';

const wordsOf = (text: string): readonly string[] =>
  unbroken(readText(text)).units.map((unit) => unit.text.replace(/\s+/g, ' '));

const parted = [
  [
    'a page number',
    'This contract is governed by the laws of the State of\n\n12\n\nOregon, and no other.',
    'This contract is governed by the laws of the State of Oregon, and no other.',
  ],
  [
    'a blank line',
    'The term of this contract begins today and ends on the second\n\nanniversary of its beginning.',
    'The term of this contract begins today and ends on the second anniversary of its beginning.',
  ],
  [
    'the number of its page on a line of its own',
    'Either party may prevent that by written notice given to the\n 7\n\nother at least ninety days before.',
    'Either party may prevent that by written notice given to the other at least ninety days before.',
  ],
  [
    'a source that is put under each page',
    'The Distributor pays for what it orders within thirty days of\n\n- 4 -\n\nSource: FARROW PUMPS LTD, 10-K, 3/1/2009\n\nthe invoice.',
    'The Distributor pays for what it orders within thirty days of the invoice.',
  ],
  [
    'the head of a filed page',
    'It goes on by itself unless the Buyer gives notice of termination of this\n\nPage 7\n<PAGE>\nAgreement at least 45 days before.',
    'It goes on by itself unless the Buyer gives notice of termination of this Agreement at least 45 days before.',
  ],
] as const;
for (const [what, text, sentence] of parted)
  test(`a sentence is whole that ${what} parts`, (t) => t.deepEqual(wordsOf(text), [sentence]));

test('a running head does not become part of a sentence', (t) => {
  const head = 'Farrow and Teal supply agreement, signed copy';
  const text = `${head}\n\nFarrow delivers what Teal orders from\n\n${head}\n\ntime to time.\n\n${head}\n\nTeal pays.`;
  t.deepEqual(wordsOf(text), [head, 'Farrow delivers what Teal orders from time to time.', head, 'Teal pays.']);
});

const whole = [
  'The parties agree as follows.\n\nthis is the next one.',
  'Farrow delivers what is ordered and\n\nTeal Water plc (the Buyer)',
];
for (const text of whole)
  test(`two that are not one stay two: ${text.slice(0, 30)}`, (t) => t.is(wordsOf(text).length, 2));

test('offsets hold: from the first word to the last', (t) => {
  const text = 'It is governed by the laws of the State of\n\n12\n\nOregon.';
  const [unit] = unbroken(readText(text)).units;
  t.is(text.slice(unit?.start, unit?.end), text);
  t.is(unit?.text.length, text.length);
});
