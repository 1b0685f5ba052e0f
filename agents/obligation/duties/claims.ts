import type { Party } from '../../../core/ports/detector.ts';
import { type Statement, statementsOf } from '../../../core/reading/direction.ts';
import type { Span } from '../../../core/text/span.ts';
import type { ObligationModality } from '../model/reading.ts';
import { isDeclaration } from './declarations.ts';
import type { Sentence } from './sentences.ts';

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

/** What a sentence claims of parties, in order. */
export const claimsOf = (sentence: Sentence, parties: readonly Party[]): readonly Claim[] => {
  const { text } = sentence;
  const kept = statementsOf(text, parties).filter((statement) => isMain(text, statement));
  return kept.flatMap((statement, index) => {
    const from = index === 0 ? sentence.body : (kept[index - 1]?.predicateStart ?? 0);
    const opens = clauseStart(text, from, statement.start, index > 0);
    const next = kept[index + 1];
    const end = next ? clauseStart(text, statement.predicateStart, next.start, true) : text.length;
    const claim = claimOf(text, statement, { start: opens, end: Math.max(opens, statement.start) }, end);
    return claim ? [claim] : [];
  });
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
    .slice(before.search(/[^.;:,()"\]—–-]*$/))
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
  if (!another)
    return (
      from + Math.max(0, ...[...stretch.matchAll(/[.:;]\s+(?=\S)/g)].map(({ index, 0: all }) => index + all.length))
    );
  const last = [...stretch.matchAll(between)].filter(({ 0: all }) => all !== '').at(-1);
  if (last) return from + last.index + last[0].length;
  return subject;
};

const claimOf = (text: string, statement: Statement, ahead: Span, end: number): Claim | undefined => {
  const verb = text.slice(statement.verb.start, statement.verb.end);
  const predicate = { start: statement.predicateStart, end };
  const words = text.slice(predicate.start, predicate.end);
  const modality = modalityOf(statement, verb, words);
  if (modality === undefined || isDeclaration(words, statement.subject !== undefined)) return undefined;
  const isPassive = statement.patient !== undefined || (statement.subject === undefined && passive.test(words));
  const undergoer = isPassive ? undergoerOf(text, ahead, statement) : undefined;
  const none = undergoer && /^\s*(?:no|none\s+of)\b/i.test(text.slice(undergoer.start, undergoer.end));
  return {
    modality: none ? 'prohibition' : modality,
    relieved: statement.modality === 'relief',
    parties: statement.actor?.parties ?? [],
    undergoer,
    patient: isPassive ? (statement.patient?.parties ?? []) : [],
    ahead: undergoer ? { start: ahead.start, end: Math.max(ahead.start, undergoer.start) } : ahead,
    predicate,
    surety: statement.actor?.either ? 0.97 : 1,
  };
};

const passive = /^\s*(?:(?:also|only|not|then|promptly|immediately)\s+)*be\s/i;

const modalityOf = ({ modality }: Statement, verb: string, predicate: string): ObligationModality | undefined => {
  if (modality === 'prohibition') return 'prohibition';
  if (modality === 'duty') return 'obligation';
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

/** The words before the verb that say to what it is done. */
const undergoerOf = (text: string, ahead: Span, { verb }: Statement): Span => {
  const before = text.slice(ahead.start, verb.start);
  const cut = Math.max(
    0,
    ...[...before.matchAll(/[,;:.]\s+(?:and\s+|but\s+)?|^\s*(?:and|but|or)\s+/gi)].map(
      ({ index, 0: all }) => index + all.length,
    ),
  );
  return { start: ahead.start + cut, end: verb.start };
};
