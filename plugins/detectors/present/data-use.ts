import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import { judged } from '../shared/judged.ts';
import { listed, namesOf, othersThan, presentDetector, type Reading, type Seen } from '../shared/present.ts';

const data =
  /\b(?:(?:personal|customer|user|your|usage|client|subscriber|member|employee|tenant|transaction|location|aggregate[d]?|anonymi[sz]ed|its|such|this|the) (?:\w+ )?(?:data|information)|your content|user content|customer content|feedback)\b/i;
const uses =
  /^[^.;]{0,120}\b(?:use|share|disclose|sell|transfer|analy[sz]e|process|publish|license|monitor|provide|pass|combine|aggregate|commerciali[sz]e|exploit)\b/i;
const ownPurpose =
  /\b(?:for (?:its|our|their) own (?:\w+ )?(?:purposes?|use|benefit)|any (?:lawful |business |commercial )?purpose|market\w*|advertis\w*|improv\w+|develop\w* (?:new |its |our )?(?:products?|services?)|research|analytics|train\w*|profil\w+|affiliates|third part(?:y|ies)|partners|sell|commercial)\b/i;
const lawful =
  /\b(?:required by (?:applicable )?law|court order|legal process|subpoena|with (?:the )?(?:prior )?(?:written )?consent|to perform|only (?:to|for|in|as)|solely|professional advis|need to know|confidential information|regulatory authorit\w+|not (?:use|share|disclose|sell)|technical information|patents?|trade ?marks?|infring\w+|licen[cs]e to (?:use|practice))\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (clause.defines || !data.test(text) || lawful.test(text)) return [];
    const right = clause.statements.find(
      ({ modality, actor, predicate }) =>
        (modality === 'right' || modality === 'act') &&
        isOneSide(actor, document.parties) &&
        uses.test(predicate) &&
        data.test(predicate) &&
        ownPurpose.test(predicate) &&
        !/^\W*(?:warrant|represent|acknowledg|agree)/i.test(predicate),
    );
    if (!right?.actor) return [];
    const passedOn = /\b(?:sell|third part(?:y|ies)|affiliates|partners|advertis\w*)\b/i.test(right.predicate);
    const masked = /\b(?:aggregate[d]?|anonymi[sz]ed|de-?identified|statistic\w*)\b/i.test(right.predicate);
    return [
      {
        clauses: [clause],
        severity: masked ? 'low' : passedOn ? 'high' : 'medium',
        reasons: [
          passedOn
            ? `${listed(namesOf(right.actor), 'One side')} may pass data on to others.`
            : `${listed(namesOf(right.actor), 'One side')} may use data for purposes of its own.`,
          ...(masked ? ['It speaks of data without names.'] : []),
        ],
        hurts: othersThan(document, right.actor),
      },
    ];
  });

/** Finds rights to use or pass on somebody’s data for purposes of one’s own. */
export const plugin = definePlugin({
  name: 'data-use',
  version: '1.0.0',
  summary: 'Finds rights to use or pass on somebody’s data for purposes of one’s own.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Data used for the other side’s own purposes',
      category: 'data',
      what: 'One side may use, analyse, sell or pass on the other’s data for purposes of its own.',
      why: 'Data about customers, staff or oneself ends up with advertisers, affiliates or in products, and cannot be called back.',
      ask: 'Ask that data be used only to perform the contract, not passed on or sold, and deleted at the end.',
      types: [],
      policy: z.object({}),
      judged: judged['data-use'],
      find,
    }),
  }),
});
