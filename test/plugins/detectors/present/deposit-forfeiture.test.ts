import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/deposit-forfeiture.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'lease',
  hits: {
    'The Tenant shall pay a deposit of $2,000, which is non-refundable.': { severity: 'high', hurts: ['Vera'] },
    'The deposit is forfeited if the Tenant leaves before the end of the term.': { severity: 'medium' },
    'Client shall pay a non-refundable registration fee of $40.': {
      kind: 'services',
      severity: 'low',
      hurts: ['Vera'],
    },
  },
  misses: {
    'a deposit that is returned': 'The Landlord shall return the deposit within fourteen days after the end.',
    holidays: 'Holiday that is not taken is forfeited and no payment will be made.',
    'a deposit with a bank':
      'The Tenant shall deposit the rent with the bank, and the fee for a certificate of deposit is not returned.',
    records: 'Landlord will retain records of all fees.',
  },
});
