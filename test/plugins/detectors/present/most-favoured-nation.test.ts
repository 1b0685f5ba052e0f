import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/most-favoured-nation.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'supply',
  types: ['most-favored-nation'],
  hits: {
    'Supplier shall charge Buyer prices no less favorable than those charged to any other customer, and shall refund the difference.':
      { severity: 'high', hurts: ['Orlo'] },
    'Supplier warrants that the prices are at least as favorable as those offered to any other buyer.': {
      severity: 'medium',
      hurts: ['Orlo'],
    },
  },
  misses: {
    "arm's length":
      "Supplier shall deal with affiliates at arm's-length prices, no more favorable than those to third parties.",
    both: 'Each party shall offer the other terms no less favorable than those offered to any other person.',
    insurance: 'Supplier shall buy insurance at rates no less favorable than those charged to other customers.',
  },
});
