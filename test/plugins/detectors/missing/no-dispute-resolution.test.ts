import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-dispute-resolution.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract('services', 'Provider answers complaints by letter.', ...clauses);

testDetector(test, plugin, { text: withClauses().text, kind: 'services' });

test('a contract that names no court and no procedure is reported', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'Any dispute is finally settled by arbitration in Vienna.',
    'The courts of Leeds have exclusive jurisdiction.',
    'The parties first try mediation.',
    'Client may turn to the ombudsman.',
    'Venue lies in King County.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});
