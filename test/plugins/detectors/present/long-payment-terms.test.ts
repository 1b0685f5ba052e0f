import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/long-payment-terms.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  hits: {
    'Client shall pay each invoice within ninety (90) days after receipt.': {
      severity: 'high',
      hurts: ['Orlo'],
      reason: /90 days/,
    },
    'Client shall pay undisputed invoices within sixty (60) days of the invoice date.': {
      severity: 'medium',
      hurts: ['Orlo'],
    },
    'Client shall pay each invoice within 90 days.': { severity: 'high', hurts: ['Orlo'] },
    'Payment terms are net 60 days from the date of invoice.': { severity: 'medium', hurts: [] },
  },
  misses: {
    'thirty days': 'Client shall pay each invoice within thirty (30) days after receipt.',
    'time to cure': 'Provider may terminate if Client does not pay within sixty days after notice of default.',
    'a short time': 'Client shall pay each invoice within 30 days.',
    disputes: 'Client may dispute an invoice within ninety days after receipt.',
    'a longer policy': {
      text: 'Client shall pay each invoice within sixty (60) days after receipt.',
      policy: { longest_days: 60 },
    },
  },
});
