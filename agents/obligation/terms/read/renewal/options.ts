/** Units in which contracts go on, for use inside a larger pattern. */
export const period = '(?:year|month|week|quarter|season|day)';
const later = 'new|further|additional|another|second|renewed|fresh|extra';
const comes =
  '(?:begins?|starts?|follows?|commences?|applies|opens?|ensues?|runs?|takes?\\s+(?:its|their)\\s+place|(?:is|are|be)\\s+(?:added|had|agreed))';
/** "a further term of two years follows", "a new term begins", "another year shall be added". */
export const newTerm = String.raw`(?:(?:${later})\s+(?:terms?|periods?)\b[^.;]{0,60}\b${comes}|(?:another|further|additional|extra|more)\s+(?:[\w-]+\s+){0,2}${period}s?\s+(?:(?:shall|will|may|can|then|each\s+time|automatically)\s+){0,3}(?:follows?|ensues?|(?:is|are|be)\s+(?:added|had))|an?\s+term\s+of\s+[^.;]{1,40}?\s+(?:(?:shall|will|then)\s+){0,2}follows?|(?:is|are|be)\s+(?:added|tacked\s+on)\s+(?:to|onto)\s+(?:the|its|this)\s+(?:[\w-]+\s+){0,2}(?:term|period|duration|agreement|contract|lease|tenancy|engagement|charter|hire))`;
/** "the primary term is followed by further Lease Years": by what there was not before. */
export const followedBy = String.raw`(?:followed|succeeded)\s+by\s+(?:an?\s+|one\s+|\w+\s+)?(?:${later}|renewal|later|like|subsequent|extension)\s+(?:[\w-]+\s+){0,2}?(?:${period}|term|period|one)s?`;
/** "twelve-month renewals take place": they come. */
export const takesPlace = String.raw`(?:renewals?|extensions?|prolongations?|continuations?)\s+(?:(?:shall|will|then|each)\s+){0,3}(?:takes?\s+place|occurs?|happens?|follows?|comes?\s+about)`;
/** "may call for a second term of four years", "is granted two renewals of three years", "hold the lease for two further years". */
export const furtherTerm = String.raw`(?:(?:second|further|additional|new|renewal)\s+terms?\s+of\s+(?:up\s+to\s+)?[\w-]+\s+(?:\(\w+\)\s+)?${period}s?|(?:granted|given|entitled\s+to|has|have)\s+(?:[\w()-]+\s+){0,3}(?:renewals?|extensions?|prolongations?)\s+of|(?:hold|take|have|keep|retain|enjoy)\s+(?:the|this|its)\s+(?:[\w-]+\s+)?(?:lease|licen[cs]e|tenancy|franchise|concession|contract|hire)\s+for\s+(?:an?\s+|one\s+|\w+\s+(?:\(\w+\)\s+)?)?(?:further|additional|another|more|extra))`;
const several = String.raw`(?:consecutive|successive|dependent|additional|further|annual)(?:,?\s+[\w-]+){0,2}\s+options?\s+(?:of|for)\s+(?:up\s+to\s+)?[\w-]+\s+(?:\(\w+\)\s+)?(?:more\s+|further\s+)?${period}s?`;
const one = String.raw`options?(?:,[^,.;]{1,50},)?\s+(?:of|for|on)\s+(?:up\s+to\s+)?(?:an?\s+|one\s+)?(?:further|additional|another|extra|(?:[\w-]+\s+)(?:\(\w+\)\s+)?(?:more|further|additional|extra))\b[^,.;]{0,20}\b${period}s?`;
/** "three consecutive options of one year each", "with an option, exercisable by the Owner, of a further 12 months". */
export const optionsOf = `(?:${several}|${one})`;
