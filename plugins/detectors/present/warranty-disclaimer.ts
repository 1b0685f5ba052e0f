import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import type { ReadDocument } from '../../../core/ports/detector.ts';
import { type Actor, isOneSide } from '../../../core/reading/direction.ts';
import { type Clause, wholeSentence } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { listed, namesOf, othersThan, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const asIs =
  /\b(?:"?as[- ]is"?(?: and |,? ?"?where[- ]is| basis|[,.;)])|"as is"|"as available"|with all faults|in (?:its|their) (?:present|existing|current|actual) (?:state|condition))\b|"as[- ]is"|\bAS[- ]IS\b/;
const disclaims =
  /\b(?:disclaim\w*|exclud\w+|makes? no|no (?:other )?|without|neither|not make|does not|do not|waive\w*)\b[^.]{0,200}\b(?:warrant(?:y|ies)|representation)[^.]{0,200}\b(?:merchantab\w+|fitness|express or implied|implied|any kind|non-?infring\w+)/i;

const find = ({ document, clauses }: Reading): readonly Seen[] => {
  const found = clauses.flatMap((clause) => {
    const text = wholeSentence(clauses, clause);
    const at = (asIs.exec(text) ?? disclaims.exec(text))?.index;
    const forOthers = /\b(?:authori[sz]ed|on (?:our|its|your) behalf|on behalf of)\b/i;
    if (clause.defines || at === undefined || at > clause.text.length || forOthers.test(text)) return [];
    const actor = disclaimerIn(clause, document);
    return [{ clause, actor, bare: asIs.test(text) || !/\b(?:except|other than) (?:as|for|the)\b/i.test(text) }];
  });
  const sides = new Map(found.flatMap(({ actor }) => (actor ? [[namesOf(actor).join(), actor] as const] : [])));
  const [actor] = sides.values();
  // What each side disclaims for itself is fair, and so is what both disclaim.
  if (found.length === 0 || sides.size > 1 || (actor && !isOneSide(actor, document.parties))) return [];
  const taken = found.filter(({ clause }) => asIs.test(clause.text));
  const reasons = [
    taken.length > 0
      ? 'It is supplied as it is.'
      : actor
        ? `None of the warranties that the law would imply is given by ${listed(namesOf(actor), 'one side')}.`
        : 'Warranties that the law would imply are ruled out.',
    ...(found.every(({ bare }) => !bare) ? ['What the contract itself warrants stays.'] : []),
  ];
  return [
    {
      clauses: [...taken, ...found].map(({ clause }) => clause),
      severity: taken.length > 0 ? 'medium' : 'low',
      reasons,
      hurts: actor ? othersThan(document, actor) : [],
    },
  ];
};

/** Who gives no warranty: whoever disclaims, or whom the other accepts it from. */
const disclaimerIn = ({ statements, text }: Clause, { parties }: ReadDocument): Actor | undefined => {
  const who = statements.find(
    ({ actor, modality, predicate }) =>
      actor !== undefined &&
      (modality === 'act' || modality === 'prohibition' || modality === 'relief' || modality === 'duty') &&
      /^[^.;]{0,80}\b(?:disclaim|make|give|exclud|warrant|provide|deliver|represent|suppl)/i.test(predicate),
  );
  const taker = statements.find(
    ({ actor, predicate }) =>
      isOneSide(actor, parties) && /^[^.;]{0,80}\b(?:accept|acknowledge|take|waive|agree)/i.test(predicate),
  );
  if (who?.actor) return who.actor;
  if (taker?.actor) return { parties: parties.filter((party) => !taker.actor?.parties.includes(party)), either: false };
  return (
    statements.find(({ actor }) => actor?.either)?.actor ??
    (/\b(?:either|neither|each) party\b/i.test(text) ? { parties, either: true } : undefined)
  );
};

/** Finds goods, services or premises that are taken as they are. */
export const plugin = definePlugin({
  name: 'warranty-disclaimer',
  version: '1.0.0',
  summary: 'Finds goods, services or premises that are taken as they are.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'No warranty',
      category: 'performance',
      what: 'What is supplied is taken as it is: one side gives no warranty, or rules out all that the law implies.',
      why: 'If it does not work, or is not fit for its purpose, whoever paid for it bears the cost.',
      ask: 'Ask for a warranty that it does what its description says, and for repair, replacement or money back for a stated time.',
      types: [],
      policy: z.object({}),
      judged: judged['warranty-disclaimer'],
      find,
    }),
  }),
});
