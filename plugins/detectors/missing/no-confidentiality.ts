import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector } from '../shared/absent.ts';

/** Finds contracts under which information is exchanged and nobody has to keep it to themselves. */
export const plugin = definePlugin({
  name: 'no-confidentiality',
  version: '1.0.0',
  summary: 'Finds contracts under which information is exchanged and nobody has to keep it to themselves.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No duty of confidentiality',
      category: 'data',
      what: 'Neither side has to keep what it learns from the other to itself.',
      why: 'Prices, plans and customer data that you hand over can then be used or passed on.',
      ask: 'Ask for a mutual confidentiality clause, or for a separate confidentiality agreement before anything is handed over.',
      severity: { services: 'medium', supply: 'low', distribution: 'medium', licence: 'low', employment: 'low' },
      protection: {
        stated: [
          /\bconfiden(?:tial|tially|tiality|ce)\b|\bnon-?\s?disclos\w+|\bsecre(?:t|ts|cy)\b|\bproprietary (?:information|data|rights)\b|\b(?:not|never)\b.{0,40}\b(?:disclose|divulge|reveal|pass on)\b/i,
        ],
        sure: 0.95,
      },
      negotiated: true,
    }),
  }),
});
