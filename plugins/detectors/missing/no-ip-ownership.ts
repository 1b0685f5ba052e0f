import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector, unitsWith } from '../shared/absent.ts';

/** What is made under the contract. */
const made =
  /\b(?:deliverables|source code|software development|develop(?:s|ed|ing|ment)? (?:of )?(?:an? |the )?(?:software|website|web site|app|application|program|product|content|design)|design(?:s|ed|ing)? (?:an? |the )?(?:software|website|logo|product)|drawings|research results|artwork|curricul\w+|recipes)\b/i;

/** Finds contracts for creative or technical work that do not say who owns the result. */
export const plugin = definePlugin({
  name: 'no-ip-ownership',
  version: '1.0.0',
  summary: 'Finds contracts for creative or technical work that do not say who owns the result.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'Ownership of the work is not settled',
      category: 'intellectual-property',
      what: 'Something is made under the contract, and it does not say who owns it.',
      why: 'Without such a clause the rights mostly stay with whoever made the work, even when it was paid for.',
      ask: 'Ask for a clause that says who owns the results and from when, and which rights the other side has in them.',
      hurts: /^(?:the )?(?:client|customer|owner|employer)$/i,
      severity: { services: 'medium', employment: 'low' },
      protection: {
        stated: [
          /\b(?:intellectual|industrial) property\b|\bcopyrights?\b|\bwork(?:s)?(?: made)?[- ]for[- ]hire\b|\bmoral rights\b|\binventions?\b|\bpatents?\b|\bproprietary rights\b/i,
          /\b(?:own(?:s|ed|er|ership)?|property|titles?|vests?|vested|belongs?|assign(?:s|ed|ment)?|rights)\b.{0,100}\b(?:work product|deliverables?|results?|works?|materials?|developments?|software|programs?|designs?|content|data|reports?|drawings|photographs?|images|recipes?|code|source|documents?|web ?site)\b/i,
          /\b(?:work product|deliverables?|results?|works?|materials?|developments?|software|programs?|designs?|content|reports?|drawings|photographs?|images|recipes?|code|documents?|web ?site)\b.{0,100}\b(?:own(?:s|ed|er|ership)?|property of|titles?|vests?|vested|belongs?|assign(?:s|ed|ment))\b/i,
        ],
        types: ['ip-ownership-assignment', 'joint-ip-ownership'],
        sure: 0.93,
      },
      negotiated: true,
      matters: (document) => {
        const evidence = unitsWith(document, made);
        return evidence.length === 0
          ? undefined
          : { evidence, reason: 'Works, designs or software are made under it.' };
      },
    }),
  }),
});
