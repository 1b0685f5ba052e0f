import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { around } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { namesOf, presentDetector, type Reading, type Seen } from '../shared/present.ts';
import { areTenants } from '../shared/roles.ts';

const repairs =
  /^[^.;]{0,160}\b(?:repair|maintain|keep|renew|replace|rebuild|reinstate|restore|make good|decorate|redecorate|repaint)\w*\b/i;
const heavy =
  /\b(?:structur\w+|roofs?|foundations?|exterior|external walls?|load[- ]bearing|HVAC|heating|air[- ]conditioning|boilers?|plumbing|electrical|elevators?|lifts?|drains?|sewers?|mechanical systems?|replacements?|renew\w*|rebuild\w*|window frames?|paving|parking)\b/i;
const good =
  /\b(?:good (?:and (?:substantial|tenantable|working) )?(?:repair|order|condition)|full(?:y)? repair\w*|put and keep|substantial repair|repair and (?:condition|decorat\w+)|good repair)\b/i;
const wear =
  /\b(?:wear and tear|reasonable wear|ordinary wear|no worse|damage by (?:fire|insured)|insured risks?|except (?:for )?(?:the )?(?:structur\w+|roof)|other than (?:the )?structur\w+|excluding (?:the )?structur\w+)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (clause.defines || /\binsur/i.test(text)) return [];
    const duty = clause.statements.find(
      ({ modality, actor, predicate }) => modality === 'duty' && areTenants(actor, document) && repairs.test(predicate),
    );
    if (!duty?.actor) return [];
    const costly =
      heavy.test(duty.predicate) &&
      !/\b(?:except|other than|excluding)\b[^.;]{0,40}\b(?:structur|roof|foundation)/i.test(text);
    const wide = good.test(duty.predicate) && !wear.test(around(clauses, clause, 0, 1));
    if (!costly && !wide) return [];
    return [
      {
        clauses: [clause],
        severity: costly ? 'high' : 'medium',
        reasons: [
          ...(costly ? ['It covers parts of the building or installations, not only upkeep inside.'] : []),
          ...(wide ? ['Fair wear and tear is not left out.'] : []),
        ],
        hurts: namesOf(duty.actor),
      },
    ];
  });

/** Finds repairs that a tenant has to pay for beyond ordinary upkeep. */
export const plugin = definePlugin({
  name: 'tenant-repairs',
  version: '1.0.0',
  summary: 'Finds repairs that a tenant has to pay for beyond ordinary upkeep.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Repairs at the tenant’s cost',
      category: 'performance',
      what: 'The tenant has to repair, replace or renew parts of the building, or put everything back at the end, whatever its age.',
      why: 'A roof, a boiler or a lift can cost more than years of rent, and none of it belongs to the tenant.',
      ask: 'Ask that structure, roof and installations stay with the landlord, that fair wear and tear is left out, and for a record of the condition at the beginning.',
      appliesTo: ['lease'],
      types: [],
      policy: z.object({}),
      judged: judged['tenant-repairs'],
      find,
    }),
  }),
});
