import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { durationsIn, inDays, writeDuration } from '../../../core/reading/durations.ts';
import { judged } from '../shared/judged.ts';
import { namesOf, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const policy = z.object({
  least_days_for_complaints: z
    .number()
    .min(0)
    .default(14)
    .describe('Less time than this to complain of a delivery or an invoice is short.'),
  least_months_for_claims: z
    .number()
    .min(0)
    .default(12)
    .describe('Fewer months than this to go to court or arbitration are short.'),
});

const suit =
  /\b(?:no|any(?: and all)?|all|such|\w+'s)\s+(?:[\w,]+\s+){0,6}?(?:actions?|claims?|suits?|proceedings?)\b[^.;]{0,160}\b(?:may|shall|must|can|will|is|are)\b[^.;]{0,40}\b(?:brought|commenced|filed|instituted|barred|maintained|made)\b/i;
const lost =
  /\b(?:barred|lost|lapse[sd]?|waive[sd]?|forfeit\w*|deemed accepted|no (?:claim|action|suit|liability)|not (?:be )?(?:brought|considered|accepted|entertained|recognised|allowed|cover\w*)|may not|must be|shall be (?:made|brought|notified|given|commenced)|conclusively|expire[sd]?|excluded|only if|unless)\b/i;
const complaint =
  /\b(?:defects?|shortages?|damaged?|complaints?|claims?|invoice|billing|non-?conform\w+|discrepanc\w+|loss)\b/i;
const complains =
  /\b(?:notif\w+|complain\w*|object\w*|report(?:s|ed|ing)?|tell|disput(?:e|ed|es)|reject\w*|claims? (?:must|shall|for|not|are|is|that|arising))\b/i;
const otherwise =
  /\b(?:indemnif\w+|insurance certificate|indemnit\w+|cure|terminat\w+|warranty period|recall|adverse|audit\w*|third part(?:y|ies)|tax|employ\w+ benefits|confidential|mediat\w*|declaratory|enforcement)\b/i;

const find = ({ document, clauses, policy: limits }: Reading<z.output<typeof policy>>): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (clause.defines || !lost.test(text) || otherwise.test(text)) return [];
    const time = durationsIn(text).find(
      ({ start, end, unit }) =>
        unit !== 'hour' &&
        /\b(?:within|more than|later than|after|in|of|before)\s*$|\bmore than\b/i.test(
          text.slice(Math.max(0, start - 30), start),
        ) &&
        /^['’]?s?['’]?\)?\s*(?:after|of|from|following|\.|,|$)/i.test(text.slice(end)),
    );
    if (!time) return [];
    const days = inDays(time);
    const toCourt = suit.test(text) && days >= 28;
    const short = toCourt ? days < limits.least_months_for_claims * 30.2 : days < limits.least_days_for_complaints;
    if (!short || !(toCourt || (complaint.test(text) && complains.test(text)))) return [];
    const bound = clause.statements.find(
      ({ modality, actor }) =>
        (modality === 'duty' || modality === 'prohibition') && isOneSide(actor, document.parties),
    )?.actor;
    return [
      {
        clauses: [clause],
        severity: toCourt ? 'medium' : days <= limits.least_days_for_complaints / 2 ? 'medium' : 'low',
        reasons: [
          toCourt
            ? `A claim has to be brought within ${writeDuration(time)}; the policy asks for at least ${limits.least_months_for_claims} months.`
            : `There are ${writeDuration(time)} to complain; the policy asks for at least ${limits.least_days_for_complaints} days.`,
        ],
        hurts: bound ? namesOf(bound) : [],
      },
    ];
  });

/** Finds short deadlines for claims and complaints. */
export const plugin = definePlugin({
  name: 'short-claims-deadline',
  version: '1.0.0',
  summary: 'Finds short deadlines for claims and complaints.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Short deadline for claims',
      category: 'disputes',
      what: 'Claims or complaints that are not made within a short time are lost.',
      why: 'Many defects show only later, and a good claim is worth nothing when the day has passed.',
      ask: 'Ask for the time that the law gives, or at least for a year from when the defect could have been noticed.',
      types: [],
      policy,
      judged: judged['short-claims-deadline'],
      find,
    }),
  }),
});
