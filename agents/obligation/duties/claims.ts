import type { Party } from '../../../core/ports/detector.ts';
import { type Statement, statementsOf } from '../../../core/reading/direction.ts';
import type { Span } from '../../../core/text/span.ts';
import type { ObligationModality } from '../model/reading.ts';
import { isDeclaration } from './declarations.ts';
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
  /** What stands before the subject: "Within ten days after delivery,". */
  readonly ahead: Span;
  /** From after the modal on. */
  readonly predicate: Span;
  /** How sure it is that this party bears it: 1 where the words name it. */
  readonly surety: number;
};

/** Words after which a clause with a modal lays no duty on anybody by itself: "amounts that the Tenant must pay". */
const subordinate =
  /\b(?:whom|which|that|if|when|whenever|until|till|after|before|unless|once|whether|where|wherever|as|than|because|what|whatever|while|since|whose|how|why|though|although)\s+(?:and\s+)?(?:(?:the|such|any|either|each|said)\s+)?$/i;
/** But for these, after which it does. */
const main =
  /\b(?:provided,?(?:\s+(?:however|further|always),?)?|agrees?|agreed|acknowledges?|confirms?|understood|understands?|undertakes?|covenants?|except|save|condition)\s+that\s+(?:(?:the|such|any|either|each)\s+)?$/i;
const perfect = /^\s*(?:not\s+|also\s+)?have\s+(?:been|had|\w+(?:ed|en|de|id|lt|nt|ne))\b/i;
/** "Rights that it may have": nothing that somebody may do. */
const possession =
  /^\s*(?:have\b(?!\s+(?:the|its|his|her|their|your|our|an?|such|access|its?)\b)|be\s+(?:required|obliged|liable|subject|entitled|responsible|due|necessary|able)\b|become\b|wish\b|elect\s*[,.;]|deem\b|require\s*[,.;]|reasonably\s+(?:require|request)\s*[,.;])/i;

/** What a sentence claims of parties, in order; what it says of nobody belongs to the claim before. */
export const claimsOf = (sentence: Sentence, parties: readonly Party[]): readonly Claim[] => {
  const { text } = sentence;
  const claims: Claim[] = [];
  for (const statement of statementsOf(text, parties)) {
    if (!isMain(text, statement)) continue;
    const last = claims.at(-1);
    const claim = claimOf(text, statement, sentence.body, last);
    if (!claim) continue;
    const bearer = claim.parties.length > 0 ? claim : silentBearer(text, claim, parties);
    if (!bearer) continue;
    if (last)
      claims[claims.length - 1] = {
        ...last,
        predicate: { start: last.predicate.start, end: withoutJoint(text, last.predicate.start, claim.ahead.start) },
      };
    claims.push({ ...claim, parties: bearer.parties, surety: bearer.surety });
  }
  return claims;
};

/** "In no event shall Supplier or its insurers be liable": free of a consequence, not forbidden anything. */
const liability = /^\W*(?:[\w-]+,?\s+){0,5}?be\s+(?:held\s+)?(?:liable|responsible|accountable)\b/i;

const joint =
  /[\s,;]*(?:\b(?:provided|except|save|agreed|understood|acknowledged),?(?:\s+(?:however|further|always),?)?\s+that|\bprovided|\bin\s+which\s+(?:case|event)|\bwhereupon|\b(?:and|but|or|otherwise|however|then),?)?\s*(?:\b(?:the|such|each|any|either)\s*)?$/i;

/** Without the words that join the next clause to it. */
const withoutJoint = (text: string, from: number, to: number): number => {
  const tail = Math.max(from, to - 60);
  return tail + Math.max(0, text.slice(tail, to).search(joint));
};

const isMain = (text: string, { modality, predicate, subject, verb, start }: Statement): boolean => {
  if (modality === 'act' || perfect.test(predicate)) return false;
  if (/^(?:may|might|can)$/i.test(text.slice(verb.start, verb.end)) && possession.test(predicate)) return false;
  const before = text.slice(Math.max(0, start - 120), start);
  if (main.test(before)) return true;
  if (subordinate.test(before)) return false;
  return subject === undefined || !isRelative(text, subject.start);
};

const leads =
  /^\W*(?:(?:and|or|but|then|also)\b[\s,]*)?(?:upon|on|within|after|following|before|prior|if|when|where|whenever|by|at|in|during|for|from|until|no\s+later|not\s+(?:later|less|more)|each|every|as|except|save|notwithstanding|subject|unless|once|with|without|under|pursuant|to|provided|further|should|while|thereafter|thereupon|accordingly|therefore|otherwise|neither|nor|no|such|both|immediately|promptly|not|under|again|nevertheless|however|beginning|commencing|starting|all|only|failing|throughout|unless|due|in|quarterly|monthly|annually)\b/i;

/** "Sums the Landlord may ask for": a clause that only says which, with no word between the noun and its subject. */
const isRelative = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 400), at);
  const clause = before
    .slice(lastBreak(before, /[.;:,()"\]—–-]/g))
    .replace(/\b(?:the|such|any|each|either|an?)\s*$/i, '');
  if (clause.trim() === '' || leads.test(clause)) return false;
  if (/(?:\b(?:and|or|but|then|that|hereby|therefore|however|event|case|circumstances)|\))\s*$/i.test(clause))
    return false;
  // A title that runs into its clause: "4.1 Use of the Premises The Tenant shall".
  return (
    /\s\p{Ll}{3,}\s+$/u.test(` ${clause}`) &&
    !/^\s*(?:[\d.]+\s+)?(?:\p{Lu}[\p{L}'-]*\s+|of\s+|and\s+|the\s+|for\s+|to\s+)+$/u.test(clause)
  );
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

const lastBreak = (stretch: string, pattern: RegExp): number =>
  Math.max(0, ...[...stretch.matchAll(pattern)].map(({ index, 0: all }) => index + all.length));

const claimOf = (text: string, statement: Statement, body: number, last: Claim | undefined): Claim | undefined => {
  const verb = text.slice(statement.verb.start, statement.verb.end);
  const words = text.slice(statement.predicateStart);
  const modality = modalityOf(statement, verb, words);
  if (modality === undefined || isDeclaration(words, statement.subject !== undefined)) return undefined;
  const isPassive = statement.patient !== undefined || (statement.subject === undefined && passive.test(words));
  const from = last?.predicate.start ?? body;
  const undergoer = isPassive ? undergoerOf(text, from, statement, last) : undefined;
  if (isPassive && !undergoer) return undefined;
  const subject = Math.min(undergoer?.start ?? statement.start, statement.verb.start);
  const start = clauseStart(text, from, subject, last !== undefined);
  const none = undergoer && /^\s*(?:no|none\s+of)\b/i.test(text.slice(undergoer.start, undergoer.end));
  const longer = modality === 'permission' && /^\s*no\s+longer\b/i.test(words);
  return {
    modality: none || longer ? 'prohibition' : modality,
    relieved: statement.modality === 'relief',
    parties: statement.actor?.parties ?? [],
    undergoer,
    patient: isPassive ? (statement.patient?.parties ?? []) : [],
    ahead: { start, end: Math.max(start, subject) },
    predicate: { start: statement.predicateStart, end: text.length },
    surety: statement.actor?.either ? 0.97 : 1,
  };
};

const passive = /^\s*(?:(?:also|only|not|then|promptly|immediately)\s+)*be\s/i;

/** "Shall receive a salary": what one is given, not what one does. */
const gains = /^\s*(?:also\s+)?(?:receive|earn|enjoy|be\s+eligible)\b(?!\s+(?:and|or)\b)/i;

const modalityOf = ({ modality }: Statement, verb: string, predicate: string): ObligationModality | undefined => {
  if (modality === 'prohibition') return liability.test(predicate) ? undefined : 'prohibition';
  if (modality === 'duty') return gains.test(predicate) ? 'entitlement' : 'obligation';
  if (modality === 'right')
    return /entitled|right|option|power|authority|discretion/i.test(verb) ? 'entitlement' : 'permission';
  // Who is not liable is free of a consequence, not of something to do.
  if (modality === 'relief')
    return /liab|responsib|accept/i.test(verb) ||
      /^\s*(?:be\s+)?(?:liable|responsible|have\s+any\s+liab)/i.test(predicate)
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
  const cut = lastBreak(
    stretch,
    last
      ? /(?:[,;:.]\s+(?:(?:and|but|or)\s+)?|\b(?:and|but)\s+(?=(?:the|all|any|each|such|no|\p{Lu})))/giu
      : /(?:[,;:.]\s+(?:(?:and|but)\s+)?|^\s*(?:and|but|or)\s+)/gi,
  );
  if (last && cut === 0) return undefined;
  const start = subject ? Math.min(from + cut, subject.start) : from + cut;
  return relativePronoun.test(text.slice(start, verb.start)) ? undefined : { start, end: verb.start };
};

const relativePronoun = /^\s*(?:and\s+)?(?:which|that|who|if|when|where|unless|as)\b|\b(?:which|that|who)\s*$/i;
