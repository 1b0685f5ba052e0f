import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/no-set-off.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'lease',
  hits: {
    'The Tenant shall pay the rent without any deduction or set-off.': { severity: 'medium', hurts: ['Vera'] },
    'The Tenant may not set off any claim against the rent unless a court has found it due.': {
      severity: 'low',
      hurts: ['Vera'],
    },
  },
  misses: {
    taxes: 'Payments shall be made without deduction of any withholding tax.',
    'it may': 'The Tenant may set off claims against the rent.',
    consent: 'The Landlord shall not withhold its consent to a set-off of claims.',
  },
});
