import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/early-termination-fee.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  hits: {
    "Client may end this Agreement on 60 days' notice, on payment of a fee equal to two monthly fees.": {
      severity: 'medium',
      hurts: ['Vera'],
    },
    'If Client terminates this Agreement early, it shall pay an early termination fee of $5,000.': {
      severity: 'medium',
      hurts: ['Vera'],
    },
    'If Client leaves before the end of the term, Client shall pay all remaining fees for the rest of the term.': {
      severity: 'high',
      hurts: ['Vera'],
      reason: /until the end/,
    },
    'If you leave before the end of the minimum term, you pay an exit fee. You pay it at once. If you ask, we explain it. Your contract ends. We send our bill. We are sorry. We thank you. Our shop is open.':
      { severity: 'medium' },
  },
  misses: {
    'no fee': 'Client may terminate early without paying a termination fee.',
    'you may leave free of charge':
      'If the price rises, Client may terminate this Agreement early without an early termination charge and shall pay nothing.',
    'a refund':
      'If this Agreement ends early, Provider shall pay Client a refund of the fees for the remaining months.',
    'fees, but no ending': 'Client shall pay the fees for the remaining work each month.',
  },
});
