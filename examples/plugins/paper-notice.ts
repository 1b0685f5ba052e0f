import { defineDetector, definePlugin, z } from 'dossier';

/** Finds notices that are only good on paper: by registered letter, by courier, by fax. */
export const plugin = definePlugin({
  name: 'example-paper-notice',
  version: '1.0.0',
  summary: 'Finds notices that are only good on paper.',
  provides: ['detector'],
  setup: () => ({
    detector: defineDetector({
      title: 'Notice on paper only',
      kind: 'present',
      category: 'termination',
      what: 'A notice has no effect unless it is sent as a registered letter, by courier or by fax.',
      why: 'An e-mail that everybody has read does not end the contract.',
      ask: 'Ask that e-mail is enough, with a receipt where it matters.',
      policy: z.object({
        fax: z.boolean().default(true).describe('Whether a notice by fax is a risk as well.'),
      }),
      detect: ({ document, policy }) => {
        const paper = policy.fax
          ? /\b(?:registered|certified) (?:mail|letter|post)|\bcourier|\bfax/i
          : /\b(?:registered|certified) (?:mail|letter|post)|\bcourier/i;
        return document.units
          .filter(
            ({ text, part }) =>
              part === undefined && /\bnotices?\b/i.test(text) && paper.test(text) && !/\be-?mail/i.test(text),
          )
          .map(({ start, end, text }) => ({
            evidence: [{ start, end }],
            severity: /\bonly\b|\bno effect\b|\bmust\b|\bshall\b/i.test(text) ? ('medium' as const) : ('low' as const),
            reasons: ['The sentence names ways on paper, and does not name e-mail.'],
            confidence: 0.7,
            rationale: 'A notice that is sent in another way may not count, and a deadline may be missed.',
            recommendation: 'Ask that e-mail is enough, or keep to the form that the clause names.',
            hurts: [],
          }));
      },
    }),
  }),
});
