import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/nda-no-return.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) => bareContract('nda', ...clauses);

testDetector(test, plugin, { text: withClauses().text, kind: 'nda' });

test('an agreement under which everything stays with the other side is reported', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'Papers are returned on request.',
    'Each party destroys what it has received.',
    'Copies are deleted at the end.',
    'Documents are handed back.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});
