import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/automatic-renewal.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  types: ['renewal-term', 'notice-period-to-terminate-renewal'],
  hits: {
    'This Agreement renews automatically for successive periods of one year unless either party gives written notice at least ninety (90) days before the end of the term.':
      { severity: 'medium', hurts: [], reason: /90 days before the end/ },
    "This Agreement shall automatically renew for further terms of three (3) years unless terminated on ninety (90) days' written notice.":
      { severity: 'high', reason: /3 years/ },
    'The contract renews for another year unless you cancel at least thirty days before the end.': { severity: 'low' },
    'The term shall be extended automatically. There is nothing else to say.': {
      severity: 'high',
      reason: /how a renewal can be prevented/,
    },
    'This Agreement shall be renewed automatically for a year unless notice is given between ninety (90) and sixty (60) days before the end.':
      { severity: 'medium' },
    'This Agreement shall automatically renew for a year unless notice is given 45 days before the end.': {
      policy: { longest_notice_days: 30 },
      severity: 'medium',
    },
  },
  misses: {
    'it does not renew': 'This Agreement does not renew automatically.',
    'by agreement': 'This Agreement may be renewed for one year by mutual written agreement.',
    'an option': 'Client has the option to renew this Agreement for one year by notice of ninety days.',
    'an end': 'This Agreement shall continue until the work is completed, unless terminated earlier by notice.',
    'a heading': '3. Automatic Renewal . . . . . . . . . . 4',
  },
});
