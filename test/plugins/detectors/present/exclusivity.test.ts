import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/exclusivity.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'supply',
  types: ['exclusivity'],
  hits: {
    'Buyer shall buy all of its requirements of hops from Supplier.': { severity: 'high', hurts: ['Vera'] },
    'Buyer shall purchase the Products exclusively from Supplier.': { severity: 'high', hurts: ['Vera'] },
    'Supplier shall not sell the Products to any other brewer, distributor or any other customer in Oregon.': {
      severity: 'medium',
      hurts: ['Orlo'],
    },
    'Buyer shall have the exclusive right to sell the Products in Oregon.': { severity: 'low', hurts: ['Orlo'] },
    'Licensor hereby grants Licensee an exclusive licence to use the Marks.': {
      kind: 'licence',
      severity: 'low',
      hurts: ['Orlo'],
    },
  },
  misses: {
    'it is not exclusive': 'Supplier hereby grants Buyer a non-exclusive right to sell the Products.',
    'exclusive jurisdiction': 'The parties submit to the exclusive jurisdiction of the courts of Oregon.',
    'exclusive of tax': 'Buyer shall pay the price exclusive of tax.',
    secrets: 'Supplier shall not disclose or sell confidential information to any other person.',
    'no authority':
      'Neither party shall enter into any contract with any other person on behalf of the other or hold itself out as its agent.',
  },
});
