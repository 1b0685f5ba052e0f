import { z } from 'zod';
import { definePlugin } from '../../../core/plugin/define.ts';
import type { Actor, Statement } from '../../../core/reading/direction.ts';
import { isOneSide } from '../../../core/reading/direction.ts';
import type { Clause } from '../shared/clauses.ts';
import { judged } from '../shared/judged.ts';
import { listed, namesOf, othersThan, presentDetector, type Reading, type Seen } from '../shared/present.ts';

/** "Shall buy exclusively from", "all of its requirements". */
const onlyFrom =
  /\bexclusively\b[^.;]{0,40}\b(?:from|through|with|to|for|purchase|buy|obtain|source|order|sell|supply|deal|work|provide)\b|\b(?:solely|only)\s+from\b|\ball (?:of )?(?:its|their|his|her|your|the)\b[^.;]{0,30}\brequirements\b|\b(?:devote|dedicate)\w*\b[^.;]{0,60}\b(?:all of|full|entire|whole|exclusive)\b/i;
const deals =
  /\b(?:purchase|buy|procure|obtain|source|order|acquire|use|sell|supply|provide|offer|license|distribut\w+|market|promote|appoint|engage|retain|grant|deal|work|perform|render|contract|enter into)\b/i;
/** "Shall not sell … to any other". */
const nobodyElse =
  /\b(?:any|no) other (?:person|party|parties|entity|company|firm|supplier|vendor|manufacturer|distributor|reseller|agent|dealer|provider|licensee|brewer|buyer|customer|sponsor|source|third|\w+ (?:from|machine))|\b(?:any (?:third part(?:y|ies)|person|entity|one|source|supplier)|anyone) (?:other than|else|except)\b|\banyone else\b|\bfrom any (?:other|third)\b|\bany competing\b|\bother (?:suppliers?|distributors?|sources?)\b/i;
const exclusiveGrant =
  /\bexclusive(?:ly)?\b[^.;]{0,60}\b(?:right|licen[cs]e|distributor|reseller|supplier|agent|representative|provider|manufacturer|territor\w+|sponsor\w*|partner|dealer|franchise)\b/i;
const otherwise =
  /\b(?:non|co)-?\s?exclusiv|\bnot (?:be )?exclusive|\bexclusive (?:of|jurisdiction|venue|remed\w+|property|owner\w*|control|discretion|forum|benefit|use|possession|authority|responsib\w+|economic|right to (?:determine|control|decide|prosecute|defend|terminate|approve|enforce|own|manage|negotiate|settle))|\bsole and exclusive (?:remed\w+|property|owner\w*|discretion|jurisdiction|liabil\w+|obligation|responsib\w+|judge)/i;
const secrecy =
  /\b(?:confidential|disclos\w+|proprietary information|trade secrets?|personal (?:data|information)|sublicen[cs]e|reverse engineer|permitted purpose|hold (?:itself|himself) out|authority to bind|waive\w*|amend\w*|(?:use|name) (?:directly|the name|of any other)|insurance|publicity)\b/i;

const find = ({ document, clauses }: Reading): readonly Seen[] =>
  clauses.flatMap((clause): readonly Seen[] => {
    const { text } = clause;
    if (clause.defines || otherwise.test(text) || secrecy.test(text)) return [];
    const bound = boundIn(clause);
    if (!bound) return [];
    const actor = bound.actor ?? bound.holder;
    const oneSide = isOneSide(actor, document.parties);
    const hurts = !oneSide ? [] : bound.actor ? namesOf(actor) : othersThan(document, actor);
    return [
      {
        clauses: [clause],
        severity: oneSide ? bound.severity : 'low',
        reasons: [bound.reason(listed(hurts, 'each side'))],
        hurts,
      },
    ];
  });

type Bound = {
  /** Who may not deal with others. */
  readonly actor?: Actor;
  /** Who alone may; given in place of the actor. */
  readonly holder?: Actor;
  readonly severity: 'low' | 'medium' | 'high';
  readonly reason: (who: string) => string;
};

const boundIn = ({ statements, text }: Clause): Bound | undefined => {
  for (const statement of statements) {
    const { modality, actor, predicate, start, predicateStart } = statement;
    if (!actor) continue;
    const held = text.slice(start, predicateStart);
    if (
      modality === 'right' &&
      /\bexclusive\b[^.;]{0,30}\bright/i.test(held) &&
      !/\bowns?\b/i.test(held) &&
      deals.test(predicate.slice(0, 60))
    ) {
      return {
        holder: actor,
        severity: 'low',
        reason: (who) => `The right is exclusive, so that ${who} may not use it or give it to others.`,
      };
    }
    const what = predicate.slice(0, 260);
    if ((modality === 'duty' || modality === 'act') && dealsOnly(statement)) {
      return {
        actor,
        severity: 'high',
        reason: (who) => `It ties ${who} to the other side, or to those whom that approves.`,
      };
    }
    if (
      modality === 'prohibition' &&
      deals.test(what.slice(0, 90)) &&
      nobodyElse.test(what) &&
      !/\bassign|\btransfer (?:this|its)|\bwithout\b[^.;]{0,60}\b(?:consent|approval|permission)/i.test(what)
    ) {
      return { actor, severity: 'medium', reason: (who) => `${who} may not deal with others for it.` };
    }
    if (
      (modality === 'act' || modality === 'duty') &&
      /^(?:hereby )?(?:grant|appoint|licen[cs]e|engage|designat)/i.test(what.trim()) &&
      exclusiveGrant.test(what)
    ) {
      return {
        actor,
        severity: 'low',
        reason: (who) => `What is granted is exclusive, so that ${who} may not give it to others as well.`,
      };
    }
  }
  return undefined;
};

const dealsOnly = ({ predicate }: Statement): boolean => {
  const what = predicate.slice(0, 220);
  return (
    deals.test(what.slice(0, 80)) &&
    onlyFrom.test(what) &&
    !/\bown(?:ed)? exclusively|\bderived?\b|\bexclusively (?:for (?:the )?purpose|responsib|by\b)/i.test(what)
  );
};

/** Finds promises to deal with nobody else. */
export const plugin = definePlugin({
  name: 'exclusivity',
  version: '1.0.0',
  summary: 'Finds promises to deal with nobody else.',
  provides: ['detector'],
  setup: () => ({
    detector: presentDetector({
      title: 'Exclusivity',
      category: 'competition',
      what: 'Somebody promises to buy from, sell to, work for or license nobody but the other side.',
      why: 'It makes one dependent on the other’s prices, quality and survival, and closes other business for as long as it lasts.',
      ask: 'Ask for a limit in time, region and products, for a minimum that the other side has to reach to keep it, and for a way out when it does not deliver.',
      types: ['exclusivity', 'non-compete'],
      policy: z.object({}),
      judged: judged.exclusivity,
      find,
    }),
  }),
});
