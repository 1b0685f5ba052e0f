import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-data-protection.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract('services', 'Provider stores the customer records of Client and the names of its members.', ...clauses);

testDetector(test, plugin, { text: withClauses().text, kind: 'services' });

test('data about people without terms for it is reported, with the words that speak of it', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'Provider processes personal data only on instruction and protects it.',
    'The parties comply with the GDPR.',
    'Provider keeps the information secure and encrypts the data.',
    'Provider’s privacy policy applies.',
    'A data processing agreement is attached.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});

test('where no data about people is handled, nothing is missing', (t) => {
  t.deepEqual(detect(detector, bareContract('services', 'Provider measures the height of the trees.')), []);
});
