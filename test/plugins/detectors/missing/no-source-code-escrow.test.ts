import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-source-code-escrow.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract(
    'licence',
    'Licensor gives maintenance and support for the software for an annual maintenance fee.',
    'The software is used in the port.',
    'Licensor corrects the software.',
    'Licensor updates the software.',
    'The software runs on the server.',
    'Each crew uses the software.',
    'The software reads the tides.',
    'The software prints plans.',
    'The software knows every berth.',
    ...clauses,
  );

testDetector(test, plugin, { text: withClauses().text, kind: 'licence' });

test('software that only the licensor can maintain is reported', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'The source code is kept with an escrow agent.',
    'Licensor hands over the source code when it stops its business.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});

test('a licence without support is not worth an escrow', (t) => {
  t.deepEqual(detect(detector, bareContract('licence')), []);
});
