import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-term.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract('licence', 'Licensee may use the program.', ...clauses);

testDetector(test, plugin, { text: withClauses().text, kind: 'licence' });

test('a contract that does not say how long it lasts is reported', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'The term of this Agreement is three years.',
    'This Agreement expires on 31 May 2027.',
    'The licence is perpetual.',
    'It remains in force until it is ended.',
    'The program is licensed for twelve months.',
    'It is valid until 1 May 2030.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});
