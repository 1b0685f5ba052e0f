import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/unilateral-price-change.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  types: ['price-restrictions'],
  hits: {
    "Provider may increase the fees at any time by giving thirty (30) days' notice.": {
      severity: 'high',
      hurts: ['Vera'],
      reason: /30 days; the policy asks for at least 60/,
    },
    "Provider may increase the monthly fee once a year by no more than three percent (3%), upon sixty (60) days' notice.":
      { severity: 'low', hurts: ['Vera'] },
    'The Landlord may increase the rent once in any twelve months, by written notice of at least two months. No single increase may exceed four per cent of the rent.':
      { kind: 'lease', severity: 'low', hurts: ['Vera'] },
    'Provider may raise the fees in line with the Consumer Price Index.': { severity: 'medium', hurts: ['Vera'] },
  },
  misses: {
    'by agreement': 'Provider may change the fees with the prior written consent of Client.',
    'both together': 'The parties may change the fees by mutual agreement.',
    'it may not': 'Provider may not increase the fees during the term.',
    'prices to others': 'Buyer may set its own retail prices.',
    'a discount that is given': 'Provider may grant a discount.',
  },
});
