import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/one-sided-termination.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  types: ['termination-for-convenience'],
  hits: {
    "Client may terminate this Agreement for convenience upon sixty (60) days' written notice.": {
      severity: 'medium',
      hurts: ['Orlo'],
      reason: /60 days/,
    },
    'Client may terminate this Agreement at any time in its sole discretion.': {
      severity: 'high',
      hurts: ['Orlo'],
      reason: /No notice/,
    },
    "This Agreement may be terminated by Provider on ten (10) days' notice.": {
      severity: 'high',
      hurts: ['Vera'],
      reason: /10 days; the policy asks for at least 30/,
    },
    "The Landlord may end this lease by giving one month's notice.": { kind: 'lease', hurts: ['Vera'] },
  },
  misses: {
    'either party may': "Either party may terminate this Agreement without cause upon thirty days' notice.",
    'each in its own sentence':
      "Client may terminate this Agreement upon 30 days' notice. Provider may terminate this Agreement upon 90 days' notice.",
    'for a breach':
      "Client may terminate this Agreement upon thirty days' notice if Provider commits a material breach.",
    'a condition before it':
      'If Provider fails to deliver, Client may terminate this Agreement upon written notice of ten days.',
    'one order only': "Client may terminate any Purchase Order at any time upon ten days' notice.",
    'it may not': 'Client may not terminate this Agreement for convenience.',
    'for safety': "Client may terminate this Agreement for Safety Reasons upon 30 days' notice.",
  },
});
