import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/nda-no-exclusions.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) => bareContract('nda', ...clauses);

testDetector(test, plugin, { text: withClauses().text, kind: 'nda' });

test('an agreement that covers also what everybody knows is reported', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'Information that is public is not covered.',
    'It does not cover what the other already knew, or what was already known to it.',
    'What is developed independently is free.',
    'What is generally available is free.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});
