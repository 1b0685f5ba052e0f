import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/immediate-termination.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  hits: {
    'Provider may terminate this Agreement immediately if Client breaches any of its obligations.': {
      severity: 'high',
      hurts: ['Vera'],
    },
    'Provider may terminate this Agreement if Client fails to pay and does not cure the failure within five (5) days.':
      { severity: 'medium', hurts: ['Vera'], reason: /5 days; the policy asks for at least 10/ },
  },
  misses: {
    'time to cure':
      'Provider may terminate this Agreement if Client commits a breach and does not cure it within thirty (30) days.',
    'either party': 'Either party may terminate this Agreement immediately if the other breaches it.',
    'insolvency and fraud':
      'Provider may terminate this Agreement immediately upon the insolvency, default or fraud of Client.',
    'a material breach': 'Provider may terminate this Agreement immediately upon a material breach by Client.',
    'no breach': 'Provider may terminate this Agreement immediately by agreement with Client.',
  },
});
