import test from 'ava';
import { stem } from '../../../core/text/stem.ts';
import { contentStems, wordsOf } from '../../../core/text/words.ts';

test('words have exact places and comparable forms', (t) => {
  const text = 'The Café’s rent: $1,200.50 (2024-05-01).';
  const words = wordsOf(text);
  t.deepEqual(
    words.map((word) => word.form),
    ['the', 'cafe', 'rent', '1,200.50', '2024-05-01'],
  );
  t.deepEqual(
    words.map((word) => text.slice(word.start, word.end)),
    ['The', 'Café’s', 'rent', '1,200.50', '2024-05-01'],
  );
});

test('words of scripts without spaces, with their places', (t) => {
  for (const [text, expected] of [
    ['提前解除合同的通知 ok 𠮷', ['提前', '解除', '合同', '的', '通知', 'ok', '𠮷']],
    ['ペットの家賃は', ['ペット', 'の', '家賃', 'は']],
    ['ค่าเช่ารายเดือน', ['ค่า', 'เช่า', 'ราย', 'เดือน']],
  ] as const) {
    const words = wordsOf(text);
    t.deepEqual(
      words.map(({ start, end }) => text.slice(start, end)),
      [...expected],
    );
  }
  t.deepEqual(contentStems('家賃はいくらですか'), ['家賃']);
});

test('words of one family share a stem; known results of the published algorithm', (t) => {
  const expected: Record<string, string> = {
    caresses: 'caress',
    ponies: 'poni',
    agreed: 'agre',
    plastered: 'plaster',
    motoring: 'motor',
    hopping: 'hop',
    falling: 'fall',
    filing: 'file',
    happy: 'happi',
    sky: 'sky',
    relational: 'relat',
    conditional: 'condit',
    rationalization: 'ration',
    electricity: 'electr',
    hopefulness: 'hope',
    adjustment: 'adjust',
    replacement: 'replac',
    adoption: 'adopt',
    rate: 'rate',
    controlling: 'control',
  };
  for (const [word, result] of Object.entries(expected)) t.is(stem(word), result, word);
  t.is(stem('terminate'), stem('terminating'));
  t.is(stem('vögel'), 'vögel');
});

test('function and question words carry nothing', (t) => {
  t.deepEqual(contentStems('What is the notice that must be given for a termination?'), ['notic', 'termin']);
});
