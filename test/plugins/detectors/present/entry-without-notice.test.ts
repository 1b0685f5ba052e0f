import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/entry-without-notice.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'lease',
  hits: {
    'The Landlord may enter the Premises at any time without notice.': { severity: 'high', hurts: ['Vera'] },
    'The Landlord may enter the flat to inspect it.': { severity: 'medium', hurts: ['Vera'] },
    "The Landlord may enter the Premises on two hours' notice.": {
      severity: 'medium',
      hurts: ['Vera'],
      reason: /2 hours; the policy asks for at least 24/,
    },
  },
  misses: {
    'with notice': "The Landlord may enter the Premises upon at least 24 hours' notice.",
    'in an emergency': 'The Landlord may enter the Premises without notice only in an emergency.',
    'after a default': 'The Landlord may re-enter the Premises if the rent is in arrears.',
    'other paper': { text: 'Provider may enter the premises at any time.', kind: 'services' },
  },
});
