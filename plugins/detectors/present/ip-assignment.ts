import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { judged } from '../shared/judged.ts';
import { namesOf, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const assigns =
  /^\W*(?:(?:agrees? to|does|shall|will|hereby|and|irrevocably|unconditionally|automatically|promptly|also|further|without further consideration)\W+){0,6}(?:assign|transfer|convey)s?\b[^.;]{0,200}\b(?:right,? title,? (?:and|or) interest|intellectual property|copyrights?|patents?|inventions?|work product|moral rights|trade ?marks?|works?|developments|improvements|goodwill|domain names?)\b/i;
const beforehand =
  /\b(?:pre-?existing|background|prior|existing|already|previously|before the (?:date|effective)|whether or not (?:during|in the course|related|made)|outside (?:of )?(?:working|the scope)|at any time)\b/i;
const leftOut = /\b(?:except|excluding|other than|shall (?:remain|retain)|does not (?:include|apply)|to the extent)\b/i;
const creations =
  /\b(?:intellectual property|copyrights?|patents?|inventions?|work product|trade ?marks?|marks|know-how|developments|improvements|works?|IP|software|deliverables?|ideas?|designs?|moral rights|goodwill|domain names?|discover\w+)\b/i;
const tasks =
  /^[^.;]{0,40}\b(?:assign|transfer)s?\s+(?:\w+\s+){0,4}?(?:numbers?|personnel|employees?|representatives?|managers?|codes?|staff|persons?|files?|title to)\b/i;
/** What is assigned may stand behind a further verb: "assigns, and shall cause its Affiliates to assign, all right …". */
const whatFrom = (text: string, at: number): string => text.slice(at, at + 400);
const conditional = /\b(?:if|in the event|when|upon any)\b[^.;]*$/i;
const contract = /\b(?:assign|transfer)s?\b[^.;]{0,30}\b(?:this|the) (?:agreement|lease|contract)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (clause.defines || contract.test(text)) return [];
    const transfer = clause.statements.find(
      ({ modality, actor, predicate, predicateStart, start }) =>
        (modality === 'act' || modality === 'duty') &&
        isOneSide(actor, document.parties) &&
        assigns.test(whatFrom(text, predicateStart)) &&
        creations.test(whatFrom(text, predicateStart)) &&
        !tasks.test(predicate) &&
        !conditional.test(text.slice(0, start)),
    );
    if (
      !transfer?.actor ||
      /\b(?:purchase price|title to (?:the )?(?:products?|goods|equipment|vehicle|premises|shares)|securities|shares)\b/i.test(
        text,
      )
    )
      return [];
    const old = beforehand.test(transfer.predicate) && !leftOut.test(text);
    const moral = /\bmoral rights?\b/i.test(text) && /\bwaive/i.test(text);
    return [
      {
        clauses: [clause],
        severity: old ? 'high' : moral ? 'medium' : document.kind === 'employment' ? 'low' : 'medium',
        reasons: [
          old
            ? 'It also covers what was made before, or outside of this work.'
            : 'It covers what is made under the contract.',
          ...(moral ? ['Moral rights of the author are waived.'] : []),
        ],
        hurts: namesOf(transfer.actor),
      },
    ];
  });

/** Finds transfers of intellectual property to the other side. */
export const plugin = definePlugin({
  name: 'ip-assignment',
  version: '1.0.0',
  summary: 'Finds transfers of intellectual property to the other side.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Assignment of intellectual property',
      category: 'intellectual-property',
      what: 'What somebody creates, or has created before, becomes the property of the other side.',
      why: 'It can take away tools and know-how that are needed for other work, and is hard to undo.',
      ask: 'Ask for a licence in place of a transfer, or for a transfer only on payment, only of what was made for this contract, with one’s own earlier work expressly left out.',
      types: ['ip-ownership-assignment'],
      policy: z.object({}),
      judged: judged['ip-assignment'],
      find,
    }),
  }),
});
