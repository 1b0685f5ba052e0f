import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/holdover-rent.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'lease',
  hits: {
    'If Tenant holds over, the rent is one hundred fifty percent (150%) of the former rent.': {
      severity: 'medium',
      hurts: ['Vera'],
      reason: /150%/,
    },
    'If Tenant remains in possession after the end, it shall pay double the rent.': {
      severity: 'high',
      hurts: ['Vera'],
    },
  },
  misses: {
    'the same rent': 'If Tenant holds over, the rent stays at 100% of the former rent.',
    'another rise': 'The rent shall increase to 150% of the former rent after ten years.',
    'a policy that allows it': {
      text: 'If Tenant holds over, the rent is 150% of the former rent.',
      policy: { highest_percent: 150 },
    },
  },
});
