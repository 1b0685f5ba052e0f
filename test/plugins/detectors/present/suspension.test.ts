import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/suspension.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  hits: {
    'Provider may suspend the Services immediately if Client is late with a payment.': {
      severity: 'medium',
      hurts: ['Vera'],
      reason: /No notice/,
    },
    'Provider may suspend access at any time in its sole discretion.': { severity: 'high', hurts: ['Vera'] },
    'Provider may suspend the Services two days after a reminder.': {
      severity: 'medium',
      hurts: ['Vera'],
      reason: /2 days/,
    },
  },
  misses: {
    'after notice': "Provider may suspend the Services after fourteen (14) days' written notice.",
    'either party': 'Either party may suspend its performance.',
    safety: 'Provider may suspend the work for reasons of safety.',
    'it may not': 'Provider may not suspend the Services.',
  },
});
