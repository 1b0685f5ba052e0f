import test from 'ava';
import { plugin } from '../../../../plugins/detectors/missing/no-order-of-precedence.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const attached = 'Exhibit A and each statement of work form part of this Agreement.';

testDetector(test, plugin, { text: bareContract('services', attached).text, kind: 'services' });

test('several papers without an order are reported, with the words that take them in', (t) => {
  const document = bareContract('services', attached);
  const [span] = detect(detector, document)[0]?.evidence ?? [];
  t.is(document.text.slice(span?.start, span?.end), `3. ${attached}`);
});

test('an order in whatever words, or a single paper, is enough', (t) => {
  for (const clause of [
    'This Agreement takes precedence over its exhibits.',
    'In case of conflict, the terms of this Agreement prevail.',
    'If an exhibit is inconsistent with this Agreement, this Agreement shall control.',
  ]) {
    t.deepEqual(detect(detector, bareContract('services', attached, clause)), [], clause);
  }
  t.deepEqual(detect(detector, bareContract('services')), []);
});
