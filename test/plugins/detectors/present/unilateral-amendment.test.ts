import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/unilateral-amendment.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  hits: {
    'Provider may change these terms at any time.': { severity: 'high', hurts: ['Vera'], reason: /Nothing here lets/ },
    "Provider may modify this Agreement on thirty days' notice, and Client may then terminate it.": {
      severity: 'medium',
      hurts: ['Vera'],
    },
    'The Company reserves the right to amend the terms of this contract.': {
      kind: 'employment',
      severity: 'high',
      hurts: ['Vera'],
    },
  },
  misses: {
    'only in writing by both': 'This Agreement may be amended only in writing signed by both parties.',
    'with consent': 'Provider may modify these terms with the prior written consent of Client.',
    'either party': 'Either party may propose to change these terms.',
    'it may not': 'Provider may not amend this Agreement.',
    'a duty to sign': 'Provider may require Client to execute an amendment of this Agreement.',
  },
});
