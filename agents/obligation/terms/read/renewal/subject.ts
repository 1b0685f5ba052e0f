import type { Span } from '../../../../../core/text/span.ts';
import { followedBy, furtherTerm, newTerm, optionsOf, takesPlace } from './options.ts';

/** What goes on is the contract, by the words around; something else; or it is not said. */
export type WhatGoesOn = 'contract' | 'other' | undefined;

const ownNoun =
  /\b(?<!\bother\s)(?:terms?(?!\s+(?:of\s+(?:payment|sale|(?:the|such|any|its|each|said)\s+(?:loan|note|mortgage|bond|facility|patent|policy|option|warranty|guarantee))|and\s+conditions))|agreement|contract(?!\s+(?:time|price|sum))|lease|tenancy|licen[cs]e|treaty|subscription|membership|sponsorship|pact|accord|plan|scheme|memorandum|appointment|engagement|employment|arrangement|franchise|venture|partnership|retainer|mandate|charter|hire|deed|letter|concession|co-?operation|relationship|secondment|(?:initial|first|primary|fixed|basic|original|valid(?:ity)?)\s+period|period\s+of\s+(?:validity|hire|service|engagement)|validity|agency|dealership|distributorship|consultancy|duration|deal|it|they|(?:is|are)\s+(?:let|leased|hired|engaged|retained|appointed|employed))\b/gi;
/** Of what else would it be? */
const itself = new RegExp(
  String.raw`\b${optionsOf}|\bsuccessor\s+(?:franchise|lease|licen[cs]e|agreement|term)s?\b|\boptions?\s+(?:to|of|for)\s+(?:renew|exten|prolong)|\b(?:entitled|right|option)\s+to\s+(?:an?|one|another)\s+(?:[\w-]+\s+){0,2}(?:renewal|extension)\b|\bexercis\w+\b[^.;]{0,60}\boption\s+(?:periods?|years?|terms?)|^[\W\d]*(?:renewals?|extensions?)(?:\s+(?:terms?|periods?|options?))?\s*:|^[\W\d]*(?:(?:any|each|every|all|the)\s+)?(?:renewal|extension)s?\s+(?:shall|will|is|are|lasts?|runs?|may)\b|\bperiods?\s+of\s+(?:renewal|extension|prolongation)|\bfor\s+(?:successive|further|additional|consecutive)\s+(?:[\w-]+\s+){0,2}(?:terms(?!\s+and)|periods)\b|\b${newTerm}|\b(?:${followedBy}|${takesPlace}|${furtherTerm})`,
  'i',
);
const otherNoun =
  /\b(?:patents?|trademarks?|domain\s+names?|registrations?|insurances?|policies|letters?\s+of\s+credit|guarantees?|guarant(?:y|ies)|deadlines?|(?<!\b(?:a|each|every|one|any|length\s+of|clock|standard|daylight|local|eastern|central|mountain|pacific)\s)time(?!,\s+on\b)|closing|payments?|credit|delivery(?!\s+term\b)|cure\s+period|copyrights?|loans?|permits?|(?:an|the|its|such)\s+offer|subscriptions|users|end[\s-]+users?|(?:each|an|any)\s+user|sub-?licen[cs]es?|sub-?leases?|maturity|confidential\w*|secrecy|stock|certificat\w+|accreditation|visas?|option\s+period|employees|provisions?|obligations?|restrictions?|covenants?|vacation|annual\s+leave|unused\s+\w+|credits?|balances?|shortfalls?|clauses?|events?|(?<!\b(?:that|such|expir\w+|termination|end|effective|commencement|start|starting)\s)dates?(?=\s+(?:may|shall|will|can|is|to|by|for|on|under)\b))\b/gi;
/** "the Agent's licence from the ministry", "its liquor licences", which whoever grants them renews. */
const permitted =
  /\b(?:(?:business|professional|liquor|medical|driv\w+|import|export|broadcast\w*|gaming|operating|state|federal|government\w*|regulatory|occupational|FCC)\s+licen[cs]es?|licen[cs]es?\s+(?:from|issued|granted\s+by)\s+(?:the\s+|an?\s+|any\s+)?(?:[\p{L}-]+\s+){0,2}?(?:ministry|minister|authorit\w+|government\w*|state|commission|board|municipality|city|agency|department))\b/giu;
/** "its five-year supply agreement with somebody", which is another one. */
const another =
  /\b(?:its|his|her|their|an?|another|certain)\s+(?:[\w-]+\s+){0,6}(?:agreement|contract|lease|licen[cs]e)s?\s+(?:with|between)\b/giu;
/** What is bought beside many contracts, and may have terms of its own: all of its name, with the term that it has. */
const side =
  /\b(maintenance|support|warrant(?:y|ies)|research|pilot|trial|evaluation|escrow|exclusivity)\b(?:\s+(?:and|&|or)\s+(?:maintenance|support|updates?|upgrades?|warranty|development)\b)?(?:\s+(?:services?|program(?:me)?s?|coverage|obligations?)\b)?(?:\s+of\s+the\s+\w+(?=\s+(?:shall|will|may|is|are|continu|renew)))?(?:\s+(?:terms?|periods?|plans?|arrangements?|contracts?|agreements?|subscriptions?)\b)?(?:(?:\s+(?:provided|furnished|performed|supplied))?\s+(?:under|pursuant\s+to|in\s+accordance\s+with)\s+(?:this|the)\s+\w+)?/gi;

/**
 * The contract, or what stands nearer to the first verb that has anything near. `titles`: what the document is called, in
 * lower case: maintenance goes on by itself where the contract is one for maintenance, and else beside it.
 */
export const whatGoesOn = (text: string, verbs: readonly Span[], titles: string): WhatGoesOn => {
  for (const { start, end } of verbs) {
    const lead = text.slice(Math.max(text.lastIndexOf(';', start), start - 110, 0), start);
    const before = lead.replace(proviso, (words) => ' '.repeat(words.length));
    if (engages.test(text.slice(start, end))) return 'contract';
    const after = objectOf(text.slice(end, end + 50));
    const others = Math.min(distance(before, after, othersIn(titles)), /\bsurviv/i.test(before) ? 0 : Infinity);
    const own = distance(before, after, (words) => {
      const taken = besideIn(words, titles);
      const nouns = spansOf(words, ownNoun).filter((noun) => !taken.some((one) => overlap(one, noun)));
      return [...nouns, ...sidesIn(words, titles, true)];
    });
    if (own === Infinity && others === Infinity && isNamedIn(titles, lead)) return 'contract';
    if (Math.min(own, others) < Infinity) return own <= others ? 'contract' : 'other';
  }
  // Far from its verb the contract may still be what the sentence begins with: "This lease shall last until … and, if …, for".
  const subject = text.slice(0, 60);
  return itself.test(text) || (begins.test(subject) && subject.search(otherNoun) < 0) ? 'contract' : undefined;
};

/** Who is engaged for one year more is so by the contract. */
const engages = /^(?:is|are|be)\s+(?:bound|engaged|retained|appointed|employed)\b/i;
const begins =
  /^[\W\d]*(?:this|the)\s+(?:agreement|contract|lease|licen[cs]e|tenancy|appointment|engagement|franchise|(?:initial\s+)?term)\s+(?:shall|will|is|begins?|commences?|lasts?|runs?|remains?|continues?|takes?|comes?|enters?)\b/i;

/** "This Agreement shall, subject to Clause 4, continue", "shall bind during the term and extend beyond": nothing that goes on. */
const proviso =
  /\b(?:subject\s+to|in\s+accordance\s+with|pursuant\s+to|notwithstanding)\b[^,;]{0,60},|\b(?:during|throughout)\s+the\s+(?:\w+\s+)?terms?\s+(?:of\s+(?:this|the)\s+\w+\s+)?and\b/gi;

type SpansIn = (words: string) => readonly Span[];

/** What a verb has behind it before it says for how long: "renew this Agreement for". */
const objectOf = (words: string): string =>
  words.slice(
    0,
    /^\s*(?:beyond|past)\b|\b(?:for|by|upon|on|at|in|unless|until|if|annually|automatically|each|every)\b/i.exec(words)
      ?.index,
  );

const distance = (before: string, after: string, spansIn: SpansIn): number => {
  const last = spansIn(before).reduce((end, one) => Math.max(end, one.end), -Infinity);
  const next = spansIn(after).reduce((start, one) => Math.min(start, one.start), Infinity);
  return Math.min(before.length - last, next);
};

const othersIn =
  (titles: string): SpansIn =>
  (words) => [...spansOf(words, otherNoun), ...besideIn(words, titles)];

const besideIn = (words: string, titles: string): readonly Span[] => [
  ...sidesIn(words, titles, false).filter(({ start }) => !withContract.test(words.slice(0, start))),
  ...spansOf(words, permitted),
  ...spansOf(words, another),
];

/** What is bought beside many contracts and that this one is for (`own`), or is not. */
const sidesIn = (words: string, titles: string, own: boolean): readonly Span[] =>
  [...words.matchAll(side)].filter(({ 1: name = '' }) => isTitle(titles, name.toLowerCase()) === own).map(spanOf);

/** A "Licence and Support Agreement" is one for the licence. */
const isTitle = (titles: string, name: string): boolean =>
  titles.includes(name) && !/\b(?:licen[cs]e|licensing|purchase|sales?|lease|distribution|franchise)\b/.test(titles);

/** "The haulage shall pass into another year" in a "Haulage Contract". */
const isNamedIn = (titles: string, lead: string): boolean => {
  const subject = /\bthe\s+(\p{Ll}{5,})\s+(?:\p{Ll}+\s+){0,3}$/iu.exec(lead)?.[1]?.toLowerCase();
  return subject !== undefined && titles.split(/\P{L}+/u).includes(subject);
};

/** "this Agreement and the support term", "the licence and maintenance": both go on together. */
const withContract =
  /\b(?:agreement|contract|licen[cs]es?|lease|subscription|term)\s+(?:and|or|&)\s+(?:(?:the|any|its|all|related)\s+)*$/i;

const spansOf = (words: string, pattern: RegExp): readonly Span[] => [...words.matchAll(pattern)].map(spanOf);
const spanOf = ({ index, 0: { length } }: RegExpExecArray): Span => ({ start: index, end: index + length });
const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
