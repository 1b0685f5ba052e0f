import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-ip-ownership.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract(
    'services',
    'Provider writes the source code of a watering program and draws the artwork for it.',
    ...clauses,
  );

testDetector(test, plugin, { text: withClauses().text, kind: 'services' });

test('works without an owner are reported', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'All intellectual property in the results passes to Client.',
    'Client owns the deliverables.',
    'The software belongs to Client.',
    'Provider assigns its rights in the work product.',
    'This is a work made for hire.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});

test('where nothing is made, nobody has to own it', (t) => {
  t.deepEqual(detect(detector, bareContract('services', 'Provider waters the trees on its own.')), []);
});
