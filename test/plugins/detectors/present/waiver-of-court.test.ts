import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/waiver-of-court.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  hits: {
    'Each party waives its right to a trial by jury.': { severity: 'low', hurts: [], reason: /jury/ },
    'Client waives any right to a jury trial.': { severity: 'medium', hurts: ['Vera'] },
    'Claims may only be brought individually, and not as a class action in arbitration or court.': {
      severity: 'medium',
      hurts: [],
      reason: /alone/,
    },
  },
  misses: {
    shares: 'The holders of a class of shares may not bring an action.',
    'duty of a jury': 'The jury shall be chosen by lot.',
    'a table of contents': '19.7 Waiver of Jury Trial ........ 31',
    'a reference': 'Sections 8 (Waiver of Jury Trial) of the Master Agreement are incorporated by reference.',
  },
});
