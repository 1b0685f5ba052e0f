import type { Party } from '../../../core/ports/detector.ts';
import { type Statement, statementsOf } from '../../../core/reading/direction.ts';
import { passive } from '../../../core/reading/passive.ts';
import type { Span } from '../../../core/text/span.ts';
import type { ObligationModality } from '../model/reading.ts';
import { isDeclaration } from './declarations.ts';
import { isMain, lastBreak } from './main-clause.ts';
import { meantBy } from './modality.ts';
import { isAgent, undergoerOf } from './passive.ts';
import type { Sentence } from './sentences.ts';
import { silentBearer } from './silent.ts';

/** That somebody must, may or must not do something, before its words are sorted. Offsets are those of the sentence's text. */
export type Claim = {
  readonly modality: ObligationModality;
  /** Freed from doing it: "need not". */
  readonly relieved: boolean;
  readonly parties: readonly Party[];
  /** Of the passive voice: what it is done to, in the sentence's words. */
  readonly undergoer: Span | undefined;
  /** A party to which it is done. */
  readonly patient: readonly Party[];
  /** Where it begins. */
  readonly begins: number;
  /** What stands before the subject: "Within ten days after delivery,". A verb that shares its subject with another shares this. */
  readonly ahead: Span;
  /** From after the modal on. */
  readonly predicate: Span;
  /** Words that go before those of the predicate. */
  readonly lead: string;
  /** How sure it is that this party bears it: 1 where the words name it. */
  readonly surety: number;
};

/**
 * What a sentence claims of parties, in order; what it says of nobody belongs to the claim before. `sides` are those of
 * the parties whom the document introduces as such.
 */
export const claimsOf = (sentence: Sentence, parties: readonly Party[], sides: readonly Party[]): readonly Claim[] => {
  const { text } = sentence;
  const claims: Claim[] = [];
  let dropped = false;
  for (const statement of statementsOf(text, parties)) {
    if (statement.modality === 'act') continue;
    // What goes on with a clause that is none of its own is none either: "if it shall fail, or shall refuse".
    const goesOn: boolean =
      dropped &&
      statement.subject === undefined &&
      statement.patient === undefined &&
      !/,\s*and\s*$/i.test(text.slice(0, statement.verb.start));
    dropped = goesOn || !isMain(text, statement);
    if (dropped) continue;
    const last = claims.at(-1);
    const claim = claimOf(text, statement, sentence.body, last);
    if (!claim) continue;
    const bearer = claim.parties.length > 0 ? deliverer(text, claim, sides) : silentBearer(text, claim, sides);
    if (!bearer) continue;
    if (last)
      claims[claims.length - 1] = {
        ...last,
        predicate: { start: last.predicate.start, end: withoutJoint(text, last.predicate.start, claim.begins) },
      };
    claims.push({ ...claim, ...bearer });
  }
  return claims;
};

/** "Landlord must receive the notice by 1 May": the other one has to see to that. */
const deliverer = (text: string, claim: Claim, parties: readonly Party[]): Partial<Claim> => {
  const [receiver] = claim.parties;
  if (claim.modality !== 'entitlement' || claim.parties.length !== 1 || parties.length !== 2) return {};
  const verb = /\bmust\s*$/i.exec(text.slice(0, claim.predicate.start));
  if (!verb || !/^\s*receive\b/i.test(text.slice(claim.predicate.start))) return {};
  return {
    modality: 'obligation',
    parties: parties.filter((party) => party !== receiver),
    lead: `see to it that ${receiver?.name}`,
    surety: 0.8,
  };
};

const joint =
  /[\s,;]*(?:\b(?:provided|except|save|agreed|understood|acknowledged),?(?:\s+(?:however|further|always),?)?\s+that|\bprovided|\bin\s+which\s+(?:case|event)|\bwhereupon|\b(?:and|but|or|otherwise|however|then),?)?\s*(?:\b(?:the|such|each|any|either)\s*)?$/i;

/** Without the words that join the next clause to it. */
const withoutJoint = (text: string, from: number, to: number): number => {
  const tail = Math.max(from, to - 60);
  return tail + Math.max(0, text.slice(tail, to).search(joint));
};

const opener =
  '(?:if|unless|upon|on|when|where|whenever|after|following|within|by|in\\s+(?:the\\s+)?(?:event|case)|provided|no\\s+later|not\\s+(?:later|less)|at\\s+least|subject|except|save|prior|before|during|should|until|for)\\b';
const between = new RegExp(
  `(?:[;.]|,\\s*(?:and|but|or)\\b|\\b(?:and|but)\\b|,)\\s*(?:and\\s+|but\\s+|or\\s+)?(?=${opener}[^;.]*,\\s*$)`,
  'gi',
);

/** Where the clause of a subject begins: at the last break before it, or at a phrase ahead of it that is its own. */
const clauseStart = (text: string, from: number, subject: number, another: boolean): number => {
  const stretch = text.slice(from, subject);
  if (!another) return from + lastBreak(stretch, /[.:;]\s+(?=\S)/g);
  const last = [...stretch.matchAll(between)].at(-1);
  return last ? from + last.index + last[0].length : subject;
};

const claimOf = (text: string, statement: Statement, body: number, last: Claim | undefined): Claim | undefined => {
  const verb = text.slice(statement.verb.start, statement.verb.end);
  const words = text.slice(statement.predicateStart);
  const meant = meantBy(statement, verb, words);
  if (meant === undefined || isDeclaration(words, statement.subject !== undefined)) return undefined;
  const isPassive = statement.patient !== undefined || (statement.subject === undefined && passive.test(words));
  const from = last?.predicate.start ?? body;
  const undergoer = isPassive ? undergoerOf(text, from, statement, last !== undefined) : undefined;
  if (isPassive && !undergoer) return undefined;
  const subject = Math.min(undergoer?.start ?? statement.start, statement.verb.start);
  const begins = clauseStart(text, from, subject, last !== undefined);
  const shares = last !== undefined && statement.subject === undefined && !isPassive && begins === subject;
  const none = undergoer && /^\s*(?:no|none\s+of|neither)\b/i.test(text.slice(undergoer.start, undergoer.end));
  return {
    modality: none ? 'prohibition' : meant.modality,
    relieved: meant.relieved,
    parties: (statement.actor?.parties ?? []).filter((party) => !isPassive || isAgent(words, party)),
    undergoer,
    patient: isPassive ? (statement.patient?.parties ?? []) : [],
    begins,
    ahead: shares ? last.ahead : { start: begins, end: Math.max(begins, subject) },
    predicate: { start: statement.predicateStart + meant.said, end: text.length },
    lead: /\bresponsible\b/i.test(verb) && !/^\s*for\s+\w+ing\b/i.test(words) ? 'be responsible' : '',
    surety: statement.actor?.either ? 0.97 : 1,
  };
};
