import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { durationsIn, inDays, writeDuration } from '../../../core/reading/durations.ts';
import { around } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { namesOf, othersThan, presentDetector, type Reading, type Seen } from '../shared/present.ts';
import { areTenants } from '../shared/roles.ts';

const policy = z.object({
  least_notice_hours: z.number().min(0).default(24).describe('Notice of a visit that is shorter than this is short.'),
});

const enters =
  /^[^.;]{0,80}\b(?:enter|entry|have access|access|inspect)\w*\b[^.;]{0,120}\b(?:premises|flat|apartment|property|dwelling|house|room|unit|demised)\b|^\W*(?:to )?enter\b/i;
const noticed = /\b(?:notice|prior|appointment|agree\w*|consent|advance|warning)\b/i;
const urgent = /\b(?:only )?in (?:an |case of (?:an )?|the case of (?:an )?)?emergenc\w+/i;

const find = ({
  document,
  clauses,
  policy: { least_notice_hours },
}: Reading<z.output<typeof policy>>): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    const right = clause.statements.find(
      ({ modality, actor, predicate }) =>
        ((modality === 'right' && !areTenants(actor, document)) ||
          (modality === 'duty' && areTenants(actor, document) && /^\W*(?:permit|allow)/i.test(predicate))) &&
        isOneSide(actor, document.parties) &&
        enters.test(predicate),
    );
    if (clause.defines || !right?.actor || /\b(?:re-?enter|arrears|forfeit\w*|default)\b/i.test(text)) return [];
    const context = around(clauses, clause, 0, 1);
    const notice = durationsIn(context).find(({ start, end }) =>
      /notice|before|advance/i.test(context.slice(Math.max(0, start - 40), end + 40)),
    );
    const without = /\bwithout (?:any )?(?:prior )?(?:notice|warning)\b/i.test(text) && !urgent.test(text);
    const none = notice === undefined && !noticed.test(context) && !urgent.test(text);
    const short = notice !== undefined && inDays(notice) * 24 < least_notice_hours * 0.99;
    if (!without && !none && !short) return [];
    return [
      {
        clauses: [clause],
        severity: without || /\bat any time\b/i.test(text) ? 'high' : 'medium',
        reasons: [
          short && notice
            ? `The notice is ${writeDuration(notice)}; the policy asks for at least ${least_notice_hours} hours.`
            : 'No notice is needed.',
        ],
        hurts: right.modality === 'right' ? othersThan(document, right.actor) : namesOf(right.actor),
      },
    ];
  });

/** Finds rights to enter premises without notice. */
export const plugin = definePlugin({
  name: 'entry-without-notice',
  version: '1.0.0',
  summary: 'Finds rights to enter premises without notice.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Entry without notice',
      category: 'performance',
      what: 'The landlord may enter the premises without telling the tenant beforehand.',
      why: 'Privacy, stock and confidential work are open to others at any time.',
      ask: 'Ask for notice of at least 24 hours in writing, except in an emergency, and for visits at agreed times.',
      appliesTo: ['lease'],
      types: [],
      policy,
      judged: judged['entry-without-notice'],
      find,
    }),
  }),
});
