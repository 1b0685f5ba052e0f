import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/non-compete.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  types: ['non-compete'],
  hits: {
    'For two (2) years after the termination of this Agreement, Provider shall not engage in any business that competes with Client.':
      { severity: 'high', hurts: ['Orlo'], reason: /2 years after the end/ },
    'For six months after he leaves, the Employee shall not work for a competitor of the Company.': {
      kind: 'employment',
      severity: 'medium',
      hurts: ['Vera'],
      reason: /6 months/,
    },
    'During the term, Distributor agrees not to represent or sell products that are competitive with the Products.': {
      kind: 'distribution',
      severity: 'medium',
      hurts: ['Vera'],
    },
    'During the term neither party shall compete with the other.': { severity: 'low', hurts: [] },
  },
  misses: {
    'freedom to compete': 'Nothing in this Agreement prevents Provider from competing with Client.',
    'competitive prices': 'Provider shall not charge more than competitive prices for similar services.',
    'a definition': '"Competing Business" means a business in which the Employee shall not engage.',
    'other words': 'The Tenant shall not keep goods that are similar to explosives.',
    'it talks about it': 'Member acknowledges that violation of the covenants not to compete would cause harm.',
  },
});
