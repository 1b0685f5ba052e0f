import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/short-claims-deadline.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  hits: {
    'No action arising out of this Agreement may be brought more than six (6) months after the cause of action arose.':
      { severity: 'medium', reason: /6 months/ },
    'Client must notify Provider of any defects within three (3) days of delivery; later claims are barred.': {
      severity: 'medium',
      hurts: ['Vera'],
      reason: /3 days/,
    },
  },
  misses: {
    'two years': 'No action may be brought more than two years after the cause of action arose.',
    'time to cure': 'Client must notify Provider of a breach and give it three days to cure.',
    'an indemnity': 'A claim for indemnification must be notified within five days of receipt.',
    payments: 'Client must pay within five days of receipt of the invoice.',
  },
});
