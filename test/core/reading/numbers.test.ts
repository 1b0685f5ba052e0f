import test from 'ava';
import { numberOf } from '../../../core/reading/numbers.ts';

test('figures of both customs, words, and both at once', (t) => {
  const cases: Record<string, number | undefined> = {
    '90': 90,
    '1,250.50': 1250.5,
    '1.250,50': 1250.5,
    '1,250': 1250,
    '12.5': 12.5,
    '1 250 000': 1_250_000,
    '2½': 2.5,
    ninety: 90,
    'one hundred and twenty-five': 125,
    'two million': 2e6,
    'three hundred thousand': 300_000,
    'one and one-half': 1.5,
    'ninety (90)': 90,
    '30 (thirty)': 30,
    'Thirty-Six': 36,
    tenant: undefined,
    and: undefined,
  };
  for (const [written, value] of Object.entries(cases)) t.is(numberOf(written), value, written);
});
