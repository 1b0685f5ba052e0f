import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/free-assignment.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  types: ['anti-assignment'],
  hits: {
    'Provider may assign this Agreement to any person without the consent of Client. Client shall not assign this Agreement.':
      { severity: 'medium', hurts: ['Vera'], reason: /Vera Books LLC may not/ },
    'Provider may freely assign this Agreement and its rights under it.': { severity: 'low', hurts: ['Vera'] },
    'We may transfer this Agreement at any time without your consent. You may not transfer it. We answer. You ask. We work. You wait. We write. You read. We stay. You go. If you like, you pay.':
      {},
  },
  misses: {
    'either party': 'Either party may assign this Agreement at any time without consent.',
    'within a group': 'Provider may assign this Agreement without consent to an affiliate.',
    'with consent': 'Provider may assign this Agreement only with the prior written consent of Client.',
    'goods, not the contract': 'Provider may transfer the goods at any time without the consent of Client.',
  },
});
