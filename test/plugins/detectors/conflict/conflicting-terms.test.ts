import test from 'ava';
import { plugin } from '../../../../plugins/detectors/conflict/conflicting-terms.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detectorOf, shownBy } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const found = shownBy(detector);

testDetector(test, plugin, {
  text: bareContract(
    'services',
    'The term of this Agreement is three years.',
    'This Agreement shall remain in force for a period of 24 months.',
  ).text,
  kind: 'services',
});

test('two terms are shown side by side', (t) => {
  t.is(
    found(
      'The term of this Agreement is three years.',
      'This Agreement shall remain in force for a period of 24 months.',
    ).length,
    1,
  );
});

test('the same term in other words, renewals and survival do not contradict it', (t) => {
  for (const clause of [
    'This Agreement shall remain in force for a period of thirty-six months.',
    'The term of this Agreement is renewed by one year at a time.',
    'The duties of silence survive the term of this Agreement for five years.',
  ]) {
    t.deepEqual(found('The term of this Agreement is three years.', clause), [], clause);
  }
});
