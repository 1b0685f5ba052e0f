import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { judged } from '../shared/judged.ts';
import { listed, namesOf, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const names =
  /\bmost[- ]favou?red\b|\bmost favou?rable (?:price|term|treatment|condition)\w*|\b(?:no less favou?rable|not (?:be )?(?:any )?less favou?rable|at least as favou?rable|as favou?rable as|more favou?rable|lower (?:price|rate|fee)s?|better (?:price|terms)|lowest (?:price|rate)s?|best (?:price|terms))\b[^.;]{0,160}\b(?:any|other|another|offered|charged|granted|made available|to)\b[^.;]{0,60}\b(?:customers?|part(?:y|ies)|person|clients?|licensees?|buyers?|purchasers?|distributors?|affiliates?|similarly situated|third|partners?|publishers?|sites?)\b/i;
const terms = /\b(?:price[sd]?|pricing|rates?|fees?|terms|discounts?|royalt\w+|conditions|compensation|commission)\b/i;
const otherwise =
  /\b(?:insurance|nation treatment|health|benefit plans?|employee|assign\w*|sublease|arm'?s[- ]length|unaffiliated|settle\w*|negotiat\w*|last offered|first refusal|indemn\w*|law)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (clause.defines || !names.test(text) || !terms.test(text) || otherwise.test(text)) return [];
    const duty = clause.statements.find(
      ({ modality, actor }) => modality !== 'right' && modality !== 'relief' && isOneSide(actor, document.parties),
    );
    if (!duty?.actor) return [];
    const strict = /\b(?:lower|refund|adjust|reduce|match|automatically|immediately|offer)\b/i.test(text);
    return [
      {
        clauses: [clause],
        severity: strict ? 'high' : 'medium',
        reasons: [
          `The other side has to get terms as good as anybody’s from ${listed(namesOf(duty.actor), 'one side')}.`,
        ],
        hurts: namesOf(duty.actor),
      },
    ];
  });

/** Finds promises that nobody else gets better terms. */
export const plugin = definePlugin({
  name: 'most-favoured-nation',
  version: '1.0.0',
  summary: 'Finds promises that nobody else gets better terms.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Most favoured customer',
      category: 'payment',
      what: 'Somebody promises that no other customer or partner gets better prices or terms.',
      why: 'One discount for one customer then has to be given to this one too, and every other contract has to be watched.',
      ask: 'Ask to leave it out, or to limit it to customers of the same size, place and volume, and to future purchases.',
      types: ['most-favored-nation'],
      policy: z.object({}),
      judged: judged['most-favoured-nation'],
      find,
    }),
  }),
});
