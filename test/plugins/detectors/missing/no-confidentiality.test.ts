import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-confidentiality.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';
import { readText } from '../../../support/read-text.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract('services', 'Client gives Provider the plans of all stations and its price lists.', ...clauses);

testDetector(test, plugin, { text: withClauses().text, kind: 'services' });

test('a contract under which nobody has to be silent is reported', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'Each party keeps the other’s information confidential.',
    'Provider shall not disclose what it learns at the stations.',
    'The plans are trade secrets of Client.',
    'Proprietary Information of Client stays with Client.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});

test('the note of a filing says nothing of the contract', (t) => {
  const { text, kind } = withClauses();
  const filed = `CONFIDENTIAL TREATMENT REQUESTED. Certain confidential information in this exhibit has been omitted.\n\n${text}`;
  t.is(detect(detector, readText(filed, { kind })).length, 1);
});
