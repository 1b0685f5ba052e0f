import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/data-use.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  hits: {
    'Provider may use Client data for its own purposes and share it with third parties.': {
      severity: 'high',
      hurts: ['Vera'],
      reason: /pass data on/,
    },
    'Provider may use customer data to improve its products.': { severity: 'medium', hurts: ['Vera'] },
    'Provider may use anonymized usage data for marketing.': {
      severity: 'low',
      hurts: ['Vera'],
      reason: /without names/,
    },
  },
  misses: {
    'only for the work': 'Provider may use customer data only to perform the Services.',
    'required by law': 'Provider may disclose customer data to third parties if required by law.',
    'it may not': 'Provider may not sell personal data to third parties.',
    'its own data': 'Provider may publish its annual report.',
  },
});
