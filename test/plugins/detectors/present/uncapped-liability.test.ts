import test from 'ava';
import { plugin } from '../../../../plugins/detectors/present/uncapped-liability.ts';
import { testRisks } from '../../../support/risky.ts';

testRisks(test, plugin, {
  kind: 'services',
  types: ['uncapped-liability'],
  hits: {
    "The foregoing limitation of liability shall not apply to a party's indemnification obligations or to a breach of confidentiality.":
      { severity: 'medium', hurts: [], reason: /indemnities and breaches of confidentiality/ },
    "Client's liability under this Agreement is unlimited.": { severity: 'high', hurts: ['Vera'] },
    'Sections 10.1 and 10.2 do not limit liability for gross negligence or the duties to indemnify in Section 9.': {
      severity: 'medium',
      reason: /indemnities/,
    },
    'Nothing in this Section shall limit the liability of a party for breach of its confidentiality obligations.': {
      severity: 'medium',
      hurts: [],
    },
    'EXCEPT FOR ITS OBLIGATIONS UNDER SECTION 9 (INDEMNITY), IN NO EVENT SHALL PROVIDER BE LIABLE FOR CONSEQUENTIAL DAMAGES.':
      { severity: 'medium', hurts: ['Orlo'] },
  },
  misses: {
    'what the law does not let anybody limit':
      'Nothing in this Agreement limits liability for death or personal injury caused by negligence, which is without limit.',
    'the usual exceptions for intent':
      'The limitation of liability shall not apply to damages caused by fraud or willful misconduct.',
    'a limit without an exception': 'The liability of either party shall not exceed $50,000.',
    'an insurance policy':
      'Provider shall carry insurance without limit of liability for indemnification obligations; the limitation shall not apply to coverage.',
    'a definition': '"Uncapped Claims" means claims for which liability is unlimited.',
  },
});
