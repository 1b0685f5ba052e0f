import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/tenant-repairs.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'lease',
  hits: {
    'The Tenant shall repair and replace the roof, the structure and the heating.': {
      severity: 'high',
      hurts: ['Vera'],
    },
    'The Tenant shall keep the Premises in good repair and condition.': {
      severity: 'medium',
      hurts: ['Vera'],
      reason: /wear and tear/,
    },
  },
  misses: {
    'wear and tear is left out': 'The Tenant shall keep the Premises in good repair, fair wear and tear excepted.',
    'the landlord repairs': 'The Landlord shall repair the roof and the structure.',
    'small things': 'The Tenant shall replace light bulbs.',
  },
});
