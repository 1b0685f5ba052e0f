import test from 'ava';
import { shortened } from '../../../core/text/shorten.ts';

test('a text is cut after a whole word where there is one, and never within a character', (t) => {
  t.is(shortened('Give notice', 11), 'Give notice');
  t.is(shortened('Give notice, in writing, of non-renewal', 26), 'Give notice, in writing…');
  t.is(shortened('x'.repeat(30), 10), `${'x'.repeat(9)}…`);
  const cut = shortened('𝔊'.repeat(300), 110);
  t.true(cut.isWellFormed());
  t.is(Array.from(cut).length, 110);
});
