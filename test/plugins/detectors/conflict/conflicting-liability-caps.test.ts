import test from 'ava';
import { plugin } from '../../../../plugins/detectors/conflict/conflicting-liability-caps.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detectorOf, shownBy } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const found = shownBy(detector);

testDetector(test, plugin, {
  text: bareContract(
    'services',
    'The total liability of Provider under this Agreement shall not exceed £50,000.',
    'The aggregate liability of Provider is limited to £100,000.',
  ).text,
  kind: 'services',
});

test('two limits of the same liability are shown side by side', (t) => {
  t.is(
    found(
      'The total liability of Provider under this Agreement shall not exceed £50,000.',
      'The aggregate liability of Provider is limited to £100,000.',
    ).length,
    1,
  );
});

test('limits of other liability, other people and single events do not contradict it', (t) => {
  for (const clause of [
    'The aggregate liability of Provider is limited to £50,000.00.',
    'The aggregate liability of Provider for breach of confidentiality is limited to £500,000.',
    'The liability of Provider per event is limited to £10,000.',
    'Provider keeps liability insurance of not less than £2,000,000.',
  ]) {
    t.deepEqual(
      found('The total liability of Provider under this Agreement shall not exceed £50,000.', clause),
      [],
      clause,
    );
  }
});
