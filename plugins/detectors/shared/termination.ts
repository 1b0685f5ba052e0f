import type { Clause } from './clauses.ts';
import { type Said, said } from './present.ts';

const ends =
  /^\W*(?:(?:also|further|at any time|at its (?:sole )?(?:option|discretion)|in its (?:sole )?discretion|then|thereafter|immediately|forthwith|unilaterally|but shall not be obligated to|to|elect to|by [^,]{1,60}|without cause|upon [^,]{1,60}),?\W+){0,4}(?:be )?(?:terminate|cancel|end|rescind|discontinue|bring|withdraw from|dismiss)(?:d|ed|l?led|s)?\b/i;
const whole =
  /^\W*(?:the\s+|this\s+|his\s+|her\s+|your\s+|its\s+|our\s+|entire\s+)*(?:\w+\s+){0,3}?(?:agreement|contract|lease|licen[cs]e|term|employment|engagement|appointment|tenancy|membership|policy|arrangement|subscription|relationship|it|you|employee|executive|consultant|services)\b|^\W*(?:at\b|by\b|upon\b|on\b|for\b|with\b|without\b|immediately\b|in\b|$)/i;
const part =
  /\b(?:terminate|cancel|end)(?:ed|led)?\s+(?:(?:any|an?|such|each|all or (?:any )?part|the (?:affected|applicable|relevant|individual))\b)[^.;]{0,40}\b(?:order|statement of work|sow|purchase|portion|service|license|territory|exclusiv|task|schedule|product|country|accounts?)/i;

/** Rights to end the whole contract, each with the clause that gives it. */
export const endings = (clauses: readonly Clause[]): readonly Said[] =>
  said(clauses, ({ modality, predicate }, { text }) => {
    if (modality !== 'right') return false;
    const match = ends.exec(predicate);
    return match !== null && whole.test(predicate.slice(match[0].length)) && !part.test(text);
  });

const reason =
  /\b(?:if|in the event|in case|provided that|upon (?:the |any |a |such )?(?:breach|default|occurrence|failure|bankrupt\w*|insolven\w*|happening|material|death|event|change|expir\w+|completion|termination|receipt of (?:a |such )notice of default)|breach\w*|default\w*|fails?|failure|material\w*|insolven\w+|bankrupt\w+|change (?:of|in) control|force majeure|should|where|when|following|for (?:good |just )?cause|with cause|because|during such|so long as|until|except|cure[ds]?|remed(?:y|ied)|infring\w+|illegal|regulat\w+|casualty|condemn\w+|destroyed|damaged|not been (?:met|approved|obtained)|due to|for (?!any\b|no\b|convenience\b)\w+ reasons?|agrees not to|unless)\b/i;
const without =
  /\b(?:for convenience|without (?:any )?(?:cause|reason)|with or without (?:any )?(?:cause|reason)|for any (?:or no )?reason|(?:any|no) reason|at will|at any time|in its (?:sole|absolute)[^.;]{0,20}discretion|sole discretion)\b/i;
const byNotice =
  /\b(?:by|on|upon|with|giving|after|subject to)\b[^.;]{0,60}\b(?:days?|months?|weeks?|years?)['’]?s?\b[^.;]{0,40}\bnotice|\b(?:notice of|notice)\b[^.;]{0,40}\b(?:days?|months?|weeks?)\b/i;

/** Whether the right needs no reason: it says so, or asks for nothing but notice. */
export const atWill = ({ clause: { text }, statement }: Said): boolean => {
  const sentence = text.slice(statement.start, statement.end);
  const before = text.slice(Math.max(0, statement.start - 700), statement.start);
  if (
    /\bfor convenience\b|\b(?:with or )?without (?:any )?(?:cause|reason)\b|\bany (?:or no )?reason\b|\bat will\b/i.test(
      sentence,
    )
  )
    return true;
  if (
    reason.test(sentence) ||
    /\b(?:if|in the event|upon|in case|when|where|should|unless|after|during)\b[^.;]*$/i.test(before)
  )
    return false;
  return without.test(sentence) || byNotice.test(sentence);
};
