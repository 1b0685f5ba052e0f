import test from 'ava';
import { plugin } from '../../../../plugins/detectors/conflict/term-and-dates.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf, shownBy } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const found = shownBy(detector);

testDetector(test, plugin, {
  text: bareContract(
    'services',
    'This Agreement begins on 1 June 2025 and runs for a term of two years until 31 May 2026.',
  ).text,
  kind: 'services',
});

test('an end that the length of the term does not lead to is shown, with the day that it leads to', (t) => {
  const clause = 'This Agreement begins on 1 June 2025 and runs for a term of two years until 31 May 2026.';
  t.deepEqual(found(clause), [[clause]]);
  t.regex(
    detect(detector, bareContract('services', clause))[0]?.reasons.join(' ') ?? '',
    /2027-05-31, and it says 2026-05-31/,
  );
});

test('an end that is right, or a day or a month off, is none', (t) => {
  t.deepEqual(
    found(
      'This Agreement begins on 1 June 2025 and runs for a term of two years until 31 May 2027.',
      'It commences on June 1, 2025 for a period of 24 months and ends on June 1, 2027.',
      'The term of twelve months begins on 15 March 2025 and ends on 31 March 2026.',
      'It was signed on 1 May 2020 and, after notice of two years, ends on 1 May 2030.',
      'The grant of 3 May 2019 for one year was spent by 4 June 2024.',
    ),
    [],
  );
});
