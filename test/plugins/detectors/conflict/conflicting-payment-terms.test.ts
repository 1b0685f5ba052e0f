import test from 'ava';
import { plugin } from '../../../../plugins/detectors/conflict/conflicting-payment-terms.ts';
import { testDetector } from '../../../contracts/detector.ts';
import { bareContract } from '../../../support/bare-contract.ts';
import { detectorOf, shownBy } from '../../../support/detectors.ts';

const detector = await detectorOf(plugin);
const found = shownBy(detector);

testDetector(test, plugin, {
  text: bareContract(
    'services',
    'Client shall pay each invoice within thirty days of receipt.',
    'Client shall pay invoices within 45 days of the invoice date.',
  ).text,
  kind: 'services',
});

test('two times for the same payment are shown side by side', (t) => {
  t.deepEqual(
    found(
      'Client shall pay each invoice within thirty days of receipt.',
      'Client shall pay invoices within 45 days of the invoice date.',
    ),
    [
      [
        'Client shall pay each invoice within thirty days of receipt.',
        'Client shall pay invoices within 45 days of the invoice date.',
      ],
    ],
  );
});

test('the same time twice, other payments and other payers do not contradict it', (t) => {
  const ordinary = 'Client shall pay each invoice within thirty days of receipt.';
  for (const clause of [
    'Invoices are due within thirty (30) days of the invoice date.',
    'Client shall pay the undisputed part of an invoice within sixty days of receipt.',
    'Provider refunds what was overpaid within ten days of the invoice.',
    'Expenses are paid within ten days of the invoice.',
    'Client shall pay the first invoice within five days of receipt.',
  ]) {
    t.deepEqual(found(ordinary, clause), [], clause);
  }
});
