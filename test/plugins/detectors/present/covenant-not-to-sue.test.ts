import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/covenant-not-to-sue.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'licence',
  types: ['covenant-not-to-sue'],
  hits: {
    "Licensee shall not challenge the validity of the Marks or Licensor's ownership of them.": {
      severity: 'medium',
      hurts: ['Vera'],
    },
    'Licensee hereby releases and waives any and all claims against Licensor.': { severity: 'high', hurts: ['Vera'] },
    'Licensee agrees not to sue Licensor or bring any claim against it.': { severity: 'medium', hurts: ['Vera'] },
  },
  misses: {
    both: "Neither party shall challenge the validity of the other's marks.",
    'courts only after talks': 'Licensee shall not bring any claim against Licensor before mediation.',
    'a jury': 'Licensee waives all rights to a trial by jury.',
    'it may': 'Licensee may challenge the validity of the patents.',
  },
});
