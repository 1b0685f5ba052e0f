import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/low-liability-cap.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  types: ['cap-on-liability'],
  hits: {
    'The total liability of Provider shall not exceed the fees paid by Client in the three (3) months before the claim.':
      { severity: 'high', hurts: ['Vera'], reason: /3 months; the policy asks for at least 12/ },
    "Provider's liability is limited to the fees paid in the six months before the claim.": {
      severity: 'medium',
      hurts: ['Vera'],
    },
    "Neither party's aggregate liability shall exceed the fees paid in the previous six months.": {
      severity: 'medium',
      hurts: [],
    },
    "Client shall pay a yearly fee of $120,000. Provider's liability shall in no event exceed $10,000.": {
      severity: 'high',
      hurts: ['Vera'],
      reason: /8% of the largest payment/,
    },
    "Provider's liability shall not exceed 50% of the fees paid for the order.": {
      severity: 'medium',
      hurts: ['Vera'],
    },
    "In no event shall Provider's liability exceed two times the monthly fee.": { severity: 'high', hurts: ['Vera'] },
    'Provider’s liability shall not exceed the fees paid in the twelve months before the claim.': {
      policy: { least_months: 24 },
      severity: 'medium',
    },
  },
  misses: {
    'the fees of a year':
      "Provider's liability shall not exceed the fees paid in the twelve (12) months before the claim.",
    'a year in days': "Provider's liability shall not exceed the fees paid in the 365 days before the claim.",
    'the greater of two':
      "Provider's liability shall not exceed the greater of $100 and the fees paid in the month before the claim.",
    'a sum where no payment is known': "Provider's liability shall not exceed $5,000.",
    'a cap above the fees': "Client shall pay a yearly fee of $10,000. Provider's liability shall not exceed $50,000.",
    insurance:
      'Provider shall maintain insurance with limits of liability of not less than $1,000 per occurrence for three months.',
    'a stricter policy is not met': {
      text: "Neither party's liability shall exceed the fees paid in the six months before.",
      policy: { least_months: 6 },
    },
  },
});
