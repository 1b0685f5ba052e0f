import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { judged } from '../shared/judged.ts';
import { namesOf, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const endless = /\b(?:perpetual(?:ly)?|irrevocabl[ey]|non-?terminable|in perpetuity|for ever|forever)\b/i;
const grants = /^[^.;]{0,80}\b(?:grant|licen[cs]e|give|sublicens|assign|allow|permit|authori[sz]e)\w*\b/i;
const licence =
  /\b(?:licen[cs]e|right(?:s)? (?:and licen[cs]e |to (?:use|copy|reproduce|modify|distribut|make|display|publish|exploit|practice))|permission)/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (clause.defines || !endless.test(text) || !licence.test(text)) return [];
    if (
      /\b(?:non-?perpetual|not (?:be )?(?:perpetual|irrevocable)|irrevocably (?:consents?|submits?|waives?|agrees?|appoints?)|power of attorney|letter of credit)\b/i.test(
        text,
      )
    )
      return [];
    const grant = clause.statements.find(
      ({ modality, actor, predicate }) =>
        (modality === 'act' || modality === 'duty') &&
        actor !== undefined &&
        grants.test(predicate) &&
        endless.test(predicate) &&
        licence.test(predicate),
    );
    if (!grant?.actor || !isOneSide(grant.actor, document.parties)) return [];
    const what = grant.predicate;
    const both = /\bperpetual|perpetuity|for ?ever/i.test(what) && /\birrevocabl/i.test(what);
    const wide =
      /\b(?:sublicens\w+|transferable|assignable|any purpose|without (?:any )?restriction|royalty[- ]free|fully paid)\b/i.test(
        what,
      ) && !/\bnon-?transferable\b/i.test(what);
    return [
      {
        clauses: [clause],
        severity: both && wide ? 'high' : both || wide ? 'medium' : 'low',
        reasons: [
          both
            ? 'The licence never ends and cannot be taken back.'
            : /\birrevocabl/i.test(what)
              ? 'The licence cannot be taken back.'
              : 'The licence never ends.',
          ...(wide ? ['It is free of charge, or may be handed on to others.'] : []),
        ],
        hurts: namesOf(grant.actor),
      },
    ];
  });

/** Finds licences that never end or cannot be taken back. */
export const plugin = definePlugin({
  name: 'perpetual-licence',
  version: '1.0.0',
  summary: 'Finds licences that never end or cannot be taken back.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Perpetual or irrevocable licence',
      category: 'intellectual-property',
      what: 'Somebody gives a licence for ever, or one that cannot be taken back.',
      why: 'The right stays with the other side even when it stops paying, breaks the contract or becomes a competitor.',
      ask: 'Ask for a licence that ends with the contract or for a breach, and that covers only what the other side needs.',
      types: ['irrevocable-or-perpetual-license'],
      policy: z.object({}),
      judged: judged['perpetual-licence'],
      find,
    }),
  }),
});
