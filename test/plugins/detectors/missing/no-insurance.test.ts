import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-insurance.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract(
    'services',
    'Provider does the demolition of the old wall.',
    'The construction work takes a month.',
    'After the demolition Provider sweeps the path.',
    ...clauses,
  );

testDetector(test, plugin, { text: withClauses().text, kind: 'services' });

test('dangerous work without insurance is reported', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'Provider carries public liability insurance.',
    'Provider shall be insured for £2,000,000.',
    'Provider insures its workers.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});

test('advice needs none, a lease does', (t) => {
  t.deepEqual(detect(detector, bareContract('services', 'The construction of this sentence follows its words.')), []);
  t.is(detect(detector, bareContract('lease')).length, 1);
});
