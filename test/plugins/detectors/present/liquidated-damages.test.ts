import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/liquidated-damages.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  types: ['liquidated-damages'],
  hits: {
    'If Provider is late, it shall pay Client liquidated damages of $500 for each day of delay.': {
      severity: 'high',
      hurts: ['Orlo'],
      reason: /\$500/,
    },
    'If Client is late, Provider may require Client to pay liquidated damages of $900.': {
      severity: 'high',
      hurts: ['Vera'],
    },
    'Client shall pay a penalty of two times the monthly fee if it breaches this clause.': {
      severity: 'high',
      hurts: ['Vera'],
    },
    'Provider shall pay an agreed sum as liquidated damages and not as a penalty.': {
      severity: 'medium',
      hurts: ['Orlo'],
    },
  },
  misses: {
    'without penalty': 'Client may terminate without penalty and shall pay nothing.',
    taxes: 'Client shall pay all taxes, including interest and penalties.',
    'fines of the state': 'Provider shall pay all civil penalties and fines imposed by law.',
    'a definition': '"Liquidated Damages" means the sum that Provider shall pay.',
  },
});
