import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import type { Severity } from '../../../core/ports/detector.ts';
import { isOneSide, type Statement } from '../../../core/reading/direction.ts';
import { inDays, writeDuration } from '../../../core/reading/durations.ts';
import { wholeSentence } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { bindsAfterwards, tailOf } from '../shared/periods.ts';
import { listed, namesOf, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const policy = z.object({
  longest_months: z
    .number()
    .min(0)
    .default(12)
    .describe('A ban on competing for more months than this after the end is long.'),
});

const rival =
  /\b(?:compet(?:e|es|ing|itive|itors?|ition)\b|(?:same|similar|substantially similar|identical)\b\s(?:\w+\s){0,3}(?:business(?:es)?|services?)\b)/i;
const acts =
  /\b(?:compete|engage|carry on|own|operate|invest|be (?:employed|engaged|interested|involved|concerned)|work|develop|market|sell|offer|promote|manufacture|distribut\w+|represent|participate|provide|render|assist|advise|establish|set up|open|conduct|deal|solicit|endorse|have any interest|hold|manage|license|perform|use|render)\b/i;
const notToCompete = /\bnot (?:to )?(?:\w+ ){0,3}compete\b|\bnon-?compet(?:e|ition)\b|\brefrain from compet/i;
const otherwise =
  /\b(?:competitive (?:bid|price|pricing|rates?|terms|basis|market|position)|unfair competition|competition law|antitrust|competing (?:interests?|claims?)|(?:nothing|shall not prevent|not be construed|free to|may also|may compete|non-?exclusive)\b[^.;]{0,100}\bcompet)/i;

const find = ({ document, clauses, policy: { longest_months } }: Reading<z.output<typeof policy>>): readonly Seen[] => {
  const found: Seen[] = [];
  for (const clause of clauses) {
    if (clause.defines || otherwise.test(clause.text)) continue;
    const text = wholeSentence(clauses, clause);
    const ban = clause.statements.find((statement) => bans(statement, clause.text));
    if (!ban?.actor) continue;
    const oneSide = isOneSide(ban.actor, document.parties);
    const hurts = oneSide ? namesOf(ban.actor) : [];
    const tail = tailOf(text);
    const after = bindsAfterwards(text);
    const long = tail !== undefined && inDays(tail) > longest_months * 30.5;
    const severity: Severity = long ? 'high' : after ? 'medium' : document.kind === 'employment' ? 'low' : 'medium';
    found.push({
      clauses: [clause],
      severity: oneSide ? severity : severity === 'high' ? 'medium' : 'low',
      reasons: [
        tail === undefined
          ? after
            ? 'It binds beyond the end of the contract.'
            : 'It binds while the contract runs.'
          : `It binds for ${writeDuration(tail)} after the end; ${long ? 'the policy asks for at most' : 'within the policy’s'} ${longest_months} months.`,
        oneSide ? `It binds only ${listed(hurts, 'one side')}.` : 'Both sides are bound.',
      ],
      hurts,
    });
  }
  return found;
};

/** Whether a statement forbids somebody to compete. */
const bans = ({ modality, predicate, actor }: Statement, text: string): boolean => {
  if (actor === undefined) return false;
  const what = predicate.slice(0, 500);
  if (/^\W*(?:require|withhold|unreasonably|be (?:required|liable))/i.test(what)) return false;
  if (modality === 'prohibition')
    return (
      rival.test(what) &&
      acts.test(what.slice(0, 160)) &&
      /\b(?:business|products?|services?|activit\w+|compet(?:e|es|ing|itors?)|company|entity|person|employ\w*)\b/i.test(
        what,
      )
    );
  return (
    modality === 'duty' &&
    /^\W*(?:\w+\W+){0,6}?(?:not to|not compete|refrain|non-?compet)/i.test(what) &&
    notToCompete.test(what.slice(0, 200)) &&
    rival.test(text)
  );
};

/** Finds promises not to compete. */
export const plugin = definePlugin({
  name: 'non-compete',
  version: '1.0.0',
  summary: 'Finds promises not to compete with the other side.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Ban on competing',
      category: 'competition',
      what: 'Somebody promises not to work in, own or support a business that competes with the other side, or not to deal in competing goods.',
      why: 'It closes a market or a profession for as long as it lasts, often beyond the end of the contract and without pay for it.',
      ask: 'Ask to leave it out, or to narrow it to named competitors or products, one region and at most some months, with compensation.',
      types: ['non-compete', 'exclusivity'],
      policy,
      judged: judged['non-compete'],
      find,
    }),
  }),
});
