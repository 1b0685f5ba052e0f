import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/warranty-disclaimer.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  hits: {
    'The Services are provided "as is". Provider makes no warranty of any kind.': {
      severity: 'medium',
      hurts: ['Vera'],
    },
    'PROVIDER DISCLAIMS ALL WARRANTIES, EXPRESS OR IMPLIED, INCLUDING MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE.':
      { severity: 'low', hurts: ['Vera'] },
    'The Tenant accepts the Premises in their present condition.': {
      kind: 'lease',
      severity: 'medium',
      hurts: ['Vera'],
    },
  },
  misses: {
    'a warranty': 'Provider warrants that the Services will be of good quality.',
    'each side for itself':
      'Provider disclaims all implied warranties of merchantability. Client disclaims all implied warranties of merchantability.',
    'neither party': 'Neither party makes any warranty, express or implied, of merchantability.',
    'no authority to warrant':
      'Client is not authorized to make any warranty, express or implied, on behalf of Provider.',
  },
});
