import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-cure-period.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const withClauses = (...clauses: readonly string[]) =>
  bareContract('services', 'Client may terminate this Agreement at once if Provider is in breach of it.', ...clauses);

testDetector(test, plugin, { text: withClauses().text, kind: 'services' });

test('a right to terminate at once for any breach is reported, with the words that give it', (t) => {
  const [found, ...others] = detect(detector, withClauses());
  t.deepEqual(others, []);
  t.true((found?.confidence ?? 0) > 0.8);
  t.regex(found?.reasons.join(' ') ?? '', /\w/);
});

test('it is not missing where the contract has it, in whatever words', (t) => {
  for (const clause of [
    'A party in breach has thirty days to cure it.',
    'The party in default is first asked to remedy the default.',
    'Client first sends a reminder.',
    'If a payment is overdue by more than fourteen days, Provider may stop.',
    'No breach counts that is put right within a week.',
  ]) {
    t.deepEqual(detect(detector, withClauses(clause)), [], clause);
  }
});

test('the right to terminate is the evidence', (t) => {
  const document = withClauses();
  const [span] = detect(detector, document)[0]?.evidence ?? [];
  t.regex(document.text.slice(span?.start, span?.end), /Client may terminate this Agreement at once/);
});

test('where nobody may terminate for a breach, nothing has to be cured', (t) => {
  t.deepEqual(detect(detector, bareContract('services')), []);
});
