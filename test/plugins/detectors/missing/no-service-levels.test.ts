import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-service-levels.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract(
    'services',
    'Provider hosts the website of the gardens and gives technical support to its readers.',
    'Provider makes back-ups.',
    'The support services are given by mail.',
    ...clauses,
  );

testDetector(test, plugin, { text: withClauses().text, kind: 'services' });

test('a running service without any measure is reported', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'The service level is 99.5 percent.',
    'The website is available for 99 per cent of each month.',
    'Support replies within four hours.',
    'Work is accepted when it has passed the acceptance test.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});

test('advice runs without levels', (t) => {
  t.deepEqual(detect(detector, bareContract('services', 'Provider gives advice.')), []);
});
