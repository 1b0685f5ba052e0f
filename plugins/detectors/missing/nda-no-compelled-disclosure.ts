import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector } from '../shared/absent.ts';

/** Finds confidentiality agreements without an exception for what the law makes people disclose. */
export const plugin = definePlugin({
  name: 'nda-no-compelled-disclosure',
  version: '1.0.0',
  summary: 'Finds confidentiality agreements without an exception for what the law makes people disclose.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No exception for disclosure by law',
      category: 'data',
      what: 'The agreement has no exception for information that a court or an authority demands.',
      why: 'Whoever obeys a court order is then in breach of the agreement.',
      ask: 'Ask for an exception for what has to be disclosed by law or order, after notice to the other side where that is allowed.',
      severity: { nda: 'medium' },
      protection: {
        stated: [
          /\b(?:required|requir\w+|compelled|ordered|obliged|demand\w*|requested|bound)\b.{0,120}\b(?:law|laws|court|regulat\w+|authorit\w+|subpoena|legal|judicial|government\w*|statute|stock exchange)\b/i,
          /\b(?:law|court|subpoena|legal process|judicial|regulat\w+|authorit\w+|government\w*)\b.{0,120}\b(?:requir\w+|compel\w*|order\w*|oblige\w*|demand\w*)\b/i,
          /\b(?:subpoena|court order|legal process|compelled disclosure|duty to testify)\b/i,
        ],
        sure: 0.93,
      },
    }),
  }),
});
