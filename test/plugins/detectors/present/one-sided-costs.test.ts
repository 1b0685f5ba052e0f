import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/one-sided-costs.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'lease',
  hits: {
    "The Tenant shall pay the Landlord's attorneys' fees and all costs of collection.": {
      severity: 'medium',
      hurts: ['Vera'],
    },
    'Client shall reimburse all legal fees that Provider incurs in collecting overdue sums.': {
      kind: 'services',
      severity: 'medium',
      hurts: ['Vera'],
    },
  },
  misses: {
    'who loses pays': "The losing party shall pay the attorneys' fees of the prevailing party.",
    'each its own': 'Each party shall bear its own legal costs.',
    'an indemnity': "The Tenant shall indemnify the Landlord and pay attorneys' fees for third-party claims.",
    both: "The Tenant shall pay the Landlord's legal fees. The Landlord shall pay the Tenant's legal fees.",
  },
});
