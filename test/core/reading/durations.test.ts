import test from 'ava';
import { durationsIn, inDays, writeDuration } from '../../../core/reading/durations.ts';

const read = (text: string) => durationsIn(text).map(({ value, unit, from, bound }) => [value, unit, from, bound]);

test('words and figures, months and years, with what bounds them', (t) => {
  t.deepEqual(read("at least ninety (90) days' notice"), [[90, 'day', undefined, 'least']]);
  t.deepEqual(read("not less than six months' written notice"), [[6, 'month', undefined, 'least']]);
  t.deepEqual(read('no more than 5 Business Days'), [[5, 'business-day', undefined, 'most']]);
  t.deepEqual(read('within one hundred and eighty (180) calendar days'), [[180, 'day', undefined, 'most']]);
  t.deepEqual(read('more than 2 (two) weeks'), [[2, 'week', undefined, 'least']]);
});

test('compounds, articles and ranges', (t) => {
  t.deepEqual(read('a six-month period, a 5-year term, a month’s notice, a fortnight’s notice'), [
    [6, 'month', undefined, undefined],
    [5, 'year', undefined, undefined],
    [1, 'month', undefined, undefined],
    [2, 'week', undefined, undefined],
  ]);
  t.deepEqual(read('2 year(s) and 90 day(s)'), [
    [2, 'year', undefined, undefined],
    [90, 'day', undefined, undefined],
  ]);
  t.deepEqual(read('between thirty (30) and sixty (60) days before the end'), [[60, 'day', 30, undefined]]);
});

test('years with months are one length, in months', (t) => {
  t.deepEqual(read('three years and five months, then one (1) year, six (6) months'), [
    [41, 'month', undefined, undefined],
    [18, 'month', undefined, undefined],
  ]);
  t.deepEqual(read('within two years and six months'), [[30, 'month', undefined, 'most']]);
  t.is(read("after two years, six months' prior notice ends it").length, 2);
  t.deepEqual(read('for two years, and at least six months before'), [
    [2, 'year', undefined, undefined],
    [6, 'month', undefined, 'least'],
  ]);
});

test('what is no length of time', (t) => {
  t.deepEqual(read('at 21 years of age, on May 3, 2024, once a year, [***] days, Section 4 Days'), [
    [4, 'day', undefined, undefined],
  ]);
});

test('lengths can be compared and written', (t) => {
  t.true(inDays({ value: 3, unit: 'month' }) > inDays({ value: 90, unit: 'day' }));
  t.is(inDays({ value: 10, unit: 'business-day' }), 14);
  t.is(writeDuration({ value: 10, unit: 'business-day' }), '10 business days');
  t.is(writeDuration({ value: 1, unit: 'month' }), '1 month');
});
