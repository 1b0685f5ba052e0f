import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/unpaid-overtime.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'employment',
  hits: {
    'The salary covers such further hours as the work may need, and no overtime is paid.': {
      severity: 'medium',
      hurts: ['Vera'],
    },
    'The salary includes up to ten hours of overtime a month.': { severity: 'low', hurts: ['Vera'] },
  },
  misses: {
    'paid overtime': 'Overtime is paid at one and a half times the hourly rate.',
    hours: 'The normal hours are 38 a week.',
    'other paper': {
      text: 'The salary covers such further hours as the work may need, and no overtime is paid.',
      kind: 'services',
    },
  },
});
