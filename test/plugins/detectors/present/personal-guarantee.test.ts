import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/personal-guarantee.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'loan',
  hits: {
    'The directors of the Borrower shall personally guarantee the payment of all amounts due under this Agreement.': {
      severity: 'critical',
    },
    'Vera Lind, as guarantor, hereby guarantees the obligations of the Borrower, up to a maximum of $10,000, and each owner shall sign a personal guarantee.':
      { severity: 'high' },
    'Orlo hereby unconditionally guarantees the payment of all debts of the buyer to Vera.': {
      kind: 'nda',
      severity: 'high',
      hurts: ['Orlo'],
    },
  },
  misses: {
    'no guarantee': 'Provider does not guarantee the payment of any amounts.',
    'its own group': 'Lender guarantees the performance of its affiliates.',
    'a minimum': 'Licensee shall pay the minimum guarantee amount of $5,000.',
    'nobody personally': 'No director of Borrower shall be personally liable for these obligations.',
  },
});
