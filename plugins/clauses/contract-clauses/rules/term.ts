import type { Rules } from './shape.ts';

/** What document it is, how long it runs and for whom. */
export const term: Rules = {
  'document-name': [/\bthis (?:[A-Z][\w-]+ ){0,6}agreement\b.{0,60}\b(?:is )?(?:made|entered|dated|effective)/i],
  parties: [
    /\bby and (?:between|among)\b/i,
    /\((?:the |each,? an? |hereinafter.{0,40})?["“'][A-Z][\w\s&.-]{1,40}["”']\)/,
  ],
  'agreement-date': [/\b(?:dated|made|entered)\b.{0,60}\b(?:as of|on|this)\b/i],
  'effective-date': [
    /["“'(]effective date["”')]/i,
    /\beffective (?:as of|on|from)\b/i,
    /\bshall (?:become|be) effective\b/i,
  ],
  'expiration-date': [
    /\binitial term\b/i,
    /\bterm of this agreement (?:shall|will|is)\b/i,
    /\b(?:shall|will) (?:continue|remain)\b.{0,60}\b(?:until|for a (?:period|term))\b/i,
    /\b(?:perpetual|until terminated)\b/i,
  ],
  'renewal-term': [
    /\b(?:automatically|auto)[ -]+(?:renew|extend)/i,
    /\brenew(?:ed|s|al)?\b.{0,80}\b(?:successive|additional|further|consecutive)\b/i,
    /\b(?:option|right) to (?:renew|extend)\b/i,
    /\bevergreen\b/i,
  ],
  'notice-period-to-terminate-renewal': [
    /\b(?:not to|non-?)\s?(?:renew|extend)/i,
    /\bunless\b.{0,120}\bnotice\b.{0,160}\b(?:prior to|before)\b.{0,60}\b(?:expiration|end|renewal|anniversary)\b/i,
    /\bnotice of (?:non-?renewal|its (?:intent|intention|election|desire) (?:not )?to)\b/i,
  ],
  'governing-law': [
    /\bgoverned\b.{0,60}\b(?:by|in accordance|under)\b/i,
    /\bconstrued\b.{0,60}\blaws?\b/i,
    /\blaws? of the (?:state|commonwealth|province|people)\b/i,
    /\bconflicts? of laws?\b/i,
  ],
  'third-party-beneficiary': [
    /\bthird[- ]party beneficiar/i,
    /\b(?:no|not|nothing)\b.{0,120}\bthird[- ]party beneficiar/i,
    /\bintended beneficiar/i,
    /\b(?:enforce|inure to the benefit of|benefit of)\b.{0,80}\b(?:third|beneficiar|affiliate)/i,
    /\b(?:is|are) (?:an? )?(?:express |intended |express and intended )?third[- ]party beneficiar/i,
    /\b(?:shall be|is|are|be deemed|made)\b(?: to be)?(?: an?| the)?(?: (?:intended|express))?(?: and intended)? third[- ]party beneficiar/i,
    /\b(?:except|other than|with the exception)\b.{0,250}\b(?:beneficiar|benefits?|third part(?:y|ies)|rights or remedies)/i,
    /\b(?:no|not|nor)\b.{0,60}\bthird[- ]party beneficiar/i,
    /\bright to (?:directly )?enforce\b|\bmay enforce\b/i,
  ],
};
