import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/acceleration.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'loan',
  hits: {
    'If the Borrower fails to pay, the whole outstanding loan shall become immediately due and payable.': {
      severity: 'high',
    },
    'If the Borrower is in default, the Lender may, after a reminder and fourteen days, demand the whole loan.': {
      severity: 'medium',
      hurts: ['Vera'],
    },
  },
  misses: {
    'shares that vest': 'Upon termination, vesting of all options shall be accelerated and become immediately payable.',
    'no default': 'All amounts are due on the first day of the month.',
    'what it does not bring about': 'This Agreement does not conflict with or accelerate any payments under a default.',
  },
});
