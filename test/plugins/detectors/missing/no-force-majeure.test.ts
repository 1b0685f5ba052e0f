import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-force-majeure.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract('supply', 'Supplier delivers the benches by 1 May of each year.', ...clauses);

testDetector(test, plugin, { text: withClauses().text, kind: 'supply' });

test('a supply contract without a rule for such events is reported', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'Force majeure. Neither party is liable for events that it could not foresee.',
    'Supplier is excused by causes beyond its reasonable control.',
    'Delay caused by fire, flood, strikes or war is no breach.',
    'Nobody answers for acts of God.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});

test('where nothing has to be done in time, it is not missed', (t) => {
  t.deepEqual(detect(detector, bareContract('services')), []);
});
