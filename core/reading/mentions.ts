import type { Party } from '../ports/detector.ts';
import type { Span } from '../text/span.ts';

/** Somebody whom a sentence names: parties of one side, or whichever party it may be. */
export type Mention = Span & {
  /** Those meant; all of them where `either` is set. */
  readonly parties: readonly Party[];
  /** "Either party", "the parties", "the Receiving Party": it says the same of both sides. */
  readonly either: boolean;
  /** "Landlord's": followed by what is theirs. */
  readonly possessive: boolean;
};

const pronouns = /^(?:we|us|our|you|your|i|me|my)$/i;
const relative =
  'non-?breaching|breaching|non-?defaulting|defaulting|terminating|non-?terminating|indemnifying|indemnified|indemnitor|indemnitee|receiving|disclosing|affected|unaffected|notifying|notified|paying|owing|prevailing|losing|injured|aggrieved|requesting|requested|other|first|innocent|assigning|claiming|auditing|audited|providing|delayed|non-?performing|performing|offending|non-?assigning|requesting|sending|proposing|insolvent|remaining|selling|responsible';
const anyParty = new RegExp(
  [
    '\\b(?:either|each|neither|any|every|both|one|no|another|such|a|that|the)\\s+(?:one\\s+)?(?:of\\s+(?:the|us)\\s*)?(?:part(?:y|ies)|sides?)(?:\\s+(?:here)?to(?:\\s+this\\s+(?:agreement|lease|contract))?|\\s+hereto)?\\b',
    `\\b(?:the|such|any|each|a|an)\\s+(?:${relative})\\s+(?:part(?:y|ies)|side)\\b`,
    '\\b(?:the|any|each|such|an?)\\s+(?:indemnitor|indemnitee|discloser|recipient|receiver|defaulter)s?\\b',
    '\\beach\\s+of\\s+(?:them|us)\\b|\\bboth\\s+of\\s+(?:them|us)\\b|\\beither\\s+of\\s+(?:them|us|you)\\b|\\b(?:you|we)\\s+(?:and|or)\\s+(?:we|you|us)\\b|(?<!\\bthird[\\s-])\\b[Pp]arties\\b|(?<!\\bTHIRD[\\s-])\\bPARTIES\\b',
  ].join('|'),
  'giu',
);

type Finder = { readonly pattern: RegExp | undefined; readonly byTerm: ReadonlyMap<string, readonly Party[]> };
const finders = new WeakMap<readonly Party[], Finder>();

const finderOf = (parties: readonly Party[]): Finder => {
  const known = finders.get(parties);
  if (known) return known;
  const byTerm = new Map<string, Party[]>();
  for (const party of parties) {
    for (const term of new Set([party.name, ...party.aliases].flatMap(formsOf))) {
      const same = byTerm.get(term);
      if (same) same.push(party);
      else byTerm.set(term, [party]);
    }
  }
  const terms = [...byTerm.keys()].toSorted((a, b) => b.length - a.length);
  const pattern =
    terms.length === 0
      ? undefined
      : new RegExp(
          `(?<![\\p{L}\\p{N}_-])(${terms.map((term) => RegExp.escape(term).replace(/(?:\\x20| )/g, '\\s+')).join('|')})(['’][sS]?)?(?![\\p{L}\\p{N}_])`,
          'gu',
        );
  const finder = { pattern, byTerm };
  finders.set(parties, finder);
  return finder;
};

/** A term as a text may write it: in capitals too, a pronoun also at the beginning of a sentence. */
const formsOf = (term: string): string[] => {
  if (pronouns.test(term)) return [term.toLowerCase(), `${term.charAt(0).toUpperCase()}${term.slice(1).toLowerCase()}`];
  return term.length < 2 ? [] : [term, term.toUpperCase()];
};

/** Every mention of a party in the text, in order; the longest where names overlap. */
export const mentionsIn = (text: string, parties: readonly Party[]): readonly Mention[] => {
  const found: Mention[] = [];
  const { pattern, byTerm } = finderOf(parties);
  for (const match of text.matchAll(anyParty)) {
    // A document may give one of them such a name: the "Receiving Party".
    if (byTerm.has(match[0].replace(/^(?:the|such)\s+/i, '').replace(/\s+/g, ' '))) continue;
    const end = match.index + match[0].length;
    found.push({ start: match.index, end, parties, either: true, possessive: /^['’]/.test(text.slice(end)) });
  }
  if (pattern) {
    for (const match of text.matchAll(pattern)) {
      const term = (match[1] ?? '').replace(/\s+/g, ' ');
      const end = match.index + term.length;
      if (found.some((other) => match.index < other.end && other.start < end)) continue;
      const meant = byTerm.get(term) ?? [];
      const possessive = match[2] !== undefined || /^(?:our|your|my)$/i.test(term);
      found.push({ start: match.index, end: match.index + match[0].length, parties: meant, either: false, possessive });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
};
