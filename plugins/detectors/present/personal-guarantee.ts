import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { judged } from '../shared/judged.ts';
import { namesOf, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const guarantees =
  /\bguarant(?:ee|ees|y|ies)\b[^.;]{0,90}\b(?:payments?|performance|obligations?|debts?|rent|amounts?|liabilit(?:y|ies)|sums?|loan)\b|\b(?:as|act as|becomes?) (?:a )?(?:guarantor|surety|primary obligor)\b|\bstands? surety\b|\bpersonal guarant(?:ee|y|ees|ies)\b|\bpersonally (?:liable|responsible|bound|guarant)/i;
const personal =
  /\bpersonal(?:ly)? (?:guarant\w+|liable|responsible)|\bspouses?\b|\b(?:owners?|principals?|shareholders?|directors?|partners?)\b[^.;]{0,60}\b(?:guarant\w+|execute|sign)\b/i;
/** One’s own group, one’s own quality and minimum sums are no debts of others. */
const otherwise =
  /\b(?:its (?:respective )?(?:affiliates?|subsidiar\w+|sublicensees?|subcontractors?)|such affiliates?|minimum guarant|guarantee(?:d|s)? (?:minimum|royalt|payment amount|revenue|that|to have|by law)|guarantees? (?:forfeiture|amount|paid|set forth|in the amount|of (?:US)?\$)|non-refundable guarantee|recoup\w*|no (?:party|director|officer|shareholder|partner|member|employee)\b[^.]{0,60}\bpersonal\w*|not (?:be )?(?:personally|individually|guarant\w*)|(?:no|not|cannot|nor|neither|without)\b[^.;]{0,40}\bguarant\w*|bank guarantees?|letters? of credit|uptime|availab\w+|quality|performance guarantee|fidelity|deposit insurance|signature guarant|prohibit\w*|medallion)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (clause.defines || !guarantees.test(text) || otherwise.test(text)) return [];
    const own = personal.test(text);
    const statement = clause.statements.find(
      ({ modality, actor, predicate }) =>
        (modality === 'act' || modality === 'duty') &&
        (actor !== undefined || own) &&
        /^[^.;]{0,140}\b(?:guarant|surety|personally|individually|sign)/i.test(predicate),
    );
    if (!statement) return [];
    const actor = statement.actor;
    const limited = /\b(?:up to|not (?:to )?exceed|maximum|limited to)\b/i.test(text);
    return [
      {
        clauses: [clause],
        severity: own ? (limited ? 'high' : 'critical') : limited ? 'medium' : 'high',
        reasons: [
          own ? 'Somebody answers with what is their own.' : 'One answers for the debts of another.',
          limited ? 'There is a limit.' : 'No limit is stated here.',
        ],
        hurts: actor && isOneSide(actor, document.parties) ? namesOf(actor) : [],
      },
    ];
  });

/** Finds guarantees of somebody else’s debts. */
export const plugin = definePlugin({
  name: 'personal-guarantee',
  version: '1.0.0',
  summary: 'Finds guarantees of somebody else’s debts.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Guarantee of another’s debts',
      category: 'liability',
      what: 'Somebody, often an owner or director, answers personally for what another owes.',
      why: 'If the business cannot pay, the guarantor’s own home and savings are at stake.',
      ask: 'Ask to leave it out, or for a limit in amount and time, and for the creditor to turn to the debtor first.',
      types: [],
      policy: z.object({}),
      judged: judged['personal-guarantee'],
      find,
    }),
  }),
});
