import test from 'ava';
import { createTexts } from '../../bench/material/texts.ts';
import { interleaved, median, quantile, slope } from '../../bench/measure.ts';
import { isMet, rateRow, renderSection, timeRow } from '../../bench/report.ts';

test('a ratio says how much dearer it is, for times and for rates', (t) => {
  const bare = { what: 'bare', value: 10 };
  t.is(timeRow('a', 20, bare).ratio, 2);
  t.is(rateRow('a', 'pages/s', 5, bare).ratio, 2);
});

test('a missed aim stands out in the table', (t) => {
  const rows = [
    timeRow('start', 200, { what: 'SDK', value: 100 }, 1.5),
    timeRow('call', 1.2, { what: 'Koa', value: 1 }, 1.3),
  ];
  t.deepEqual(rows.map(isMet), [false, true]);
  const table = renderSection({ id: 'x', title: 'Start', rows, notes: [], seconds: 1 });
  t.regex(table, /start .*200 ms.*100 ms \(SDK\).*2\.00.*≤ 1\.5 MISSED/);
  t.regex(table, /call .*≤ 1\.3 met/);
});

test('contestants take turns, and the first turn of all is not counted', async (t) => {
  const ran: string[] = [];
  const times = await interleaved(2, { a: () => ran.push('a'), b: () => ran.push('b') });
  t.deepEqual(ran, ['a', 'b', 'b', 'a', 'a', 'b']);
  t.is(times.a.length, 2);
});

test('quantiles and slopes', (t) => {
  t.is(median([3, 1, 2]), 2);
  t.is(quantile([0, 10], 0.95), 9.5);
  t.is(slope([0, 1, 2].map((x) => [x, 5 + 3 * x] as const)), 3);
});

test('the made-up passages are the same in each run', (t) => {
  t.is(createTexts(1).passage(), createTexts(1).passage());
  t.not(createTexts(1).passage(), createTexts(2).passage());
});
