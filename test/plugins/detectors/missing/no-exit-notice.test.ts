import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-exit-notice.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract('services', 'The term of this Agreement is five years from 1 May 2024.', ...clauses);

testDetector(test, plugin, { text: withClauses().text, kind: 'services' });

test('a long term without a way out is reported', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'Either party may terminate this Agreement for convenience.',
    'Client may end this Agreement at any time by ninety days’ written notice.',
    'This Agreement may be terminated without cause upon 60 days notice.',
    'Either party may terminate: (a) upon a material breach of the other; (b) upon ninety days’ notice.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});

test('notice after a breach, or against a renewal, is no way out', (t) => {
  for (const clause of [
    'Client may terminate this Agreement by thirty days’ notice if Provider fails to cure a breach.',
    'It renews for a year unless a party gives notice of non-renewal sixty days before.',
    'The insurer gives thirty days’ notice of cancellation of the policy.',
  ]) {
    t.is(detect(detector, withClauses(clause)).length, 1, clause);
  }
});

test('a short term can be waited for, and what is short a workspace may say', (t) => {
  const year = bareContract('services', 'The term of this Agreement is one year from 1 May 2024.');
  t.deepEqual(detect(detector, year), []);
  t.is(detect(detector, year, { policy: { least_months: 6 } }).length, 1);
});
