import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-payment-terms.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract('services', 'The price is £400 for the visit to a station.', ...clauses);

testDetector(test, plugin, { text: withClauses().text, kind: 'services' });

test('a price without a due date is reported', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'Invoices are payable within thirty days.',
    'Client pays at the end of each month.',
    'The fee is due on receipt of the invoice.',
    'Half of the price is paid in advance.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});

test('where there is nothing to pay, there is no due date', (t) => {
  t.deepEqual(detect(detector, bareContract('services')), []);
});
