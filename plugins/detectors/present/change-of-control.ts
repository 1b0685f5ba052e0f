import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { wholeSentence } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { othersThan, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const change =
  /\b(?:chang\w+ (?:of|in) (?:the )?(?:[\w,]+ ){0,5}(?:control|ownership)|(?:merge[sd]?|merger|consolidat\w+|acquisition|acquired|sale|transfer)\b[^.;]{0,80}\b(?:all or substantially all|substantially all|(?:a )?(?:majority|controlling)|(?:fifty|50|twenty|25) ?(?:percent|%|per cent)|(?:its|the) (?:assets|stock|shares|business|voting)|another (?:company|entity|corporation)|third party)|acquire[sd]? (?:by|control)|acquires (?:a )?(?:majority|control))\b/i;
const ends = /\b(?:terminate|cancel|end)\b/i;
const assigned =
  /\b(?:chang\w+ (?:of|in) (?:the )?(?:\w+ )?(?:control|ownership)|merger|consolidation|sale|transfer|issuance|acquisition)\b[^.;]{0,260}\b(?:(?:shall|will|is|are) (?:also )?(?:be )?(?:deemed|considered|constitute|treated|regarded)[^.;]{0,50}\b(?:assign|transfer|default|breach)|constitutes? an? (?:assignment|transfer|default|breach)|requires? (?:the )?(?:prior )?(?:written )?(?:consent|approval))|\b(?:assign\w*|transfer\w*)\b[^.;]{0,160}\b(?:includ\w+|whether)\b[^.;]{0,80}\b(?:chang\w+ (?:of|in) control|merger|operation of law)/i;
const permitted =
  /\b(?:may|without (?:the )?(?:prior )?(?:written )?consent)\b[^.;]{0,160}\b(?:assign|transfer)|\bexcept\b|\bother than\b|\bnotwithstanding the foregoing|\bshall not (?:be deemed|constitute|require)|\bprovided,? (?:however,? )?that/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const text = wholeSentence(clauses, clause);
    if (clause.defines || !change.test(clause.text)) return [];
    const right = clause.statements.find(
      ({ modality, predicate }) =>
        modality === 'right' && /^[^.;]{0,60}\b(?:be )?(?:terminate|cancel|end)/i.test(predicate),
    );
    const at = clause.text.search(change);
    if (right && ends.test(text) && Math.abs(at - right.start) < 500) {
      const oneSide = isOneSide(right.actor, document.parties);
      return [
        {
          clauses: [clause],
          severity: oneSide ? 'high' : 'medium',
          reasons: [
            oneSide
              ? 'A change of who owns or controls one side lets the other end the contract.'
              : 'Each side may end the contract when the other changes hands.',
          ],
          hurts: oneSide && right.actor ? othersThan(document, right.actor) : [],
        },
      ];
    }
    if (!assigned.test(text) || permitted.test(text)) return [];
    const bound = clause.statements.find(({ modality, actor }) => modality === 'prohibition' && actor !== undefined);
    const oneSide = isOneSide(bound?.actor, document.parties);
    return [
      {
        clauses: [clause],
        severity: 'medium',
        reasons: ['A sale or merger of one side counts as a transfer of the contract, for which it needs consent.'],
        hurts: oneSide && bound?.actor ? bound.actor.parties.map(({ name }) => name) : [],
      },
    ];
  });

/** Finds contracts that can be lost, or need consent, when somebody is sold or merges. */
export const plugin = definePlugin({
  name: 'change-of-control',
  version: '1.0.0',
  summary: 'Finds contracts that can be lost, or need consent, when somebody is sold or merges.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Change of control',
      category: 'assignment',
      what: 'The contract can be ended, or needs the other side’s consent, when one side is sold, merges or gets other owners.',
      why: 'It gives the other side a say in the sale of a business, and can take a contract away just when a buyer counts on it.',
      ask: 'Ask that the contract goes on after a change of owners, or that only a sale to a direct competitor gives a right to end it.',
      types: ['change-of-control'],
      policy: z.object({}),
      judged: judged['change-of-control'],
      find,
    }),
  }),
});
