import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { judged } from '../shared/judged.ts';
import { type Limit, limitsOf } from '../shared/liability.ts';
import { listed, namesOf, othersThan, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const find = ({ document }: Reading): readonly Seen[] => {
  const limits = limitsOf(document).filter(({ kind }) => kind !== 'relief');
  // Limits of nobody in particular, and of either side, are for both.
  if (limits.some(({ actor }) => actor === undefined || !isOneSide(actor, document.parties))) return [];
  const sides = new Set(limits.map(({ actor }) => (actor ? namesOf(actor).join() : '')));
  const [first] = limits;
  if (sides.size !== 1 || !first?.actor) return [];
  const capped = limits.filter(({ kind }) => kind === 'cap');
  const who = listed(namesOf(first.actor), 'one side');
  return [
    {
      clauses: [...capped, ...limits].map(({ clause }: Limit) => clause),
      severity: capped.length > 0 ? 'high' : 'medium',
      reasons: [
        capped.length > 0
          ? `Only the liability of ${who} is limited to a sum; nothing limits that of the other side.`
          : `It frees only ${who} from liability for kinds of damage.`,
      ],
      hurts: othersThan(document, first.actor),
    },
  ];
};

/** Finds contracts that limit the liability of one side only. */
export const plugin = definePlugin({
  name: 'one-sided-liability-cap',
  version: '1.0.0',
  summary: 'Finds contracts that limit the liability of one side only.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Liability limited for one side only',
      category: 'liability',
      what: 'The contract limits what one side may have to pay for damage, and does not limit it for the other.',
      why: 'If things go wrong, one side recovers little of its loss while it may itself have to pay without limit.',
      ask: 'Ask that the same limit and the same exclusions apply to both sides.',
      types: ['cap-on-liability'],
      policy: z.object({}),
      judged: judged['one-sided-liability-cap'],
      find,
    }),
  }),
});
