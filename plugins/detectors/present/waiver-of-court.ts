import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { wholeSentence } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { listed, namesOf, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const classes =
  /\b(?:waive[sd]?|waiver|give[sn]? up|agrees? (?:not|that)|shall not|will not|may not|not|no|only)\b[^.]{0,200}\b(?:class(?:[- ]wide)?(?: action| arbitration|, collective|, consolidated| or collective| or representative| basis)|class member|class or)\b/i;
const jury =
  /\b(?:waive[sd]?|waiver|give[sn]? up|forgo\w*)\b[^.]{0,160}\bjury\b|\bjury\b[^.]{0,60}\b(?:waived|waiver)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const text = wholeSentence(clauses, clause);
    if (
      clause.defines ||
      !/\b(?:waiv(?:e|es|ed|ing)|give[sn]? up|forgo\w*|not|no|only)\b/i.test(clause.text) ||
      /\bincorporat\w+ by reference|articles or sections/i.test(text)
    )
      return [];
    const noClass =
      classes.test(text) &&
      /\b(?:action|claim|arbitrat\w+|proceeding|suit|litigat\w+)/i.test(text) &&
      !/\bclass of (?:shares|stock|securities)/i.test(text);
    const noJury = jury.test(text);
    if (!noClass && !noJury) return [];
    const waiver = clause.statements.find(
      ({ modality, actor }) => (modality === 'act' || modality === 'duty') && actor !== undefined,
    )?.actor;
    const hurts = waiver && isOneSide(waiver, document.parties) ? namesOf(waiver) : [];
    return [
      {
        clauses: [clause],
        severity: noClass || hurts.length > 0 ? 'medium' : 'low',
        reasons: [
          ...(noClass ? ['Claims can only be brought alone, not together with others.'] : []),
          ...(noJury ? ['Trial by jury is waived.'] : []),
          ...(hurts.length > 0 ? [`It is waived only by ${listed(hurts, 'one side')}.`] : []),
        ],
        hurts,
      },
    ];
  });

/** Finds waivers of trial by jury, of class actions and of going to court. */
export const plugin = definePlugin({
  name: 'waiver-of-court',
  version: '1.0.0',
  summary: 'Finds waivers of trial by jury, of class actions and of going to court.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Waiver of jury trial, class action or courts',
      category: 'disputes',
      what: 'Somebody gives up trial by jury, joining a class action, or going to court at all.',
      why: 'Small claims are hardly worth bringing alone, and an arbitrator’s decision can hardly be appealed.',
      ask: 'Ask to keep the courts for small claims and urgent relief, and to take the waiver of class actions and jury trial out.',
      types: [],
      policy: z.object({}),
      judged: judged['waiver-of-court'],
      find,
    }),
  }),
});
