import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector } from '../shared/absent.ts';

/** Finds confidentiality agreements that cover also what everybody knows. */
export const plugin = definePlugin({
  name: 'nda-no-exclusions',
  version: '1.0.0',
  summary: 'Finds confidentiality agreements that cover also what everybody knows.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'Known and public information is not excluded',
      category: 'data',
      what: 'The agreement does not exclude information that is public, already known or found independently.',
      why: 'What you knew before, or could read in the newspaper, is then confidential too, and you may not use it.',
      ask: 'Ask for the usual exclusions: public, already known, received from others, developed independently.',
      severity: { nda: 'medium' },
      protection: {
        stated: [
          /\bpublic(?:ly)?\b|\bgenerally (?:known|available)\b|\balready (?:known|knew|in)\b|\bindependent(?:ly)?\b|\bcommon knowledge\b|\bprior knowledge\b|\bknown to\b/i,
        ],
        sure: 0.95,
      },
    }),
  }),
});
