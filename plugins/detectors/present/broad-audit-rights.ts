import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { durationsIn, inDays, writeDuration } from '../../../core/reading/durations.ts';
import { around, wholeSentence } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { namesOf, othersThan, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const policy = z.object({
  least_notice_days: z.number().min(0).default(5).describe('Notice of an audit that is shorter than this is short.'),
});

const audits =
  /^[^.;]{0,60}\b(?:audit|inspect|examine|have access to|access to)\w*\b[^.;]{0,160}\b(?:books?|records?|accounts?|facilit\w+|premises|systems?|files|documentation|plants?|sites?|offices?|operations|restaurant|store)\b/i;
const allows =
  /^[^.;]{0,80}\b(?:permit|allow|make\b[^.;]{0,60}\bavailable)\w*\b[^.;]{0,200}\b(?:audit|inspect|examin)/i;
const noticed = /\b(?:notice|prior|advance|appointment|request\w*|arrang\w+|schedul\w+)\b/i;
const often =
  /\b(?:once|one time|twice|no more than|not more than|annual(?:ly)?|per (?:calendar )?year|each (?:calendar )?year|one audit|every)\b/i;
const always =
  /\b(?:at any time|at all times|at all reasonable times|from time to time|without (?:prior )?notice|unannounced|whenever)\b/i;
const otherwise =
  /\b(?:goods upon|products? (?:upon|on) (?:receipt|delivery)|regulatory authorit\w+|FDA|premises to (?:show|prospective)|property taxes|customer data|website|employees and agents|consult\w* |SSAE|supplier of an|proposed supplier|subcontractors|logo|reasonable notice|reasonable (?:prior|advance))\b/i;

const find = ({
  document,
  clauses,
  policy: { least_notice_days },
}: Reading<z.output<typeof policy>>): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const text = wholeSentence(clauses, clause);
    const context = around(clauses, clause, 0, 2);
    if (clause.defines || otherwise.test(text) || document.kind === 'lease') return [];
    const right = clause.statements.find(
      ({ modality, actor, predicate, start }) =>
        isOneSide(actor, document.parties) &&
        !/\b(?:if|in the event|when|upon)\b[^.;]*$/i.test(text.slice(0, start)) &&
        ((modality === 'right' && audits.test(predicate)) || (modality === 'duty' && allows.test(predicate))),
    );
    if (!right?.actor) return [];
    const audited = right.modality === 'right' ? othersThan(document, right.actor) : namesOf(right.actor);
    const notice = durationsIn(context).find(
      ({ start, end, unit }) =>
        unit !== 'year' && /notice|prior|advance/i.test(context.slice(Math.max(0, start - 30), end + 30)),
    );
    const short = notice !== undefined && inDays(notice) < least_notice_days;
    const unannounced =
      notice === undefined &&
      (!noticed.test(context) || /\bwithout (?:any )?(?:prior |advance )?notice|unannounced/i.test(text));
    if (!short && !unannounced) return [];
    const unlimited = always.test(text) && !often.test(text);
    return [
      {
        clauses: [clause],
        severity: unannounced && unlimited ? 'high' : unlimited || unannounced ? 'medium' : 'low',
        reasons: [
          notice && short
            ? `The notice is ${writeDuration(notice)}; the policy asks for at least ${least_notice_days} days.`
            : 'No notice is needed.',
          ...(unlimited ? ['Nothing limits how often.'] : []),
        ],
        hurts: audited,
      },
    ];
  });

/** Finds rights to inspect books or premises without notice or limit. */
export const plugin = definePlugin({
  name: 'broad-audit-rights',
  version: '1.0.0',
  summary: 'Finds rights to inspect books or premises without notice or limit.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Broad audit rights',
      category: 'performance',
      what: 'The other side may inspect books, systems or premises without notice, or as often as it likes.',
      why: 'Audits cost time, open confidential data and can be used to put pressure on a partner.',
      ask: 'Ask for at most one audit a year, ten business days’ notice, working hours, confidentiality, and costs borne by whoever audits.',
      types: ['audit-rights'],
      policy,
      judged: judged['broad-audit-rights'],
      find,
    }),
  }),
});
