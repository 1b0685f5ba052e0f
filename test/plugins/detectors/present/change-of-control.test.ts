import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/change-of-control.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  types: ['change-of-control'],
  hits: {
    'Provider may terminate this Agreement upon a change of control of Client.': { severity: 'high', hurts: ['Vera'] },
    'In the event of any material change in the organization, ownership or control of Client, Provider may terminate this Agreement.':
      { severity: 'high', hurts: ['Vera'] },
    'In the event of a change in control of a party, the other party may terminate this Agreement.': {
      severity: 'medium',
      hurts: [],
    },
    'Licensee shall not assign this Agreement. Any change of control of Licensee shall be deemed an assignment for which consent is needed.':
      { kind: 'licence', severity: 'medium' },
  },
  misses: {
    'a definition': '"Change of Control" means the sale of all or substantially all of the assets of a party.',
    'it may go on':
      'Either party may assign this Agreement without consent to a successor in a merger or sale of substantially all of its assets.',
    'it is no assignment': 'A change of control shall not be deemed an assignment of this Agreement.',
    'a table of contents': '14.2 Change of Control ............ 21',
  },
});
