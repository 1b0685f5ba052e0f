import type { ReadDocument, ReadUnit } from '../../../../../core/ports/detector.ts';
import { flat } from '../units.ts';

const nouns =
  '(?:agreements?|contract|lease|licen[cs]e|terms?|amendment|venture|appointment|employment|tenancy|engagement|policy|cover|addendum|order|memorandum|undertaking|arrangement|alliance|partnership|franchise|sponsorship|letter|deed|concession|mandate|charter|subscription|membership|cooperation|collaboration|assignment|hire|duration|validity|agency|dealership|distributorship|retainer|sub-?lease|sub-?licen[cs]e|sub-?contract|consultancy|mou)';
const contract = `\\b(?:the\\s+(?:rights|obligations|promises|covenants|undertakings|restrictions)\\b[^.;]{0,40}\\b(?:parties|here(?:in|under|of)?)|(?:this|the|our|your|said|present|its)\\s+(?:(?:initial|first|original|fixed|basic|present|[\\p{Lu}][\\p{L}&/-]*|joint|franchise|service|supply|letter|lease|contract)\\s+){0,4}${nouns}|(?:initial|first)\\s+term|(?:minimum\\s+)?(?:contract|agreement|licen[cs]e|service|services|subscription|lease|hire|supply)\\s+period)\\b(?!['’]s?\\b|\\s+between\\b|\\s+(?:of|dated|made)\\s+(?:\\p{Lu}\\p{L}+\\s+)?\\d)`;
const lasting =
  '(?:continu\\w+|remain\\w*|runs?|running|lasts?|lasting|endures?|subsists?|stays?|force|effect|valid|binding|effective|is|are|be|has|have|concluded|entered\\s+into|made|signed|agreed|granted|given|fixed|taken|let|covers?|spans?|extends?|expires?|ends?|ending|comes?|terminates?|ceases?|lapses?|stops?|finish(?:es)?|commenc\\w+|begins?|starts?|means?)';
const clause = `(?:${contract}|(?:^\\W*(?:\\w{1,3}[.)]\\s+)?|[.;:,]\\s)(?:and\\s+)?(?:it|they|there|its\\s+duration|duration|term)\\b)(?:[^.;]|\\.\\d){0,200}?\\b${lasting}\\b`;
/** Who is bound, and for how long: "the Agent is retained for", "the parties enter into this contract for". */
const bound =
  '\\b(?:is|are|be|been|hereby)\\s+(?:(?:hereby|also)\\s+)?(?:appointed|engaged|retained|hired|bound)\\b[^.;]{0,60}?\\bfor|\\b(?:rights?|licen[cs]es?|concession|franchise|agency|distributorship)\\b[^.;]{0,60}?\\b(?:is|are|hereby)\\s+granted\\s+for|\\b(?:appoints?|engages?|retains?|hires?|hereby\\s+grants?)\\b[^.;]{0,90}?\\bfor\\s+(?:an?|the)\\s+(?:[\\p{L}]+\\s+)?(?:term|period)|\\b(?:appoints?|engages?|retains?|hires?|employs?)\\b[^.;]{0,90}?\\bfor\\s+an?\\b|\\bcommit(?:s|ment\\s+is)\\s+(?:to|for)|\\bpart(?:y|ies)\\s+(?:hereby\\s+)?(?:bind|commit)\\b|\\benter(?:s|ed)?\\s+into\\s+(?:this|the)\\s+[\\p{L}]+\\s+for|\\b(?:agreed?|undertakes?)\\s+(?:to\\s+work\\s+together|on\\s+an?\\s+(?:initial\\s+)?(?:term|duration))\\s+(?:for|of)';
const subject = new RegExp(`(?:${clause}|${bound})(?:[^.;]|\\.\\d){0,90}$`, 'iu');
const length =
  /\b(?:years?|months?|weeks?|days?|seasons?|until|till|through|end\w*|expir\w*|laps\w*|(?:19|20)\d\d)\b/iu;
const anyClause = new RegExp(`${clause}|${bound}\\b`, 'iu');
/** "This is a two-year agreement", "this two (2) year contract". */
const thisLong =
  /\bthis\s+(?:is\s+an?\s+)?(?=[\p{L}\d])[^.;,\s]{1,14}(?:\s*\([^()]{1,12}\))?[\s-]{1,3}(?:years?|months?)[\s-]{1,3}(?:agreement|contract|lease|engagement|licen[cs]e)\b/iu;

/** Whether it may be said here how long the contract lasts. */
export const mayLast = (text: string): boolean => length.test(text) && (anyClause.test(text) || thisLong.test(text));

/** Things with lengths of their own that are not the contract's. */
const things =
  /\b(?:warrant\w*|guarant\w*|insurance|confidential\w*|secre[ct]\w*|non-?compet\w*|non-?solicit\w*|records?|books|accounts|audit\w*|probation\w*|exclusivity|royalt\w*|sell-?off|surviv\w*|(?:after|following)\s+(?:the\s+|such\s+|its\s+|any\s+)?(?:termination|expir\w+)|options?|invoices?|patents?|copyrights?|trial|evaluation|escrow|loan|bond|note|training|deposit|shelf|storage|repair\w*|delivery|samples?|stock|price\w*|rent)\b/i;
/** Another contract, or somebody's: "a sublicence", "each Order", "her insurance", "the software license between the two". */
const others =
  /\b(?:an?|each|every|any|another|his|her|their|no|[\p{L}]+['’]s?)\s+(?:(?:own|such|new|individual|separate)\s+)?(?:[\p{L}-]+\s+){0,2}(?:contract|lease|licen[cs]e|sub-?licen[cs]e|agreement|policy|insurance|order|subscription|charter|appointment)s?\b(?!\s+(?:year|term))|\b(?:contract|lease|licen[cs]e|agreement)\s+between\b/iu;

/** The words of the clause that lead up to a place in a text. */
const leadTo = (text: string, at: number): string => {
  const from = Math.max(0, at - 260);
  const lead = text.slice(from, at);
  const stop = /^.*[.;]\s+(?=\p{Lu}|\W*\p{L})/su.exec(lead)?.[0].length ?? 0;
  return lead.slice(stop);
};

/** Whether it is the contract itself that lasts so long, and whether something else does, as its clause puts it. */
export const subjectOf = (text: string, at: number): { readonly contract: boolean; readonly other: boolean } => {
  const lead = leadTo(text, at);
  const contract = subject.test(lead) || thisLong.test(text.slice(Math.max(0, at - 12), at + 60));
  return { contract, other: things.test(lead.slice(-120)) || others.test(lead.slice(-120)) };
};

/** What lasts so long, in words that leave no doubt that it is not the contract. */
const elsewhere = new RegExp(
  [
    // "the term of confidentiality", "the confidentiality requirements of this Section shall be in effect"
    '\\bterms?\\s+of\\s+(?:the\\s+|this\\s+|such\\s+)?(?:confidential|secre|non-?dis|non-?com|non-?sol|warrant|guarant|maintenance|support|escrow|loan|note|option|patent)',
    '\\b(?:confidential\\w*|non-?disclosure|secrecy|non-?compet\\w*|non-?solicit\\w*|warrant\\w*|indemni\\w*)\\s+(?:and\\s+\\w+\\s+)?(?:obligations?|requirements?|provisions?|covenants?|period|restrictions?|undertakings?|rights?)\\b',
    // "both during the term and after it is terminated for", "during the Term and for a period of"
    '\\bduring\\s+(?:the|its|his|her|their|such)\\s+[^.;]{0,60}\\b(?:and|plus)\\s+(?:for|(?:thereafter|after|following)\\b)',
    '\\bafter\\s+(?:it|this\\s+\\w+|such\\s+\\w+)\\s+(?:is|has|ends|expires|terminates)\\b',
    // "$145,000 per year through"
    '(?:[$£€]\\s?\\d|\\b(?:salary|rent|fees?|royalt\\w+|price)\\b)[^.;]{0,60}\\b(?:per|an?|each)\\s+(?:year|annum|month|week|quarter)\\b[^.;]{0,30}',
    // "the right of first refusal shall expire", "the option shall have a term of"
    '\\b(?:rights?\\s+of\\s+first\\s+\\w+|options?|warrants?|grant|award)\\b[^.;]{0,80}\\b(?:expires?|have|has|terminates?|be\\s+exercis\\w+|vests?)\\b[^.;]{0,40}',
    '\\b(?:delayed|deferred|postponed|suspended|kept|preserved|maintained)\\s+(?:for|until)\\b',
    '\\b(?:fees?|prices?|rates?|rent|royalt\\w+|salary|commissions?|wages?)(?:\\s+\\w+){0,3}\\s+(?:from|until|through|between)\\b',
    '\\b(?:in\\s+no\\s+event|not)\\s+(?:end|ending|expir\\w+|terminat\\w+)\\s+(?:prior\\s+to|before|earlier\\s+than)',
    '\\b(?:support|assistance|maintenance|training|upgrades?|updates?)\\b[^.;]{0,80}\\b(?:free|at\\s+no\\s+(?:additional\\s+)?(?:charge|cost))\\b[^.;]{0,40}\\bfor\\b',
  ]
    .map((words) => `(?:${words})[^.;]{0,80}$`)
    .join('|'),
  'iu',
);
/** "the twelve month period immediately preceding", "the year next following". */
const elsewhereAfter =
  /^(?:[^.;,\s]+\s+){0,4}?(?:period\s+)?(?:(?:immediately|next)\s+)?(?:preceding|prior\s+to|before)\b|^[^.;,]{0,20}\byear\s+(?:next\s+)?following\b/i;

/** Whether the length or day at a place is of something else than the contract, whatever the sentence looks like. */
export const isOfAnother = (text: string, at: number): boolean =>
  elsewhere.test(leadTo(text, at)) || elsewhereAfter.test(text.slice(at));

/** Labels and headings of what has lengths of its own. */
const otherLabel =
  /^[^\p{L}]*(?:\p{L}[.)]\s*)?(?:(?:the|of|and|product|base|annual|special)\s+)*(?:prices?|pricing|fees?|payments?|compensation|quality|warrant(?:y|ies)|support|maintenance|confidential(?:ity)?|secrecy|exclusivity|insurance|orders?|mou?lds?|tooling|records|audits?|non-?compet\w+|non-?solicit\w+|trial|probation|training|deposit|rent|salary|vacation|holidays|equity|stock|options?|delivery|severance|indemni\w+|notices?|survival)\b[^.:]{0,30}(?:[.:]|\s[–—-]\s|$)/iu;

/** Whether it stands under a label of something else: "1. Price: fixed for twelve months". */
export const isUnderAnother = (text: string, before: ReadUnit | undefined): boolean =>
  otherLabel.test(text.slice(0, 90)) ||
  (before !== undefined && before.text.length <= 60 && otherLabel.test(flat(before.text)));

const renewing =
  /\b(?:renew\w*|prolong\w*|roll\w*\s+(?:over|on|forward)|extension|extended\s+(?:for|by)|further|additional|successive)\b|^\W*(?:after\s+that|afterwards|from\s+then\s+on)\b/i;

/** Whether what stands before a length makes it one of a renewal. */
export const isRenewal = (text: string, at: number): boolean =>
  renewing.test(text.slice(0, at).replace(unlessRenewed, ' '));

/** "This Agreement, unless renewed, ends on": the end where it is not. */
const unlessRenewed =
  /\b(?:unless|if\s+not)\s+(?:\w+\s+){0,2}(?:renewed|prolonged)\b|\b(?:no|without)\s+(?:\w+\s+){0,3}renewals?\b/gi;

const runsForWords = new RegExp(
  `(?:${contract}|\\b(?:is|are|be|hereby|been)\\s+(?:granted|appointed|engaged|hired|let|employed|retained))\\b[^.;]{0,100}?\\b(?:for|throughout|during|until\\s+the\\s+(?:end|expiry|expiration)\\s+of)\\s+the\\s+((?:(?:Initial|First|[A-Z][a-z]+)\\s+){0,3}(?:Term|Period|Duration))\\b`,
  'gu',
);

/** Names of the periods for which the contract runs: "is granted for the Concession Period". */
export const termNames = (document: ReadDocument): ReadonlySet<string> =>
  new Set(
    document.units.flatMap((unit) =>
      [...flat(unit.text).matchAll(runsForWords)].map((match) => (match[1] ?? '').replace(/\s+/g, ' ').toLowerCase()),
    ),
  );

const definition =
  /(?:["“'‘]\s*([^"”'’]{2,60}?)\s*["”'’]|(?:^|[.;:]\s)\W*(?:[\d.]+\s*)?(?:the\s+)?((?:[\p{L}-]+\s+){0,3}(?:term|period|date)))\s*\)?\s*(?:(?:shall|will)\s+)?(?:means?|has|have|is\s+defined\s+as)\b/giu;
const ownTerm =
  /^(?:(?:the|initial|licen[cs]e|contract|lease|agreement|original|first|service|services|subscription|concession|franchise|employment|engagement|appointment|charter|hire|supply|cooperation|sponsorship|mandate|tenancy|policy|fixed)\s+)*(?:term|contract\s+period|term\s+of\s+.*|(?:initial|licen[cs]e|lease|agreement|service|services|concession|subscription|hire|charter|supply|cooperation|sponsorship|engagement|employment)\s+period|period|duration|(?:contract\s+)?(?:expiration|expiry|termination|end)\s+date)$/i;

/** What the words before a place define, if they do: the term of the contract or something else. */
export const definesAt = (text: string, at: number, names: ReadonlySet<string>): 'term' | 'other' | undefined => {
  const found = [...text.slice(0, at).matchAll(definition)].at(-1);
  if (found === undefined || /[.;]\s+\p{Lu}/u.test(text.slice(found.index + found[0].length, at))) return undefined;
  const name = (found[1] ?? found[2] ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
  return ownTerm.test(name) || names.has(name) ? 'term' : 'other';
};
