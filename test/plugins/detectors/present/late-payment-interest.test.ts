import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/late-payment-interest.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  hits: {
    'Client shall pay interest of 1.5% per month on overdue amounts.': {
      severity: 'medium',
      hurts: ['Vera'],
      reason: /1.5% a month, that is 18% a year/,
    },
    'Sums that are not paid when due bear interest at twenty-four percent (24%) per annum.': {
      severity: 'high',
      hurts: [],
    },
    'Client shall pay a late charge of ten percent (10%) of any overdue installment.': {
      severity: 'medium',
      hurts: ['Vera'],
      reason: /10% of the sum/,
    },
  },
  misses: {
    'a moderate rate': 'Overdue sums bear interest at 8% per annum.',
    'above a base rate': 'Overdue amounts bear interest at 4% above the base rate per annum.',
    'a share of a business': 'The Investor has a 50% interest in the company, with payments outstanding.',
    'interest that is earned': 'The deposit bears interest at 15% per annum.',
    'a policy that allows more': {
      text: 'Client shall pay interest of 1.5% per month on overdue amounts.',
      policy: { highest_yearly_percent: 20 },
    },
  },
});
