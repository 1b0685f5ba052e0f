import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/deemed-acceptance.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  hits: {
    'If Client does not reject the Deliverables within five (5) days, they shall be deemed accepted.': {
      severity: 'medium',
      hurts: ['Vera'],
      reason: /5 days/,
    },
    'Client shall be deemed to have approved the report unless it objects within forty-five days.': {
      severity: 'low',
      hurts: ['Vera'],
    },
  },
  misses: {
    'service of notices': 'Notices shall be deemed received within three days if not returned.',
    'silence is a refusal': 'If Client does not answer within five days, the request shall be deemed rejected.',
    'no waiver': 'Failure to enforce a right within ten days shall not be deemed a waiver.',
    'no time': 'Deliverables are deemed accepted if they meet the specification.',
  },
});
