import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/ip-assignment.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  types: ['ip-ownership-assignment'],
  hits: {
    'Provider hereby assigns to Client all right, title and interest in and to the inventions and works made under this Agreement.':
      { severity: 'medium', hurts: ['Orlo'] },
    'Provider hereby assigns, and shall cause its staff to assign, to Client all right, title and interest in the works.':
      { severity: 'medium', hurts: ['Orlo'] },
    'Provider hereby assigns to Client all intellectual property, including pre-existing and background inventions.': {
      severity: 'high',
      hurts: ['Orlo'],
      reason: /made before/,
    },
    'The Employee hereby assigns to the Company all copyrights in works made in the course of the employment.': {
      kind: 'employment',
      severity: 'low',
      hurts: ['Vera'],
    },
  },
  misses: {
    'the contract itself': 'Provider may not assign or transfer this Agreement.',
    'a task': 'Provider shall assign a project manager and three persons to the works.',
    goods: 'Provider shall transfer title to the goods on payment of the purchase price.',
    'a condition': 'If Provider assigns any patent, it shall tell Client.',
    'each keeps its own': 'Each party retains all right, title and interest in its intellectual property.',
  },
});
