import { definePlugin } from '../../../core/plugin/define.ts';
import { missingDetector, unitsWith } from '../shared/absent.ts';

/** What storms, strikes and bans hold up. */
const punctual =
  /\b(?:delivery (?:dates?|of (?:\bany |the )?(?:products?|goods))|(?:deliver|ship)(?:s|ped|ment)? (?:of )?(?:the )?(?:products?|goods)|transportation (?:services?|agreement)|construction (?:work|site|contract|of (?:the|a) (?:building|facility|plant|pipeline|works?))|hosting (?:services?|agreement)|completion date|lead times?)\b/i;

/** Finds contracts without a rule for events that nobody can help. */
export const plugin = definePlugin({
  name: 'no-force-majeure',
  version: '1.0.0',
  summary: 'Finds contracts without a rule for events that nobody can help.',
  provides: ['detector'],
  setup: () => ({
    detector: missingDetector({
      title: 'No force majeure clause',
      category: 'performance',
      what: 'The contract does not say what happens when an event beyond a party’s control keeps it from performing.',
      why: 'Whoever cannot deliver because of a storm, a strike or a ban may then be in breach, and the other side does not know how long it has to wait.',
      ask: 'Ask for a clause that suspends duties during such events, asks for notice at once, and lets either side end the contract when it lasts too long.',
      severity: { services: 'low', supply: 'medium', distribution: 'low' },
      protection: {
        stated: [
          /\bforce[- ]majeure\b|\bacts? of god\b|\bvis major\b|\bunforesee\w+|\bnatural (?:disasters?|catastrophes?)\b/i,
          /\b(?:beyond|outside)\b.{0,60}\bcontrol\b/i,
          /\bcontrol\b.{0,60}\b(?:beyond|outside)\b/i,
          /\b(?:strikes?|war|flood|fire|riots?|embargo\w*)\b.{0,60}\b(?:strikes?|war|flood|fire|riots?|embargo\w*)\b/i,
        ],
        sure: 0.95,
      },
      negotiated: true,
      matters: (document) => {
        if (document.kind === 'supply') return { evidence: [], reason: 'Goods have to be made and delivered in time.' };
        const evidence = unitsWith(document, punctual);
        return evidence.length < 2
          ? undefined
          : { evidence, reason: 'Something has to be delivered, transported, built or kept running.' };
      },
    }),
  }),
});
