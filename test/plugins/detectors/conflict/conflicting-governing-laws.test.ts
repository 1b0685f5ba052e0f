import test from 'ava';
import { plugin } from '../../../../plugins/detectors/conflict/conflicting-governing-laws.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detect, detectorOf, shownBy } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const found = shownBy(detector);

import { readText } from '../../../support/read-text.ts';

testDetector(test, plugin, {
  text: bareContract(
    'services',
    'This Agreement is governed by the laws of the State of Oregon.',
    'This Agreement shall be construed in accordance with English law.',
  ).text,
  kind: 'services',
});

test('two laws are shown side by side', (t) => {
  t.deepEqual(
    found(
      'This Agreement is governed by the laws of the State of Oregon.',
      'This Agreement shall be construed in accordance with English law.',
    ),
    [
      [
        'This Agreement is governed by the laws of the State of Oregon.',
        'This Agreement shall be construed in accordance with English law.',
      ],
    ],
  );
});

test('the same law twice, and laws of something else, do not contradict each other', (t) => {
  const oregon = 'This Agreement is governed by the laws of the State of Oregon.';
  for (const clause of [
    'This Agreement is governed by the law of Oregon.',
    'Provider is a company under the laws of the State of Delaware.',
    'Patents are governed by the laws of Germany, as far as this Agreement concerns them.',
    'This Agreement is governed by the laws of the United States and of the State of Oregon.',
    'If Client is the plaintiff, the laws of Norway govern this Agreement.',
    'A dispute with a lender under this Agreement is governed by the laws of New York; such dispute is heard there.',
  ]) {
    t.deepEqual(found(oregon, clause), [], clause);
  }
});

test('an amendment under another law contradicts its contract, and the quote says which document it is from', (t) => {
  const contract = bareContract('services', 'This Agreement is governed by the laws of Norway.');
  const text = 'AMENDMENT NO. 1 to the Services Agreement\n\n1. This Amendment is governed by the laws of Ireland.';
  const amendment = readText(text, { documentId: 'amendment', kind: 'services' });
  const [risk] = detect(detector, contract, { related: [amendment] });
  t.deepEqual(
    risk?.evidence.map(({ documentId }) => documentId),
    [undefined, 'amendment'],
  );
  t.deepEqual(
    detect(detector, contract, { related: [readText(text.replace('Ireland', 'Norway'), { kind: 'services' })] }),
    [],
  );
});

test('an agreement that is attached may have a law of its own', (t) => {
  const filler = 'The keeper opens the gate in the morning and closes it at dusk, as she has always done. '.repeat(50);
  const document = readText(
    `SERVICES AGREEMENT\n\nThis Agreement is governed by the laws of Norway.\n\n${filler}\n\nEXHIBIT B\n\nDEED\n\nThis Agreement is governed by the laws of Ireland.`,
    { kind: 'services' },
  );
  t.deepEqual(detect(detector, document), []);
});
