import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { durationsIn, inDays, writeDuration } from '../../../core/reading/durations.ts';
import { wholeSentence } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { othersThan, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const policy = z.object({
  least_notice_days: z.number().min(0).default(7).describe('Less notice than this before a suspension is short.'),
});

const suspends =
  /^\W*(?:(?:also|immediately|at any time|to|temporarily|in its sole discretion|at its (?:sole )?(?:option|discretion)|without (?:prior )?notice|,|and|or|refuse|limit|deny|restrict|terminate|cancel|discontinue|modify|withdraw)\W+){0,6}(?:be )?(?:suspend|disconnect|cut off|lock|disable|block|stop (?:the|its|all|supply\w*|deliver\w*|provid\w*))/i;
const object =
  /\b(?:services?|access|supply|suppl\w+|deliver\w+|account|performance|website|card|membership|cover|licen[cs]e|shipments?|work|use|hosting|data|phone|line)\b/i;
const otherwise =
  /\b(?:either party|with pay|force majeure|safety|regulat\w+|clinical|trial|if required by law|FDA|registration statement|patient)\b/i;

const find = ({
  document,
  clauses,
  policy: { least_notice_days },
}: Reading<z.output<typeof policy>>): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const text = wholeSentence(clauses, clause);
    if (clause.defines || otherwise.test(text)) return [];
    const right = clause.statements.find(
      ({ modality, actor, predicate }) =>
        (modality === 'right' || modality === 'act') &&
        isOneSide(actor, document.parties) &&
        suspends.test(predicate) &&
        object.test(predicate) &&
        !/^[^.;]{0,60}suspend\w*\s+(?:\w+\s+){0,4}(?:fees?|payments?)\b/i.test(predicate),
    );
    if (!right?.actor) return [];
    const wait = durationsIn(text).find(
      ({ start, end, unit }) =>
        unit !== 'year' &&
        /\b(?:after|notice|within|before|prior|overdue|late|unpaid)\b/i.test(
          text.slice(Math.max(0, start - 40), end + 40),
        ),
    );
    const warned = wait !== undefined && inDays(wait) >= least_notice_days;
    if (warned) return [];
    const anyReason = /\b(?:any reason|sole discretion|at any time|its discretion)\b/i.test(text);
    return [
      {
        clauses: [clause],
        severity: anyReason ? 'high' : 'medium',
        reasons: [
          wait
            ? `It takes ${writeDuration(wait)}; the policy asks for at least ${least_notice_days} days.`
            : 'No notice is needed.',
          ...(anyReason ? ['No reason is needed either.'] : []),
        ],
        hurts: othersThan(document, right.actor),
      },
    ];
  });

/** Finds rights to suspend performance at once. */
export const plugin = definePlugin({
  name: 'suspension',
  version: '1.0.0',
  summary: 'Finds rights to suspend performance at once.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Suspension without notice',
      category: 'performance',
      what: 'One side may stop its service or payments at once, or after a few days.',
      why: 'Work stands still while a dispute is not decided, and the other side usually has to go on paying.',
      ask: 'Ask for ten days’ notice in writing, for no suspension over sums disputed in good faith, and for no charge while it lasts.',
      types: [],
      policy,
      judged: judged.suspension,
      find,
    }),
  }),
});
