import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { judged } from '../shared/judged.ts';
import { listed, namesOf, othersThan, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const names =
  /\bright of first (?:refusal|offer|negotiation|opportunity)|\bfirst (?:right|option|opportunity) (?:to|of)\b|\bpre-?emptive right|\bright to match\b|\bfirst[- ]refusal\b|\b(?:shall|will|must) first (?:offer|negotiate|notify|give)\b/i;
const otherwise =
  /\b(?:first opportunity to (?:cure|defend|review|comment)|first right to (?:prosecute|enforce|control|defend|file|bring)|first right, but not the obligation|no right of first|withhold our|have properly|waive\w*)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (clause.defines || !names.test(text) || otherwise.test(text)) return [];
    const grantor = clause.statements.find(
      ({ modality, actor, predicate }) =>
        (modality === 'act' || modality === 'duty') &&
        isOneSide(actor, document.parties) &&
        names.test(`shall ${predicate}`),
    )?.actor;
    const holder = clause.statements.find(
      ({ modality, actor, predicate }) =>
        modality === 'right' &&
        isOneSide(actor, document.parties) &&
        names.test(predicate) &&
        !/\b(?:including|without violating)\b/i.test(predicate),
    )?.actor;
    if (!grantor && !holder) return [];
    return [
      {
        clauses: [clause],
        severity: 'medium',
        reasons: [
          grantor
            ? `The duty to offer it to the other side first is on ${listed(namesOf(grantor), 'one side')}.`
            : `${listed(namesOf(holder ?? { parties: [], either: false }), 'One side')} may step in before anybody else.`,
        ],
        hurts: grantor ? namesOf(grantor) : holder ? othersThan(document, holder) : [],
      },
    ];
  });

/** Finds rights of first refusal and first offer. */
export const plugin = definePlugin({
  name: 'first-refusal',
  version: '1.0.0',
  summary: 'Finds rights of first refusal and first offer.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Right of first refusal',
      category: 'assignment',
      what: 'Somebody may not sell, license or let something to others before the other side had the chance to take it.',
      why: 'A buyer who may be outbid at the last moment often does not even begin to negotiate.',
      ask: 'Ask to leave it out, or for a short time to decide, for a clear object, and for an end to the right.',
      types: ['rofr-rofo-rofn'],
      policy: z.object({}),
      judged: judged['first-refusal'],
      find,
    }),
  }),
});
