import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/minimum-commitment.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'supply',
  types: ['minimum-commitment'],
  hits: {
    'In each calendar year Buyer shall order not less than 120,000 pounds of Products.': {
      severity: 'medium',
      hurts: ['Vera'],
    },
    'Buyer shall purchase the Minimum Quantity each year and shall pay for any shortfall.': {
      severity: 'high',
      hurts: ['Vera'],
      reason: /What is missing has to be paid/,
    },
    'Licensee shall pay a guaranteed minimum royalty of $20,000 a year.': { kind: 'licence', hurts: ['Vera'] },
  },
  misses: {
    'no minimum': 'Buyer shall not be obligated to purchase any minimum quantity.',
    insurance: 'Buyer shall maintain insurance of at least $1,000,000.',
    both: 'Each party shall order at least 100 units.',
    staff: 'Supplier shall maintain a minimum staff of ten.',
    'a definition': '"Minimum Quantity" means the quantity that Buyer shall order.',
  },
});
