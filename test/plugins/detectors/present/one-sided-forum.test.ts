import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/one-sided-forum.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'loan',
  hits: {
    'The Lender may bring proceedings against the Borrower in the courts of any other jurisdiction.': {
      severity: 'medium',
      hurts: ['Vera'],
    },
    'Provider may, in its sole discretion, submit any dispute to arbitration or to the courts.': {
      kind: 'services',
      severity: 'medium',
      hurts: ['Vera'],
    },
  },
  misses: {
    both: 'Either party may bring proceedings in any court of competent jurisdiction.',
    'urgent relief': 'The Lender may seek injunctive relief in any court.',
    'one place for all': 'The courts of London shall have exclusive jurisdiction.',
  },
});
