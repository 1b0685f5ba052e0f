import type { ReadDocument } from '../../../core/ports/detector.ts';
import type { Actor } from '../../../core/reading/direction.ts';
import { mentionsIn } from '../../../core/reading/mentions.ts';
import { type Clause, clausesOf } from './clauses.ts';

/** A clause that keeps what somebody may have to pay down: to a sum, or by ruling kinds of damage out. */
export type Limit = {
  readonly clause: Clause;
  /** A sum, kinds of damage that are ruled out, or some damage of which nothing is owed. */
  readonly kind: 'cap' | 'exclusion' | 'relief';
  /** Whose liability it limits; undefined where the words do not say. */
  readonly actor: Actor | undefined;
};

const liability = /\b(?:liab(?:le|ility|ilities)|responsible|responsibility|damages)\b/i;
const capped: readonly RegExp[] = [
  /\b(?:liabilit(?:y|ies)|liable|responsib(?:le|ility)|damages|remed(?:y|ies)|recover\w*|obligations?|losses)\b[^.;]{0,320}?\b(?:(?:(?:shall|will|may|does|do|can)\s?not|in no event|never|not)\s+(?:\w+\s+){0,3}exceed(?:ing)?|(?:is|are|be|being|hereby|expressly|strictly|further)\s+(?:\w+\s+)?(?:limited|capped|restricted)\s+(?:\w+\s+|,[^,]{0,60},\s+){0,2}(?:to|at)\b|limited (?:in (?:the )?aggregate )?to (?:the|an|\$|£|€)|up to a maximum|(?:no|not) (?:more|greater) than|in excess of|in an? (?:aggregate )?amount (?:that )?(?:exceed|greater|in excess)\w*|greater than|at most)/i,
  /\b(?:in no event|no event|not|never|nor|neither|no party|under no circumstances)\b[^.;]{0,260}\b(?:liab\w+|damages|responsib\w+)\b[^.;]{0,320}\bexceeds?\b/i,
  /\b(?:shall|will|does|do) not exceed\b[^.;]{0,160}\b(?:liab|damages)|\bthe most (?:that )?(?:we|you)\b[^.;]{0,50}\b(?:pay|owe)|\bmaximum (?:aggregate |total |cumulative )*liability\b/i,
];
const kindsOfDamage =
  /\b(?:indirect|consequential|incidental|punitive|exemplary)\b[^.;]{0,120}\b(?:damages?|loss(?:es)?|profits?|costs?)\b|\bspecial,? (?:or |and )?(?:damages|loss)|\bloss(?:es)? of (?:profits?|data|business|revenues?|income|goodwill)|\blost (?:profits?|data|revenues?)/i;
const anyDamage = /\bloss(?:es)? or damages?\b|\b(?:any|no) (?:liability|loss|damages?)\b/i;
const ruledOut =
  /\b(?:waives?|disclaims?|excludes?|releases?)\b[^.;]{0,100}\b(?:claims?|liabilit\w+|damages)\b|\bliabilit\w+\b[^.;]{0,200}\b(?:is|are) (?:hereby |expressly )?excluded\b/i;
/** Insurance, accounts, partnerships and accepted debts speak of liabilities too. */
const otherwise =
  /\b(?:maintain|carry|procure|obtain|keep|provide)\b[^.]{0,120}\binsurance\b|\bcommercial general liability|\bper occurrence|\bdeductible|\bbalance sheet|\btax liabilit|\bassumed liabilit|\blimits? of (?:liability )?(?:of )?(?:not less|at least)|\bnet worth\b|\bliquidated damages\b|\bpersonal liabilit|\bno (?:partner|director|officer|shareholder|trustee)/i;

/** Clauses that limit somebody's liability, in order. */
export const limitsOf = (document: ReadDocument): readonly Limit[] =>
  clausesOf(document).flatMap((clause): readonly Limit[] => {
    const { text } = clause;
    if (clause.defines || !liability.test(text) || otherwise.test(text)) return [];
    if (
      capped.some((words) => words.test(text)) &&
      !/\b(?:indemnif\w+|reimburse\w*) [^.;]{0,80}(?:not exceed|up to)/i.test(text)
    ) {
      return [{ clause, kind: 'cap', actor: liableIn(clause, document) }];
    }
    const freed = clause.statements.flatMap(({ modality, predicate, actor }) =>
      modality === 'relief' && actor !== undefined && (kindsOfDamage.test(predicate) || anyDamage.test(predicate))
        ? [actor]
        : [],
    );
    if (freed.length > 0)
      return [{ clause, kind: kindsOfDamage.test(text) ? 'exclusion' : 'relief', actor: together(reliefs(clause)) }];
    if (!ruledOut.test(text) || !kindsOfDamage.test(text)) return [];
    const waived = clause.statements.find(
      ({ modality, predicate }) => modality === 'act' && /^(?:waive|release)/i.test(predicate),
    );
    // Who waives a claim frees the others.
    const others =
      waived?.actor && !waived.actor.either
        ? { parties: document.parties.filter((party) => !waived.actor?.parties.includes(party)), either: false }
        : waived?.actor;
    return [
      {
        clause,
        kind: 'exclusion',
        actor:
          others ?? liableIn(clause, document) ?? clause.statements.find(({ actor }) => actor !== undefined)?.actor,
      },
    ];
  });

/** Everybody who is freed, in all of a clause's statements: "nor shall A be liable to B, nor B to A" speaks of both. */
const reliefs = ({ statements }: Pick<Clause, 'statements'>): readonly Actor[] =>
  statements.flatMap(({ modality, actor, predicate }) =>
    actor !== undefined && (modality === 'relief' || /^\W*(?:only\s+)?be (?:only )?liable/i.test(predicate))
      ? [actor]
      : [],
  );

const together = (actors: readonly Actor[]): Actor => ({
  parties: [...new Set(actors.flatMap(({ parties }) => parties))],
  either: actors.some(({ either }) => either),
});

/** Whose liability a clause speaks of: "in no event shall Supplier be liable", "the liability of Supplier", "Supplier's liability". */
export const liableIn = ({ text, statements }: Clause, { parties }: ReadDocument): Actor | undefined => {
  const relieved = reliefs({ statements });
  if (relieved.length > 0) return together(relieved);
  const mentions = mentionsIn(text, parties);
  const whose = mentions.filter(({ start, end, possessive }) => {
    const after = text.slice(end, end + 90);
    const before = text.slice(Math.max(0, start - 60), start);
    return possessive
      ? /^\s*(?:,?\s*(?:and|or)\s+[\w'\s]{0,30})?(?:\w+,?\s+){0,5}(?:liability|liabilities|responsibility)\b/i.test(
          after,
        )
      : /\b(?:liability|liabilities|responsibility|obligations?) (?:\w+ ){0,2}(?:of|by|on the part of) (?:either |the |each )?$/i.test(
          before,
        );
  });
  if (whose.length === 0) return undefined;
  return {
    parties: [...new Set(whose.flatMap(({ parties: meant }) => meant))],
    either: whose.some(({ either }) => either),
  };
};
