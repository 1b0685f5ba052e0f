import test from 'ava';
import { plugin } from '../../../../plugins/detectors/conflict/conflicting-notice-periods.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detectorOf, shownBy } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const found = shownBy(detector);

testDetector(test, plugin, {
  text: bareContract(
    'services',
    'Either party may terminate this Agreement at any time by thirty days’ written notice.',
    'Either party may end this Agreement without cause upon 60 days notice.',
  ).text,
  kind: 'services',
});

test('two periods of notice for the same thing are shown side by side', (t) => {
  t.is(
    found(
      'Either party may terminate this Agreement at any time by thirty days’ written notice.',
      'Either party may end this Agreement without cause upon 60 days notice.',
    ).length,
    1,
  );
  t.is(
    found(
      'It renews for a year unless either party gives notice at least ninety days before the end of the term.',
      'It is extended by a year unless a party gives notice of non-renewal at least sixty (60) days prior to its expiration.',
    ).length,
    1,
  );
});

test('notices for other things, of other people and in other units do not contradict each other', (t) => {
  const exit = 'Either party may terminate this Agreement at any time by thirty days’ written notice.';
  for (const clause of [
    'Either party may terminate this Agreement by thirty (30) days notice at any time.',
    'Client may terminate this Agreement by ten days’ notice if Provider is in breach.',
    'The insurance may not be cancelled without sixty days’ notice to Client.',
    'It renews for a year unless either party gives notice at least ninety days before the end of the term.',
    'Client may cancel a statement of work at any time by five days’ notice.',
    'Either party may terminate this Agreement by one month’s notice at any time.',
  ]) {
    t.deepEqual(found(exit, clause), [], clause);
  }
});
