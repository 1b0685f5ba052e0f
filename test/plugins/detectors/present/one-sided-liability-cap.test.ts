import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/one-sided-liability-cap.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  types: ['cap-on-liability'],
  hits: {
    'The total liability of Provider shall not exceed the fees paid in the last twelve months.': {
      severity: 'high',
      hurts: ['Vera'],
      reason: /Only the liability of Orlo Works Ltd is limited/,
    },
    'In no event shall Provider be liable for indirect or consequential damages.': {
      severity: 'medium',
      hurts: ['Vera'],
    },
    "IN NO EVENT SHALL PROVIDER OR ITS AFFILIATES BE LIABLE FOR LOST PROFITS. PROVIDER'S LIABILITY SHALL NOT EXCEED $10,000.":
      { severity: 'high', hurts: ['Vera'] },
  },
  misses: {
    'a limit for both':
      "Neither party shall be liable for consequential damages. Each party's liability shall not exceed $10,000.",
    'each side has its own':
      "Provider's liability shall not exceed $10,000. Client's liability shall not exceed $10,000.",
    'nor the one to the other':
      'In no event will Provider be liable to Client nor will Client be liable to Provider for consequential damages.',
    'a limit of nobody in particular':
      'Liability under this Agreement shall not exceed $10,000. In no event shall Provider be liable for lost profits.',
    'partners are not liable personally':
      'No personal liability whatsoever shall attach to any partner of Provider for consequential damages.',
    'freed from one loss only': 'Provider shall not be liable for any loss caused by a strike.',
  },
});
