import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/rent-increase.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'lease',
  hits: {
    'The rent shall be reviewed to the open market rent every five years. It shall not be reduced on review.': {
      severity: 'medium',
      hurts: ['Vera'],
      reason: /cannot fall/,
    },
    'The rent shall increase by 6% each year.': { severity: 'medium', hurts: ['Vera'], reason: /6%/ },
  },
  misses: {
    'a small rise': 'The rent shall increase by 2% each year.',
    'down as well': 'The rent shall be adjusted each year to the index, up or down.',
    'another kind of paper': { text: 'The rent shall increase by 6% each year.', kind: 'services' },
    'holding over': 'If the Tenant holds over, the rent shall increase by 50%.',
  },
});
