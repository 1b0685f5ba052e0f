import test from 'ava';
import { moneyIn, multiplesIn, percentagesIn, yearlyRate } from '../../../core/reading/amounts.ts';

const sums = (text: string) =>
  moneyIn(text).map(({ value, currency, start, end }) => [value, currency, text.slice(start, end)]);
const rates = (text: string) => percentagesIn(text).map(({ value, per }) => [value, per]);

test('money: signs, codes and words, thousands and decimals of both customs', (t) => {
  t.deepEqual(sums('US$ 1,250,000.50, £61,200 a year, €1.250,50 or 84,000 euros'), [
    [1250000.5, 'USD', 'US$ 1,250,000.50'],
    [61200, 'GBP', '£61,200'],
    [1250.5, 'EUR', '€1.250,50'],
    [84000, 'EUR', '84,000 euros'],
  ]);
  t.deepEqual(sums('RMB 3,000 and CHF 12’500'), [
    [3000, 'CNY', 'RMB 3,000'],
    [12500, 'CHF', 'CHF 12’500'],
  ]);
});

test('money: a sum in words and again in figures is one sum', (t) => {
  t.deepEqual(sums('ten thousand dollars ($10,000)'), [[10000, 'USD', 'ten thousand dollars ($10,000)']]);
  t.deepEqual(sums('five million U.S. dollars (US$5,000,000).'), [
    [5e6, 'USD', 'five million U.S. dollars (US$5,000,000)'],
  ]);
  t.deepEqual(sums('Five Thousand and 00/100 Dollars'), [[5000, 'USD', 'Five Thousand and 00/100 Dollars']]);
});

test('money: millions', (t) => {
  t.deepEqual(sums('$5 million, USD 5m and $10MM'), [
    [5e6, 'USD', '$5 million'],
    [5e6, 'USD', 'USD 5m'],
    [1e7, 'USD', '$10MM'],
  ]);
});

test('money: what is none', (t) => {
  t.deepEqual(sums('100 m of cable, section 4.2, 90 days, 5% and clause 7'), []);
});

test('percentages, and the period that they are for', (t) => {
  t.deepEqual(rates('one and one-half percent (1.5%) per month or 18% per annum'), [
    [1.5, 'month'],
    [18, 'year'],
  ]);
  t.deepEqual(
    rates('9.5 per cent a year; 5% p.a.; one per cent for each month begun; ten per cent (10%) of the price'),
    [
      [9.5, 'year'],
      [5, 'year'],
      [1, 'month'],
      [10, undefined],
    ],
  );
  t.is(yearlyRate({ value: 1.5, per: 'month' }), 18);
  t.is(yearlyRate({ value: 8, per: undefined }), 8);
});

test('multiples of something', (t) => {
  const read = (text: string) => multiplesIn(text).map(({ factor, of }) => [factor, of]);
  t.deepEqual(read('shall not exceed two (2) times the total fees paid in the preceding year.'), [
    [2, 'the total fees paid in the preceding year'],
  ]);
  t.deepEqual(read('twice the annual rent; three (3x) times the amount paid; 1.5x the price'), [
    [2, 'the annual rent'],
    [3, 'the amount paid'],
    [1.5, 'the price'],
  ]);
  t.deepEqual(read('at all times the fees apply, several times a year'), []);
});
