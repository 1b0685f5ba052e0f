import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-notice-period.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract('employment', 'Either of them may end the employment.', ...clauses);

testDetector(test, plugin, { text: withClauses().text, kind: 'employment' });

test('a contract of employment without a period of notice is reported', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'It may be ended by three months’ notice.',
    'The period of notice is 4 weeks.',
    'Employment is at will.',
    'During the first weeks a week’s notice is enough.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});
