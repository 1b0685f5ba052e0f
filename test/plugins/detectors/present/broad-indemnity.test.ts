import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/broad-indemnity.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  hits: {
    'Client shall indemnify and hold harmless Provider from and against any and all claims arising out of the use of the Services.':
      { severity: 'high', hurts: ['Vera'], reason: /does not depend on any fault.*one-way/ },
    'Client shall indemnify Provider against all claims, losses and expenses, including those caused by the negligence of the Indemnified Parties.':
      { severity: 'high', hurts: ['Vera'], reason: /even the fault/ },
    'Client shall indemnify Provider from all claims caused by its negligence.': {
      severity: 'low',
      hurts: ['Vera'],
      reason: /one-way/,
    },
    'Provider shall indemnify Client against claims arising from its negligence. Client shall indemnify Provider against any and all claims relating to the Services.':
      { severity: 'medium', hurts: ['Vera'] },
    'The Tenant shall keep the Landlord indemnified against all losses arising from the use of the Premises.': {
      kind: 'lease',
      hurts: ['Vera'],
    },
  },
  misses: {
    'each side for its own fault': 'Each party shall indemnify the other against claims caused by its negligence.',
    'both, one after the other':
      'Provider shall indemnify Client from claims caused by its negligence. Client shall indemnify Provider from claims caused by its negligence.',
    'no duty to indemnify': 'Client shall not be required to indemnify Provider against any claims.',
    'a definition': '"Losses" means claims against which Client shall indemnify Provider.',
    'a table of contents': '9.2 Indemnification by Client ........ 14',
  },
});
