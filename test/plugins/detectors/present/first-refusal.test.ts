import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/first-refusal.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'licence',
  types: ['rofr-rofo-rofn'],
  hits: {
    'Licensor hereby grants Licensee a right of first refusal to license any sequel.': {
      severity: 'medium',
      hurts: ['Orlo'],
    },
    'Licensee shall have a right of first refusal to buy the Marks.': { severity: 'medium', hurts: ['Orlo'] },
  },
  misses: {
    patents: 'Licensor shall have the first right to prosecute the patents.',
    none: 'Licensee shall have no right of first refusal.',
    both: 'Each party grants the other a right of first refusal.',
  },
});
