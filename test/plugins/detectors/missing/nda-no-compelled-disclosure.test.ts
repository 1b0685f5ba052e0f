import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/nda-no-compelled-disclosure.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) => bareContract('nda', ...clauses);

testDetector(test, plugin, { text: withClauses().text, kind: 'nda' });

test('an agreement without an exception for courts and authorities is reported', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'Disclosure that is required by law is permitted.',
    'A party may answer a subpoena.',
    'Information may be given to a court that demands it.',
    'What a regulator orders is done.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});
