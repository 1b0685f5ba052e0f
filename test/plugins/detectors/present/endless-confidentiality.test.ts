import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/endless-confidentiality.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'nda',
  hits: {
    'Vera shall keep the Confidential Information secret in perpetuity and shall not disclose it.': {
      severity: 'medium',
      hurts: ['Vera'],
      reason: /No end/,
    },
    'Each party shall not disclose Confidential Information for ten (10) years after the end of this Agreement.': {
      severity: 'low',
      hurts: [],
      reason: /10 years/,
    },
    'The Employee shall not, during the employment or at any time thereafter, disclose any confidential information.': {
      kind: 'employment',
      severity: 'medium',
      hurts: ['Vera'],
    },
  },
  misses: {
    'three years': 'The obligations of confidentiality last for three years after the end of this Agreement.',
    'trade secrets only':
      'Trade secrets shall be kept confidential for as long as they remain trade secrets, indefinitely.',
    'a licence': 'Orlo grants a perpetual licence to use information that is not confidential.',
    'a definition': '"Confidential Information" means what is kept secret indefinitely.',
  },
});
