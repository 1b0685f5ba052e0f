import type { Party } from '../../../core/ports/detector.ts';
import { type Statement, statementsOf } from '../../../core/reading/direction.ts';
import { passive } from '../../../core/reading/passive.ts';
import type { Span } from '../../../core/text/span.ts';
import type { ObligationModality } from '../model/reading.ts';
import { isDeclaration } from './declarations.ts';
import { isMain, lastBreak, leads } from './main-clause.ts';
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

const otherAct =
  /(?:\b(?:receipt|request|notice|approval|acceptance|delivery|payment|breach|termination|performance|failure|use|set\s+forth|made|given|written)|\p{L}{2,}(?:ed|en))\s+by\s+(?:the\s+|such\s+|each\s+|either\s+|any\s+)?$/iu;

/** Whether the one named with "by" does what the predicate says, and not something else: "within 5 days after receipt by the Tenant". */
const isAgent = (predicate: string, agent: Party): boolean => {
  for (const name of [agent.name, ...agent.aliases, 'Party', 'Parties']) {
    const at = predicate.search(
      new RegExp(`(?<=\\bby\\s+(?:(?:the|such|each|either|any)\\s+)?)${RegExp.escape(name)}`, 'i'),
    );
    if (at < 0) continue;
    const before = predicate.slice(0, at);
    return (
      !otherAct.test(before) || passive.exec(before)?.[0].length === before.replace(/\s+by\s+(?:\w+\s+)?$/i, '').length
    );
  }
  return true;
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

/** "In no event shall Supplier or its insurers be liable": free of a consequence, not forbidden anything. */
const liability = /^\W*(?:[\w-]+,?\s+){0,5}?be\s+(?:[\w-]+\s+){0,4}?(?:liable|responsible|accountable)\b/i;

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
  const free = statement.modality === 'duty' ? noDuty.exec(words) : null;
  const modality = free ? 'permission' : modalityOf(statement, verb, words);
  if (modality === undefined || isDeclaration(words, statement.subject !== undefined)) return undefined;
  const isPassive = statement.patient !== undefined || (statement.subject === undefined && passive.test(words));
  const from = last?.predicate.start ?? body;
  const undergoer = isPassive ? undergoerOf(text, from, statement, last) : undefined;
  if (isPassive && !undergoer) return undefined;
  const subject = Math.min(undergoer?.start ?? statement.start, statement.verb.start);
  const begins = clauseStart(text, from, subject, last !== undefined);
  const shares = last !== undefined && statement.subject === undefined && !isPassive && begins === subject;
  const none = undergoer && /^\s*(?:no|none\s+of|neither)\b/i.test(text.slice(undergoer.start, undergoer.end));
  const longer = modality === 'permission' && /^\s*no\s+longer\b/i.test(words);
  return {
    modality: none || longer ? 'prohibition' : modality,
    relieved: free !== null || statement.modality === 'relief',
    parties: (statement.actor?.parties ?? []).filter((party) => !isPassive || isAgent(words, party)),
    undergoer,
    patient: isPassive ? (statement.patient?.parties ?? []) : [],
    begins,
    ahead: shares ? last.ahead : { start: begins, end: Math.max(begins, subject) },
    predicate: {
      start: statement.predicateStart + ((free ?? hasRight.exec(words) ?? noPower.exec(words))?.[0].length ?? 0),
      end: text.length,
    },
    lead: /\bresponsible\b/i.test(verb) && !/^\s*for\s+\w+ing\b/i.test(words) ? 'be responsible' : '',
    surety: statement.actor?.either ? 0.97 : 1,
  };
};

/** "Shall receive a salary": what one is given, not what one does. */
const gains =
  /^\s*(?:also\s+)?(?:receive|earn|enjoy|be\s+eligible|(?:continue\s+to\s+)?have\s+access|have\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:lien|claim|interest|licen[cs]e|access))\b(?!\s+(?:and|or)\b)/i;

/** "Shall, at its option, have the right to". */
const hasRight = /^\s*(?:,[^,]{1,80},\s*)?(?:also\s+)?have\s+(?:the|an?)\s+(?:[\w-]+\s+){0,4}?(?:right|option)s?\b/i;
/** "Will suffer damage": what happens to somebody. */
const happens =
  /^\s*(?:then\s+)?(?:suffer|incur|acquire|learn|experience|benefit|be\s+limited\s+to|have\s+no\s+(?:claims?|recourse|liabilit))\b/i;
const noPower = /^\s*have\s+no\s+(?:power|authority|right)s?\b[^.;,]{0,30}?\s(?=to\b)/i;
const noDuty = /^\s*be\s+under\s+no\s+(?:obligation|duty)\b/i;

/** "Is required to", but not "is required by law"; "is bound to", but not "is bound by similar duties". */
const needsTo =
  /^(?:is|are|(?:shall|will)\s+(?:not\s+)?be)\s.*(?:required|obliged|obligated|bound|expected|permitted|allowed|authori[sz]ed|free|liable)$/i;

const modalityOf = ({ modality }: Statement, verb: string, predicate: string): ObligationModality | undefined => {
  if (needsTo.test(verb) && !/^\s*(?:also\s+|then\s+)?to\b(?!\s+(?:the|any|each|such|either)\b)/i.test(predicate))
    return undefined;
  if (/\bliable|responsible/i.test(verb) && modality !== 'duty') return undefined;
  if (modality === 'prohibition') return liability.test(predicate) ? undefined : 'prohibition';
  if (modality === 'duty' && happens.test(predicate)) return undefined;
  if (modality === 'duty' && noPower.test(predicate)) return 'prohibition';
  if (modality === 'duty') return gains.test(predicate) || hasRight.test(predicate) ? 'entitlement' : 'obligation';
  if (modality === 'right')
    return /entitled|right|option|power|authority|discretion/i.test(verb) ? 'entitlement' : 'permission';
  // Who is not liable is free of a consequence, not of something to do.
  if (modality === 'relief')
    return /liab|responsib|accept/i.test(verb) ||
      /^\s*(?:be\s+)?(?:liable|responsible|have\s+any\s+(?:liab|(?:further\s+)?obligations?\s+(?:to\s+(?:the|any|such|each)|hereunder|under)))/i.test(
        predicate,
      ) ||
      (/obligation|duty/i.test(verb) &&
        !/^\s*(?:whatsoever\s+)?to\s+(?!(?:the|any|such|each|either|another|an?|other)\b)/i.test(predicate))
      ? undefined
      : 'permission';
  return undefined;
};

/**
 * The words before the verb that say to what it is done; undefined where they stand in the middle of another claim, as in
 * "pay the costs which shall be borne by the Tenant".
 */
const undergoerOf = (
  text: string,
  from: number,
  { verb, subject }: Statement,
  last: Claim | undefined,
): Span | undefined => {
  const stretch = text.slice(from, verb.start);
  if (subject) {
    const the = /\b(?:the|each|such|any|either)\s+$/i.exec(text.slice(0, subject.start))?.[0].length ?? 0;
    return { start: subject.start - the, end: verb.start };
  }
  const sentence = lastBreak(stretch, /[.;]\s+/g);
  const neither = stretch.slice(sentence).search(/\bneither\b/i);
  if (neither >= 0) return { start: from + sentence + neither, end: verb.start };
  const own = stretch.slice(sentence);
  const agreed = /\b(?:agrees?|acknowledges?)\s+that\s+/i.exec(own);
  const titled = /^.{0,60}\b\d{1,2}\.\d{1,2}\.?\s+(?=\p{Lu})/u.exec(own)?.[0].length ?? 0;
  const cut = last
    ? lastBreak(
        stretch,
        /(?:[,;:.]\s+(?:(?:and|but|or)\s+)?|\b(?:and|but)\s+(?=(?:the|all|any|each|such|no|\p{Lu})))/giu,
      )
    : agreed
      ? sentence + agreed.index + agreed[0].length
      : leads.test(own.slice(titled))
        ? lastBreak(stretch, /(?:[,;:.]\s+(?:(?:and|but)\s+)?|^\s*(?:and|but|or)\s+)/gi)
        : lastBreak(stretch, /[;:.]\s+(?:(?:and|but)\s+)?|^\s*(?:and|but|or)\s+/gi) + titled;
  if (last && cut === 0) return undefined;
  // Between the last stop and the verb nothing may say "which": "records, which and all copies of which shall be kept".
  const clause = stretch.slice(lastBreak(stretch.slice(0, cut), /[.;,]\s+(?=[^.;,]*[.;,]?\s*$)/g));
  const under = ruled.exec(stretch.slice(cut))?.[0].length ?? 0;
  if (relativePronoun.test(clause) || relativePronoun.test(stretch.slice(cut))) return undefined;
  // "This Agreement sets out everything and may be changed": its subject ends with its first verb.
  const shared = /\b(?:and|or|but)\s*$/i.test(stretch) ? stretch.slice(cut).search(finiteVerb) : -1;
  const end = shared > 0 ? from + cut + shared : verb.start;
  return { start: from + cut + under, end };
};

/** "Under Section 5 of the lease the certificate must be sent". */
const ruled = /^\s*(?:under|pursuant\s+to|in\s+accordance\s+with)\s.{3,60}\s(?=(?:the|all|any|each|no)\s)/i;
const finiteVerb =
  /\b(?:is|are|was|has|have|contains?|constitutes?|sets?|represents?|shall|will|may|must|supersedes?)\b/i;
const relativePronoun =
  /^\s*(?:and\s+)?(?:which|that|who|if|when|where|unless|as|provided)\b|\b(?:which|that|who)\s*$/i;
