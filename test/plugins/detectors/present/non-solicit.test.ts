import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/non-solicit.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  types: ['no-solicit-of-employees', 'no-solicit-of-customers'],
  hits: {
    'For twelve months after the end of this Agreement, Client shall not solicit or hire any employee of Provider.': {
      severity: 'low',
      hurts: ['Vera'],
    },
    'For two years after termination, Provider shall not solicit any customer of Client.': {
      severity: 'high',
      hurts: ['Orlo'],
      reason: /2 years.*customers/,
    },
    'For six months after leaving, the Employee shall not solicit any customer of the Company.': {
      kind: 'employment',
      severity: 'medium',
      hurts: ['Vera'],
    },
  },
  misses: {
    'both are bound': 'Neither party shall solicit the employees of the other.',
    'each in its own sentence':
      'Provider shall not solicit employees of Client. Client shall not solicit employees of Provider.',
    subcontractors: 'Provider shall not engage any subcontractor without notice.',
    'other solicitations': 'Client shall not solicit proxies from shareholders or employees.',
  },
});
