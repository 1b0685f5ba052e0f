import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-deposit-return.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract('lease', 'Tenant pays a security deposit of £1,800.', ...clauses);

testDetector(test, plugin, { text: withClauses().text, kind: 'lease' });

test('a deposit that is never given back is reported', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'Landlord returns the deposit within four weeks after the end.',
    'The deposit is repaid without interest.',
    'What is left of the deposit is refunded.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});

test('without a deposit, nothing has to be given back', (t) => {
  t.deepEqual(detect(detector, bareContract('lease')), []);
});
