import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/perpetual-licence.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  types: ['irrevocable-or-perpetual-license'],
  hits: {
    'Provider hereby grants Client a perpetual, irrevocable, royalty-free licence to use the Deliverables, with the right to sublicense.':
      { severity: 'high', hurts: ['Orlo'] },
    'Client grants Provider an irrevocable licence to use its name.': {
      severity: 'low',
      hurts: ['Vera'],
      reason: /cannot be taken back/,
    },
    'Provider grants Client a perpetual licence to use the software.': {
      severity: 'low',
      hurts: ['Orlo'],
      reason: /never ends/,
    },
  },
  misses: {
    'a term': 'Provider grants Client a licence to use the software for the term.',
    'consent to courts': 'Each party irrevocably consents to jurisdiction and grants a licence to nobody.',
    both: 'Each party grants the other a perpetual licence to use joint results.',
    'a definition': '"Licence" means the perpetual licence that Provider grants.',
  },
});
