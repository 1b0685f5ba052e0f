import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/broad-audit-rights.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  types: ['audit-rights'],
  hits: {
    'Client may audit the books and records of Provider at any time.': {
      severity: 'high',
      hurts: ['Orlo'],
      reason: /No notice.*how often/,
    },
    'Provider shall permit Client to inspect its records and audit its premises without prior notice, once a year.': {
      severity: 'medium',
      hurts: ['Orlo'],
    },
    "Client may audit the records of Provider upon two (2) days' notice.": {
      severity: 'low',
      hurts: ['Orlo'],
      reason: /2 days/,
    },
  },
  misses: {
    'with notice': "Client may audit the books and records of Provider once a year upon ten (10) days' prior notice.",
    'notice in the next sentence': "Client may audit the records of Provider. It shall give at least ten days' notice.",
    both: 'Either party may audit the records of the other at any time.',
    'goods on arrival': 'Client may inspect the products upon receipt and review their documentation.',
  },
});
