import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-warranty.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract('supply', 'Supplier represents and warrants that it may sign this Agreement.', ...clauses);

testDetector(test, plugin, { text: withClauses().text, kind: 'supply' });

test('goods about which nothing is promised are reported; the right to sign promises nothing about them', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'Supplier warrants that the products are free from defects.',
    'The goods conform to the samples.',
    'The benches are sold as is.',
    'Supplier gives a guarantee of five years on the goods.',
    'Faulty benches are replaced.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});
