import test from 'ava';
import { hyphenRule } from '../../../../../plugins/parsers/shared/layout/hyphens.ts';

test('follows how the document writes the word elsewhere', (t) => {
  const rule = hyphenRule(['agreement', 'pre-payment', 'third', 'party,', 'nonpayment']);
  t.is(rule('agree-', 'ment'), 'join');
  t.is(rule('pre-', 'payment'), 'keep');
  t.is(rule('third-', 'party'), 'keep');
  t.is(rule('non-', 'payment'), 'join');
});

test('without a model in the document it keeps compounds and joins the rest', (t) => {
  const rule = hyphenRule([]);
  t.is(rule('non-', 'compete'), 'keep');
  t.is(rule('(cross-', 'border'), 'keep');
  t.is(rule('obli-', 'gations,'), 'join');
  t.is(rule('OBLI-', 'GATIONS'), 'join');
  t.is(rule('market-', 'ing'), 'join');
});

test('never touches figures, names or single letters', (t) => {
  const rule = hyphenRule([]);
  t.is(rule('2024-', '2026'), 'keep');
  t.is(rule('Jean-', 'Pierre'), 'keep');
  t.is(rule('e-', 'mail'), 'keep');
  t.is(rule('day-to-', 'day'), 'keep');
});
