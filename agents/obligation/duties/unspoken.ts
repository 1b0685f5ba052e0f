import type { DocumentKind, Party } from '../../../core/ports/detector.ts';
import { mentionsIn } from '../../../core/reading/mentions.ts';
import type { Span } from '../../../core/text/span.ts';
import type { ObligationModality } from '../model/reading.ts';
import type { Sentence } from './sentences.ts';
import { isMoney, payerOf, readerOf } from './silent.ts';

/** What a sentence asks of somebody without a modal verb. Offsets are those of the sentence's text. */
export type Unspoken = {
  readonly party: Party;
  readonly modality: ObligationModality;
  /** Words of the action; where they are put otherwise than in the text, what they are. */
  readonly action: Span | string;
  /** A verb that goes before the action, where it is a thing. */
  readonly lead?: string;
  /** The stretch in which conditions and days are looked for. */
  readonly scope: Span;
  readonly surety: number;
};

const due =
  /^(?<what>(?:[^.;:,]|,(?=\d)|\.(?=\d)){0,120}?)\s*\b(?:(?:is|are|becomes?|falls?|shall\s+be(?:come)?|will\s+be(?:come)?|must\s+be)\s+)(?:immediately\s+)?(?:due(?:\s+and\s+payable|\s+for\s+payment)?|payable|owed|owing)\b(?<rest>[^.;]*)/i;
/** "Payment due: 31 March 2026", "Terms: net 30 days", "Due date: …". */
const dueLine =
  /^\W*(?:(?:payment|amount|balance|total)\s+due|due(?:\s+date)?|payment\s+terms?|terms)\b(?:\s+(?:by|on))?\s*[:\t|]?\s*(?=.*\d)/i;
const net = /\bnet\s+\d/i;

/** "The Rent is payable by the Tenant monthly", "Payment is due within 14 days". */
export const paymentIn = (sentence: Sentence, kind: DocumentKind, parties: readonly Party[]): Unspoken | undefined => {
  const { text, body } = sentence;
  const own = text.slice(body);
  const payer = payerOf(parties);
  if (
    kind === 'invoice' &&
    payer &&
    own.length < 120 &&
    dueLine.test(own) &&
    (net.test(own) || /\d{4}|\bdays\b/.test(own))
  ) {
    return {
      party: payer,
      modality: 'obligation',
      action: net.test(own) ? { start: body, end: text.length } : 'make payment',
      scope: { start: body, end: text.length },
      surety: 0.8,
    };
  }
  const ahead =
    /^(?:(?:upon|on|if|within|after|following|unless|when|subject)\b[^,]{3,160},\s+)?(?:[A-Z][\w ]{2,30}[.:]\s+)?/i.exec(
      own,
    )?.[0].length ?? 0;
  const match = due.exec(own.slice(ahead));
  const { what = '', rest = '' } = match?.groups ?? {};
  if (
    !match ||
    what.length === 0 ||
    !isMoney(what) ||
    !/^\p{L}/u.test(what) ||
    /\b(?:which|that|if|when|where|not|no|as|any\s+other)\b/i.test(what)
  )
    return undefined;
  const start = body + ahead;
  const restAt = start + match[0].length - rest.length;
  const named = mentionsIn(rest, parties);
  const by = named.find(
    ({ start: at, possessive }) => !possessive && /\b(?:by|from)\s+(?:the\s+)?$/i.test(rest.slice(0, at)),
  );
  const to = named.find(({ start: at }) => /\bto\s+(?:the\s+)?$/i.test(rest.slice(0, at)));
  const other = to && parties.length === 2 ? parties.find((party) => !to.parties.includes(party)) : undefined;
  const party = by?.parties.length === 1 ? by.parties[0] : (other ?? payer);
  if (!party || (!by && kind === 'other')) return undefined;
  const agent = by
    ? new RegExp(`\\s*\\b(?:by|from)\\s+(?:the\\s+)?${RegExp.escape(rest.slice(by.start, by.end))}`, 'i')
    : /$^/;
  const noun = what.trim();
  const verb = /^payments?$/i.test(noun) ? 'make payment' : `pay ${noun.charAt(0).toLowerCase()}${noun.slice(1)}`;
  return {
    party,
    modality: 'obligation',
    action: `${verb}${rest.replace(agent, '')}`,
    scope: { start: body, end: restAt + rest.length },
    surety: by ? 0.9 : 0.75,
  };
};

const theirs =
  /^(?:your|the\s+\w+'s|\w+'s)\s+(?:payment|application|claim|request|notice|response|reply|form|contribution|cheque|renewal)\s+(?:must|should|needs?\s+to|has\s+to|shall|will)\b/i;

/** "Your payment must reach us": who has to see to it is whose it is. */
export const possessiveIn = ({ text, body }: Sentence, parties: readonly Party[]): Unspoken | undefined => {
  const own = text.slice(body);
  if (!theirs.test(own)) return undefined;
  const [first] = mentionsIn(own, parties);
  const [party] = first?.parties ?? [];
  if (!first?.possessive || first.start > 4 || !party || first.parties.length !== 1) return undefined;
  return {
    party,
    modality: 'obligation',
    action: { start: body, end: text.length },
    scope: { start: body, end: text.length },
    surety: 0.75,
  };
};

const verbs =
  'accept|add|advise|agree|allow|apply|approach|approve|arrange|ask|assume|attach|avoid|back|be|begin|book|bring|call|cancel|carry|change|check|choose|claim|clean|clear|close|collect|complete|comply|confirm|connect|consult|contact|copy|cover|delete|deliver|describe|discuss|dispose|drive|email|e-mail|enclose|encrypt|ensure|enter|escalate|fill|file|follow|forward|get|give|hand|have|hold|include|inform|install|keep|leave|let|limit|list|lock|log|look|mail|maintain|make|mark|notify|obtain|open|order|park|pay|post|prepare|present|protect|provide|put|quote|read|record|refer|refrain|refuse|register|remember|remit|remove|renew|repair|repeat|replace|reply|report|request|respond|retain|return|review|save|seek|select|send|set|settle|share|sign|speak|state|stay|stop|store|submit|supply|switch|take|tell|transfer|treat|turn|update|upload|use|wait|warn|wear|work|write|fly|rent|drive|decline|drink';
const notVerb = '(?!\\s*(?:[.:]|of\\b|is\\b|are\\b|shall\\b|will\\b|may\\b|must\\b|was\\b))';
const imperative = new RegExp(
  `^(?:(?<polite>(?:(?:please|kindly|always|also|then|accordingly),?\\s+)*(?:(?<not>do\\s+not|don't|never)\\s+)?(?:please\\s+)?)(?!(?:note|see|find|hesitate|be\\s+a(?:ware|dvised|ssured)|mind|accept\\s+our|feel|refer\\s+to)\\b))(?<verb>\\p{L}+)\\b${notVerb}(?<rest>.+)`,
  'isu',
);
const commonVerb = new RegExp(`^(?:${verbs})$`, 'i');
/** Verbs that are nouns as often: "Report on …", "Change of address". */
const politely = /\b(?:please|kindly|always|never|do\s+not|don't)\b/i;
const ahead = /^(?:(?:if|when|before|after|until|unless|once|to|for|in|within|by|at)\b[^,;]{2,120},\s+)/i;

/** "Submit your report by the 10th", "Please do not leave laptops in cars". */
export const imperativeIn = (
  sentence: Sentence,
  kind: DocumentKind,
  parties: readonly Party[],
): Unspoken | undefined => {
  if (!['policy', 'letter', 'invoice', 'insurance', 'other'].includes(kind) || sentence.row !== undefined)
    return undefined;
  const reader = readerOf(kind, parties);
  // "What is not reimbursed" is a list of things, whatever they begin with.
  if (!reader || /\bwhat\b.*\b(?:not|is|are)\b/i.test(sentence.heading)) return undefined;
  const own = sentence.text.slice(sentence.body);
  const lead = ahead.exec(own)?.[0].length ?? 0;
  const match = imperative.exec(own.slice(lead));
  if (!match?.groups) return undefined;
  const { not, verb = '', rest = '', polite: courtesy = '' } = match.groups;
  const polite = politely.test(courtesy);
  if (!polite && !commonVerb.test(verb)) return undefined;
  // Without a courtesy it is one only as a sentence: with an object, and a full stop.
  if (
    !polite &&
    (!/[.!]["')]*\s*$/.test(own) || rest.trim().split(/\s+/).length < 2 || !/^\p{Lu}/u.test(own.trimStart()))
  )
    return undefined;
  const start = sentence.body + lead + match[0].length - rest.length - verb.length;
  return {
    party: reader,
    modality: not === undefined ? 'obligation' : 'prohibition',
    action: { start, end: sentence.text.length },
    scope: { start: sentence.body, end: sentence.text.length },
    surety: polite ? 0.85 : 0.7,
  };
};

const promise =
  /(?:^|[.;,]\s+|\band\s+)(?<who>we)\s+(?:also\s+|always\s+|normally\s+)?(?<verb>pay|reimburse|refund|provide|deliver|send|supply|repair|replace|return|notify|inform|tell|arrange|guarantee|undertake|cover|insure|settle|offer|bear|publish|keep|review|check|test)\b(?<rest>[^;]*)/i;

/** "We reimburse approved expenses": what the writer of terms, a letter or a policy says it does, it promises. */
export const promiseIn = (
  { text, body }: Sentence,
  kind: DocumentKind,
  parties: readonly Party[],
): Unspoken | undefined => {
  if (!['policy', 'insurance', 'services', 'letter'].includes(kind)) return undefined;
  const own = text.slice(body);
  const match = promise.exec(own);
  const party = parties.find(({ aliases }) => aliases.some((alias) => /^we$/i.test(alias)));
  if (
    !match?.groups ||
    !party ||
    /\b(?:if|that|which|when|as|because|where|unless|until)\s*$/i.test(own.slice(0, match.index))
  )
    return undefined;
  const { verb = '', rest = '' } = match.groups;
  const start = body + match.index + match[0].length - rest.length - verb.length;
  return {
    party,
    modality: 'obligation',
    action: { start, end: start + verb.length + rest.length },
    scope: { start: body, end: text.length },
    surety: 0.65,
  };
};

const asking =
  /\b(?:what\s+we\s+(?:still\s+)?need\s+from\s+you|we\s+(?:still\s+)?need\s+(?:the\s+following\s+)?from\s+you|what\s+you\s+(?:must|need\s+to|have\s+to|should)\s+(?:do|send|give|provide|bring)|please\s+(?:send|provide|bring)(?:\s+us)?(?:\s+the\s+following)?)\b/i;

/** "What we need from you" above a list of things. */
export const requestIn = (
  { text, body, marker, heading }: Sentence,
  kind: DocumentKind,
  parties: readonly Party[],
): Unspoken | undefined => {
  const reader = readerOf(kind, parties);
  if (!reader || marker === '' || !asking.test(heading)) return undefined;
  const scope = { start: body, end: text.length };
  return { party: reader, modality: 'obligation', action: scope, lead: 'provide', scope, surety: 0.75 };
};
