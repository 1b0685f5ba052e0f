import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/discretionary-bonus.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'employment',
  hits: {
    "Whether a bonus is paid is in the Company's discretion.": { severity: 'low', hurts: ['Vera'] },
    'A bonus is at the discretion of the Company, and none is paid to anyone who is under notice.': {
      severity: 'medium',
      hurts: ['Vera'],
      reason: /lost/,
    },
  },
  misses: {
    'a bonus that is due': 'The Employee shall receive a bonus of 5% of the salary.',
    'discretion over other things': 'The Company may decide at its discretion where the desks stand.',
  },
});
