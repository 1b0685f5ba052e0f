import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/wage-deductions.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'employment',
  hits: {
    'The Company may deduct from the salary any sums that the Employee owes to it.': {
      severity: 'medium',
      hurts: ['Vera'],
    },
    'If he leaves, the Employee shall repay the costs of training.': {
      severity: 'high',
      hurts: ['Vera'],
      reason: /does not fall/,
    },
    'The Employee shall repay the training costs, reduced by one twelfth for each month worked.': {
      severity: 'low',
      hurts: ['Vera'],
    },
  },
  misses: {
    taxes: 'The Company may deduct taxes from the salary as required by law.',
    'it may not': 'The Company may not deduct anything from the salary.',
    expenses: 'The Company shall reimburse expenses.',
  },
});
