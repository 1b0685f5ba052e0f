import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-governing-law.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract('supply', 'Supplier is a company under the laws of England.', ...clauses);

testDetector(test, plugin, { text: withClauses().text, kind: 'supply' });

test('a contract that names no law is reported; where a party was founded is not the law of the contract', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'This Agreement is governed by and construed in accordance with the laws of the State of Oregon.',
    'German law applies to this Agreement.',
    'The law of Scotland shall apply.',
    'Governing Law. Norway.',
    'Choice of law: Ireland.',
    'This contract is made under English law.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});
