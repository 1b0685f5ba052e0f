import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import type { Severity } from '../../../core/ports/detector.ts';
import { type Duration, durationsIn, inDays, writeDuration } from '../../../core/reading/durations.ts';
import { around } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { presentDetector, type Reading, type Seen } from '../shared/present.ts';

const policy = z.object({
  longest_notice_days: z
    .number()
    .min(0)
    .default(60)
    .describe('Notice against a renewal that has to be given earlier than this before the end is long.'),
  longest_renewal_months: z.number().min(0).default(12).describe('A renewal for more months than this is long.'),
});

const subject =
  '(?:agreement|contract|lease|term|policy|licen[cs]e|tenancy|membership|subscription|plan|period|engagement|employment|it)';
const renews: readonly RegExp[] = [
  /\bautomatic(?:ally)?\b[^.;]{0,50}\b(?:renew|extend|extension|prolong|roll over)/i,
  /\b(?:renew|extend|prolong)\w*\b[^.;]{0,60}\bautomatic/i,
  /\brenews? itself\b|\bevergreen (?:clause|renewal|basis|term)\b|\bis renewed by itself\b/i,
  new RegExp(
    `\\b${subject}\\b[^.;]{0,80}\\b(?:renews?|(?:shall|will) (?:then |thereafter |also )?(?:be )?(?:renewed|renew|extended|prolonged|continue (?:in effect )?for (?:successive|additional|further|another))|is (?:then )?(?:renewed|extended|prolonged)|goes on (?:for|from (?:month|year)))\\b[^.;]{0,200}\\bunless\\b[^;]{0,260}\\b(?:notice|notif\\w+|terminat\\w+|cancel\\w*|object\\w*)`,
    'i',
  ),
  new RegExp(
    `\\b(?:unless|if neither)\\b[^.;]{0,200}\\b(?:notice|notif\\w+|terminat\\w+|cancel\\w*)\\b[^.;]{0,160}\\b${subject}\\b[^.;]{0,60}\\b(?:renews?|goes on (?:for|from (?:month|year))|(?:shall|will) (?:be )?(?:renew|extended|renewed)|is (?:renewed|extended))`,
    'i',
  ),
];
const noRenewal =
  /\b(?:(?:shall|will|does|do|is|are) not (?:be )?(?:automatically )?(?:renew|extend|prolong)\w*|no automatic|not automatically|may (?:be )?(?:renew|extend)\w*|if\b[^.;]{0,80}\b(?:notif\w+|gives? notice|elects?)(?:(?!\bnot\b)[^.;]){0,60} to (?:so )?(?:renew|extend)|option to (?:renew|extend)|(?:by|upon|on) (?:mutual|written|the mutual|the written|further)[^.;]{0,30}agreement|mutually agree|if the parties agree|warranty period|survive|cure period|force majeure|patent|copyright|trademark regist|letter of credit|insurance polic)\b/i;
const opts =
  /\b(?:notice|notif\w+|terminat\w+|cancel\w*|objects?|opt(?:s|ing)? out|request\w*|elects?|non-?renewal)\b/i;

const find = ({ clauses, policy: limits }: Reading<z.output<typeof policy>>): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (clause.defines || !renews.some((words) => words.test(text)) || noRenewal.test(text)) return [];
    const context = opts.test(text) ? text : around(clauses, clause, 1, 2);
    const notice = noticeIn(context);
    const term = termIn(text);
    const reasons: string[] = [];
    const longNotice = notice !== undefined && inDays(notice) >= limits.longest_notice_days * 0.98;
    const longTerm = term !== undefined && inDays(term) > limits.longest_renewal_months * 30.5;
    const noWayOut = !opts.test(context);
    if (notice) {
      reasons.push(
        longNotice
          ? `Notice has to be given at least ${writeDuration(notice)} before the end; the policy calls ${limits.longest_notice_days} days or more long.`
          : `It renews unless notice is given ${writeDuration(notice)} before the end.`,
      );
    }
    if (notice?.from !== undefined)
      reasons.push(
        `Notice counts only in a window between ${notice.from} and ${notice.value} ${notice.unit}s before the end.`,
      );
    if (longTerm)
      reasons.push(
        `Each renewal binds for ${writeDuration(term)}; the policy asks for at most ${limits.longest_renewal_months} months.`,
      );
    if (noWayOut) reasons.push('It does not say how a renewal can be prevented.');
    if (reasons.length === 0) reasons.push('It renews by itself, without anybody having to agree.');
    const severity: Severity =
      noWayOut || (longNotice && longTerm) || (notice && inDays(notice) >= limits.longest_notice_days * 2.9)
        ? 'high'
        : longNotice || longTerm || notice?.from !== undefined
          ? 'medium'
          : 'low';
    return [{ clauses: [clause], severity, reasons, hurts: [] }];
  });

/** How long before the end notice has to be given. */
const noticeIn = (text: string): Duration | undefined =>
  durationsIn(text)
    .filter(({ start, end }) => {
      const before = text.slice(0, start);
      const after = text.slice(end, end + 90);
      return (
        /^['’]?s?['’]?\)?\s*(?:prior|advance|written|before|notice|in advance|ahead)\b/i.test(after) ||
        /^[^.;]{0,60}\b(?:prior to|before|preceding|in advance of)\b[^.;]{0,60}\b(?:end|expir|terminat|renew|anniversar|term|period)/i.test(
          after,
        ) ||
        (/\bnotice\b[^.;]{0,60}$/i.test(before) && /^[^.;]{0,40}\b(?:prior|before)\b/i.test(after))
      );
    })
    // Of two lengths of time the one that stands nearer to "notice" is that of the notice.
    .toSorted((a, b) => toNotice(text, a) - toNotice(text, b))[0];

const toNotice = (text: string, { start, end }: Duration): number => {
  const after = text.slice(end).search(/\b(?:notice|notif)/i);
  const before = start - text.slice(0, start).search(/\b(?:notice|notif)\w*(?!.*\b(?:notice|notif))/is);
  return Math.min(after < 0 ? Number.POSITIVE_INFINITY : after, before > start ? Number.POSITIVE_INFINITY : before);
};

/** For how long it renews each time. */
const termIn = (text: string): Duration | undefined => {
  const from = text.search(/\b(?:renew|extend|prolong|continu|successive|goes on)/i);
  const all = durationsIn(text).filter(
    ({ start, end }) =>
      start > from &&
      !/^['’]?s?['’]?\s*(?:prior|advance|written|before|notice)/i.test(text.slice(end, end + 30)) &&
      !/^[^.;]{0,50}\b(?:prior to|before)\b/i.test(text.slice(end, end + 60)),
  );
  return all[0];
};

/** Finds contracts that go on by themselves unless somebody objects in time. */
export const plugin = definePlugin({
  name: 'automatic-renewal',
  version: '1.0.0',
  summary: 'Finds contracts that go on by themselves unless somebody objects in time.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Automatic renewal',
      category: 'renewal',
      what: 'The contract renews by itself unless somebody gives notice in time.',
      why: 'Whoever misses the day is bound for another term, and has to pay for it.',
      ask: 'Ask that it renews only when both sides agree in writing, or for notice of at most thirty days, a reminder beforehand and renewals of at most a year.',
      types: ['renewal-term', 'notice-period-to-terminate-renewal'],
      policy,
      judged: judged['automatic-renewal'],
      find,
    }),
  }),
});
