import test from 'ava';
import { sentenceSpans, splitSpan } from '../../../core/text/sentences.ts';

const sentences = (text: string): string[] => sentenceSpans(text).map(({ start, end }) => text.slice(start, end));

const cases: Record<string, string[]> = {
  'company names and abbreviations': [
    'Acme Inc. and Beta Ltd. agree with Gamma Corp. of the U.S. market.',
    'See Sec. 4 and No. 7, e.g. the fees, i.e. the rent of Mr. J. R. Smith v. Jones.',
    'It is due.',
  ],
  'an abbreviation at the end of a sentence': [
    'It was sold to Acme Inc.',
    'The buyer paid at 5 p.m.',
    'This was late.',
  ],
  'decimals, versions and money': ['The rate is 3.5% of $1,200.50 under 4.2.1 hereof.', 'It rises.'],
  'clause numbers and titles stay with their clause': [
    '4. Annual Guarantee. Zynga will pay three million.',
    '5. Royalty. Zynga will pay ten percent.',
    'Section 6. Term. It lasts three years as set out in Section 2.',
    'The Buyer accepts.',
  ],
  'lettered clauses in one line': ['a. "Affiliate" means an entity.', 'b. "Artwork" means all works.'],
  'quotes and brackets close the sentence': ['He said "No." (It was late.)', 'They left.'],
  'a question and an exclamation': ['Who pays?', 'Nobody!', 'That is that.'],
  'a schedule by its letter': ['The list is in Exhibit A.', 'The Buyer may change it.'],
};

for (const [name, expected] of Object.entries(cases)) {
  test(`sentences: ${name}`, (t) => {
    t.deepEqual(
      sentences(expected.join(' ')),
      name === 'quotes and brackets close the sentence' ? ['He said "No."', '(It was late.)', 'They left.'] : expected,
    );
  });
}

test('lines wrapped inside a sentence are one sentence, list items are not', (t) => {
  t.deepEqual(sentences('The Tenant shall pay\nthe rent monthly. It is\ndue on the first.'), [
    'The Tenant shall pay\nthe rent monthly.',
    'It is\ndue on the first.',
  ]);
  t.deepEqual(
    sentences('The Tenant shall:\n(a) pay the rent;\n(b) keep the garden; and\n(c) leave.\n• bullet\n• other'),
    ['The Tenant shall:', '(a) pay the rent;', '(b) keep the garden; and', '(c) leave.', '• bullet', '• other'],
  );
});

test('a blank line and a line in capitals end a sentence', (t) => {
  t.deepEqual(sentences('No stop here\n\nNext one'), ['No stop here', 'Next one']);
  t.deepEqual(sentences('GOVERNING LAW\nThis is governed by law.'), ['GOVERNING LAW', 'This is governed by law.']);
});

test('scripts without spaces or Latin stops', (t) => {
  t.deepEqual(sentences('契約は終了する。通知は三十日前。'), ['契約は終了する。', '通知は三十日前。']);
  t.deepEqual(sentences('هل ينتهي العقد؟ نعم ينتهي۔ حسنا'), ['هل ينتهي العقد؟', 'نعم ينتهي۔', 'حسنا']);
  t.deepEqual(sentences('यह अनुबंध है। यह समाप्त होगा।'), ['यह अनुबंध है।', 'यह समाप्त होगा।']);
});

test('offsets are kept inside a part of a text', (t) => {
  const text = 'Skip this. Take one. Take two. Skip that.';
  const spans = sentenceSpans(text, 11, 30);
  t.deepEqual(
    spans.map(({ start, end }) => text.slice(start, end)),
    ['Take one.', 'Take two.'],
  );
});

test('a long span is cut before list items, after commas, at spaces, never through a character', (t) => {
  const list =
    'The party shall do all of the following things: (a) first thing here; (b) second thing here; (c) third thing here.';
  const pieces = splitSpan(list, { start: 0, end: list.length }, 60).map(({ start, end }) => list.slice(start, end));
  t.deepEqual(pieces, [
    'The party shall do all of the following things:',
    '(a) first thing here; (b) second thing here;',
    '(c) third thing here.',
  ]);
  const emoji = '👩‍👩‍👧'.repeat(30);
  for (const { start, end } of splitSpan(emoji, { start: 0, end: emoji.length }, 50)) {
    t.true(emoji.slice(start, end).isWellFormed());
    t.true(end - start <= 50);
  }
});
