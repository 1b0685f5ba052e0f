import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector } from '../shared/absent.ts';

/** Finds confidentiality agreements under which nothing has to be returned or destroyed. */
export const plugin = definePlugin({
  name: 'nda-no-return',
  version: '1.0.0',
  summary: 'Finds confidentiality agreements under which nothing has to be returned or destroyed.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'Nothing has to be returned or destroyed',
      category: 'data',
      what: 'The agreement does not say that confidential information is returned or destroyed.',
      why: 'When the talks are over, your papers and files stay with the other side.',
      ask: 'Ask that everything is returned or destroyed on request and at the end, with a confirmation, except for backups that stay confidential.',
      severity: { nda: 'medium' },
      protection: {
        stated: [
          /\b(?:return|returned|returns|destroy\w*|destruction|delet\w+|eras\w+|hand(?:ed)? (?:back|over)|give[ns]? back|surrender\w*|deliver up|dispose\w*)\b/i,
        ],
        sure: 0.95,
      },
    }),
  }),
});
