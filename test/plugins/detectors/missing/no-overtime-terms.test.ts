import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-overtime-terms.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract('employment', 'Employee works in Leith.', ...clauses);

testDetector(test, plugin, { text: withClauses().text, kind: 'employment' });

test('a contract of employment without hours is reported', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'Overtime is paid at one and a half times the rate.',
    'Normal hours are 38 a week.',
    'Working hours follow the needs of the laboratory.',
    'Employee works 40 hours per week.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});
