import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { plugin } from '../../../../plugins/detectors/conflict/totals-do-not-add-up.ts';
import { plugin as csv } from '../../../../plugins/parsers/csv.ts';
import { plugin as xlsx } from '../../../../plugins/parsers/xlsx.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { parseWith } from '../../../contracts/parser.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';
import { readText } from '../../../support/read-text.ts';

const detector = await detectorOf(plugin);
const reasons = async (table: string, policy = {}) =>
  detect(detector, readText(await parseWith(csv, Buffer.from(table)), { kind: 'invoice' }), { policy }).flatMap(
    (risk) => [...risk.reasons],
  );

testDetector(test, plugin, {
  text: await parseWith(csv, Buffer.from('Item,Amount\nBench,$1200.00\nDelivery,$80.00\nTotal,$1380.00\n')),
  kind: 'invoice',
});

test('a total that its items do not add up to is shown, with what they add up to', async (t) => {
  t.deepEqual(await reasons('Item,Amount\nBench,$1200.00\nDelivery,$80.00\nTotal,$1380.00\n'), [
    'The items add up to 1280.00, and the total says 1380.00.',
  ]);
});

test('an amount that is not its quantity times its price is shown', async (t) => {
  t.deepEqual(await reasons('Item,Quantity,Price,Amount\nBench,3,$400.00,$1300.00\nPump,2,$10.00,$20.00\n'), [
    '3 times 400.00 is 1200.00, and the row says 1300.00.',
  ]);
});

test('subtotals, taxes, credits and rounded cents add up', async (t) => {
  t.deepEqual(
    await reasons(
      'Item,Amount\nBench,$1200.00\nCredit,-$200.00\nSubtotal,$1000.00\nVAT 20%,$200.00\nTotal due,$1200.00\n',
    ),
    [],
  );
  t.deepEqual(await reasons('Item,Amount\nA,$33.33\nB,$33.33\nC,$33.33\nTotal,$100.00\n'), []);
  t.is((await reasons('Item,Amount\nA,$33.33\nB,$33.33\nC,$33.33\nTotal,$100.00\n', { tolerance: 0 })).length, 1);
});

test('tables without a total, and figures that are no money, are left alone', async (t) => {
  t.deepEqual(await reasons('Region,Nights,Rate\nOregon,3,$165.00\nCanada,2,$240.00\n'), []);
  t.deepEqual(await reasons('Level,Hours\nP1,4\nP2,8\nTotal,13\n'), []);
});

test('the example invoice adds up, and does not when a figure is changed', async (t) => {
  const bytes = readFileSync(
    path.resolve(import.meta.dirname, '../../../../examples/documents/invoice-2026-0417.xlsx'),
  );
  const parsed = await parseWith(xlsx, bytes);
  t.deepEqual(detect(detector, readText(parsed, { kind: 'invoice' })), []);
  const text = parsed.text.replace('Total due\t$6,667.50', 'Total due\t$6,767.50');
  t.is(detect(detector, readText({ ...parsed, text }, { kind: 'invoice' })).length, 1);
});
