import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { type Duration, durationsIn, inDays, writeDuration } from '../../../core/reading/durations.ts';
import { judged } from '../shared/judged.ts';
import { listed, namesOf, ofOneSide, othersThan, presentDetector, type Reading, type Seen } from '../shared/present.ts';
import { atWill, endings } from '../shared/termination.ts';

const policy = z.object({
  shortest_notice_days: z
    .number()
    .min(0)
    .default(30)
    .describe('Notice of a termination without cause that is shorter than this is short.'),
});

const find = ({
  document,
  clauses,
  policy: { shortest_notice_days },
}: Reading<z.output<typeof policy>>): readonly Seen[] => {
  const rights = endings(clauses).filter(atWill);
  return ofOneSide(document, rights)
    .slice(0, 1)
    .map(({ clause, actor }) => {
      const notice = noticeIn(clause.text);
      const short = notice === undefined || inDays(notice) < shortest_notice_days * 0.98;
      const who = listed(namesOf(actor), 'one side');
      return {
        clauses: [clause],
        severity: short ? 'high' : 'medium',
        reasons: [
          `${who} may end it without a reason; the other side may not.`,
          notice === undefined
            ? 'No notice is stated.'
            : short
              ? `The notice is ${writeDuration(notice)}; the policy asks for at least ${shortest_notice_days} days.`
              : `The notice is ${writeDuration(notice)}.`,
        ],
        hurts: othersThan(document, actor),
      };
    });
};

const noticeIn = (text: string): Duration | undefined =>
  durationsIn(text).find(({ unit, end }) => unit !== 'year' || /notice/i.test(text.slice(end, end + 40)));

/** Finds contracts that only one side may end without a reason. */
export const plugin = definePlugin({
  name: 'one-sided-termination',
  version: '1.0.0',
  summary: 'Finds contracts that only one side may end without a reason.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'One-sided termination for convenience',
      category: 'termination',
      what: 'One side may end the contract at any time without a reason, and the other may not.',
      why: 'Whoever has hired people or invested for the contract can lose it at short notice, while being bound itself.',
      ask: 'Ask for the same right for both sides, for a longer notice, and for payment of work done and of costs that cannot be undone.',
      types: ['termination-for-convenience'],
      policy,
      judged: judged['one-sided-termination'],
      find,
    }),
  }),
});
