import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { severities } from '../../../core/ports/detector.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { around, wholeSentence } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { listed, namesOf, ofOneSide, presentDetector, type Reading, type Seen, said } from '../shared/present.ts';

const indemnifies =
  /^[^.;:]{0,110}?\b(?:indemnif(?:y|ies)|(?:hold|save|keep)s?\s+(?:[^.;,]{1,80}\s)?(?:harmless|indemnified)|be\s+indemnified)\b/i;
const fault =
  /\b(?:negligen\w+|fault|breach\w*|misconduct|wil?lful|violat\w+|infring\w+|misappropriat\w+|acts? (?:or|and) omissions?|fail(?:s|ed|ure)?|default|defect\w*|misrepresent\w+|inaccura\w+|unlawful|product liability|caused by (?:the|its|his))\b/i;
const ownFault =
  /\b(?:even (?:if|where|though)|whether or not|regardless of|irrespective of|including|notwithstanding)\b[^.;]{0,90}\b(?:negligence|fault)\b[^.;]{0,60}\b(?:of|by)\s+(?:the\s+|any\s+)?(?:indemni|landlord|lessor|licensor|company|owner|released)/i;

const loss = /\b(?:claims?|loss(?:es)?|liabilit\w+|damages?|expenses|actions?|suits?|proceedings|demands)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] => {
  const all = said(
    clauses,
    ({ modality, predicate }) =>
      (modality === 'duty' || modality === 'act') && indemnifies.test(predicate) && loss.test(predicate.slice(0, 600)),
  );
  const oneWay = new Set(ofOneSide(document, all).map(({ clause }) => clause));
  const byActor = new Map<string, Seen>();
  for (const { clause, statement } of all) {
    const { actor } = statement;
    if (!actor || !isOneSide(actor, document.parties)) continue;
    const alone = oneWay.has(clause);
    const whole = wholeSentence(clauses, clause);
    const text = /[:—–-]$|\b(?:from|following|to)$/.test(whole) ? around(clauses, clause, 0, 4) : whole;
    const own = ownFault.test(text);
    const tied = fault.test(text.slice(statement.predicateStart));
    if (!own && tied && !alone) continue;
    const who = listed(namesOf(actor), 'one side');
    const reasons = [
      ...(own ? [`It covers even the fault of those whom ${who} indemnifies.`] : []),
      ...(!own && !tied ? [`It does not depend on any fault or breach of ${who}.`] : []),
      ...(alone ? [`It is one-way: nothing of the kind is promised to ${who}.`] : []),
    ];
    const severity = own || (!tied && alone) ? 'high' : tied ? 'low' : 'medium';
    const seen = { clauses: [clause], severity, reasons, hurts: namesOf(actor) } satisfies Seen;
    byActor.set(who, worse(byActor.get(who), seen));
  }
  return [...byActor.values()];
};

/** Of several indemnities of one side the worst counts, with the others beside it. */
const worse = (known: Seen | undefined, seen: Seen): Seen => {
  if (!known) return seen;
  const [first, second] =
    severities.indexOf(seen.severity) > severities.indexOf(known.severity) ? [seen, known] : [known, seen];
  return { ...first, clauses: [...first.clauses, ...second.clauses] };
};

/** Finds promises to make good others' losses that are one-way or do not depend on fault. */
export const plugin = definePlugin({
  name: 'broad-indemnity',
  version: '1.0.0',
  summary: 'Finds promises to make good others’ losses that are one-way or do not depend on fault.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Broad indemnity',
      category: 'liability',
      what: 'One side promises to make good losses and claims of the other, alone, or also where it has done nothing wrong.',
      why: 'An indemnity can cover claims of strangers, legal costs and losses that nobody could foresee, and limits on liability often do not apply to it.',
      ask: 'Ask for an indemnity in both directions that is limited to loss caused by negligence or breach, with notice of claims, control of the defence and a cap.',
      types: [],
      policy: z.object({}),
      judged: judged['broad-indemnity'],
      find,
    }),
  }),
});
